"""The fonts are ours, whole for Vietnamese, licensed, and those that the manifest names."""

from __future__ import annotations

import hashlib
import itertools
import json
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from congkhai.render.notices.typefaces import characters, fonts

RENDER = Path(__file__).parents[2] / "generator" / "congkhai" / "render"
FOLDERS = {"notices": RENDER / "notices" / "fonts", "site": RENDER / "site" / "assets" / "fonts"}

_BASES = "aăâeêioôơuưy"
_TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
VIETNAMESE = {
    unicodedata.normalize("NFC", case(base) + tone)
    for base, tone, case in itertools.product(_BASES, _TONES, (str.lower, str.upper))
} | {"đ", "Đ"}


def test_there_are_146_letters_with_marks_or_without():
    assert len(VIETNAMESE) == 146


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_files_are_those_of_the_manifest(folder: Path):
    manifest = json.loads((folder / "manifest.json").read_text())
    for entry in manifest["files"]:
        data = (folder / entry["file"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (entry["bytes"], entry["sha256"])
        assert "SIL OPEN FONT LICENSE" in (folder / entry["licence"]).read_text().upper()
    named = {entry["file"] for entry in manifest["files"]}
    assert named == {p.name for p in folder.iterdir() if p.suffix in {".ttf", ".woff2"}}


def test_they_are_small():
    assert sum(p.stat().st_size for folder in FOLDERS.values() for p in folder.iterdir()) <= 700_000


@pytest.mark.parametrize(
    "path", [p for f in FOLDERS.values() for p in sorted(f.iterdir()) if p.suffix in {".ttf", ".woff2"}], ids=str
)
def test_every_face_has_every_letter(path: Path):
    points = set(TTFont(path).getBestCmap())
    assert {ord(letter) for letter in VIETNAMESE} <= points
    assert set(range(0x20, 0x7F)) <= points


def test_characters_that_may_be_printed_are_in_every_face_of_tinos():
    shared = set.intersection(*(set(TTFont(p).getBestCmap()) for p in FOLDERS["notices"].glob("Tinos-*.ttf")))
    starts, ends = characters()
    listed = {point for a, b in zip(starts, ends, strict=True) for point in range(a, b + 1)}
    assert listed == shared


def test_no_font_of_the_system_is_seen():
    assert set(fonts().families()) == {"Tinos", "Be Vietnam Pro"}
