"""Our own fonts: the only ones that a notice may use."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import typst


class FontFile(TypedDict):
    """One font of the manifest."""

    file: str
    sha256: str


class MissingFontError(Exception):
    """A font of the manifest is not there; the argument is its file."""


class Manifest(TypedDict):
    """The parts of the manifest that notices need."""

    files: list[FontFile]
    characters: list[list[int]]


@cache
def manifest() -> Manifest:
    """What stands in `fonts/manifest.json`: files with their digests, and the characters that can be printed."""
    found: Manifest = json.loads(files(__package__).joinpath("fonts", "manifest.json").read_text("utf-8"))
    return found


@cache
def characters() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last code points of the spans of characters that every notice can show, in order."""
    spans = manifest()["characters"]
    return tuple(first for first, _ in spans), tuple(last for _, last in spans)


@cache
def drawn_by() -> str:
    """One text that changes when the renderer or any font does."""
    from importlib.metadata import version  # slow to load, and not always needed

    faces = ",".join(sorted(entry["sha256"] for entry in manifest()["files"]))
    return f"typst {version('typst')} {faces}"


@cache
def fonts() -> typst.Fonts:
    """The fonts, read once per process and shared by its threads; never those of the system.

    Raises MissingFontError when one is not there: without any font Typst would leave out all text and say nothing.
    """
    import typst  # slow to load, and seldom needed

    with as_file(files(__package__).joinpath("fonts")) as folder:
        for entry in manifest()["files"]:
            if not (folder / entry["file"]).is_file():
                raise MissingFontError(entry["file"])
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
