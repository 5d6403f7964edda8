"""The office's emblem: what may be one, where it stands, and where it never does."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.render.notices.kinds import KINDS, notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.render import render
from congkhai.render.notices.templates import Templates
from congkhai.render.notices.text import CannotPrint
from congkhai.source.emblems import LARGEST, read_emblems
from tests.notices.samples import Sheet, reader

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
GOOD = f'{_HEAD}<defs><path id="a" d="M0 0h9v9z"/></defs><use xlink:href="#a" fill="url(#b)"/></svg>'


def png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress((b"\x00" + b"\xff" * 3 * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("good.svg", GOOD.encode(), ""),
        ("good.png", png(200, 180), ""),
        ("script.svg", f"{_HEAD}<script>alert(1)</script></svg>".encode(), "emblem_unsafe"),
        ("handler.svg", f'{_HEAD}<path onclick="x()" d="M0 0"/></svg>'.encode(), "emblem_unsafe"),
        ("far.svg", f'{_HEAD}<use href="https://khac.example/a.svg#a"/></svg>'.encode(), "emblem_unsafe"),
        ("image.svg", f'{_HEAD}<image href="a.png"/></svg>'.encode(), "emblem_unsafe"),
        ("style.svg", f"{_HEAD}<style>@import 'x.css';</style></svg>".encode(), "emblem_unsafe"),
        (
            "fill.svg",
            f'{_HEAD}<path style="fill:url(https://khac.example/a)" d="M0 0"/></svg>'.encode(),
            "emblem_unsafe",
        ),
        ("link.svg", f'{_HEAD}<path xlink:href="javascript:alert(1)" d="M0 0"/></svg>'.encode(), "emblem_unsafe"),
        ("foreign.svg", f"{_HEAD}<foreignObject/></svg>".encode(), "emblem_unsafe"),
        ("moving.svg", f"{_HEAD}<animate/></svg>".encode(), "emblem_unsafe"),
        ("entity.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + GOOD.encode(), "emblem_unsafe"),
        ("sheet.svg", b'<?xml-stylesheet href="x.css"?>' + GOOD.encode(), "emblem_unsafe"),
        ("letters.svg", f"{_HEAD}<text>UBND</text></svg>".encode(), "emblem_unsafe"),
        ("frameless.svg", GOOD.replace(' viewBox="0 0 9 9"', "").encode(), "emblem_no_frame"),
        ("broken.svg", b"<svg", "emblem_no_picture"),
        ("page.svg", b"<html/>", "emblem_no_picture"),
        ("small.png", png(40, 300), "emblem_small"),
        ("text.png", b"GIF89a", "emblem_no_picture"),
        ("short.png", b"\x89PNG\r\n\x1a\n", "emblem_no_picture"),
        ("large.svg", GOOD.encode() + b" " * LARGEST, "emblem_large"),
    ],
)
def test_what_may_be_an_emblem(name: str, data: bytes, fault: str, tmp_path: Path):
    folder = tmp_path / "site_config/emblem"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    assert read_emblems(tmp_path)[name].fault == fault


def test_links_and_folders_are_no_emblems(tmp_path: Path):
    assert read_emblems(tmp_path) == {}
    folder = tmp_path / "site_config/emblem"
    (folder / "a.svg").mkdir(parents=True)
    (tmp_path / "secret.svg").write_text(GOOD)
    (folder / "b.svg").symlink_to(tmp_path / "secret.svg")
    assert {found.fault for found in read_emblems(tmp_path).values()} == {"emblem_not_a_file"}
    with pytest.raises(CannotPrint):
        Templates.read(tmp_path / "site_config/notices")


def test_the_emblem_stands_where_the_law_allows_and_nowhere_else(sheets: tuple[Sheet, ...]):
    """In words for a screen reader: the alternative text stands in the tags of the file."""
    alt = {sheet.notice.imprint.emblem_alt for sheet in sheets} - {""}
    assert len(alt) == 1
    formal = {kind.name for kind in KINDS if kind.formal}
    assert {"plan", "announcement", "decision", "minutes", "posting_notice", "posting_begin"} <= formal
    for sheet in sheets:
        assert bool(sheet.notice.imprint.emblem) is (sheet.notice.name.kind not in formal)
    shown = {sheet.notice.name.kind for sheet in sheets if alt & set(_alternatives(sheet))}
    assert {
        "procedure",
        "card",
        "fees",
        "reception",
        "board",
        "settlers",
        "contacts",
        "officials",
        "disclosure",
    } <= shown
    assert not shown & formal


def _alternatives(sheet: Sheet) -> list[str]:
    found, stack = [], [reader(sheet.data).trailer["/Root"]["/StructTreeRoot"]]
    while stack:
        node = stack.pop()
        if "/Alt" in node:
            found.append(str(node["/Alt"]))
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            inner = child.get_object()
            if hasattr(inner, "get") and inner.get("/S"):
                stack.append(inner)
    return found


@pytest.mark.parametrize("paper", ["a4"])
def test_a_png_is_printed_too_and_without_a_file_nothing_is(sample: Office, tmp_path: Path, paper: str):
    from dataclasses import replace

    found = next(n for n in notices(sample) if isinstance(n, Notice) and n.name.kind == "settlers")
    folder = tmp_path / "site_config/emblem"
    folder.mkdir(parents=True)
    (folder / "dau.png").write_bytes(png(200, 200))
    templates = Templates.read(tmp_path / "site_config/notices")
    with_png = replace(found, imprint=replace(found.imprint, emblem="emblem/dau.png"))
    made = render(with_png, templates)
    bare = render(found, templates)
    assert isinstance(made, bytes)
    assert isinstance(bare, bytes)
    assert _pictures(made) == 1
    assert _pictures(bare) == 0


def _pictures(data: bytes) -> int:
    """How many pictures made of dots a file holds, masks left out."""
    objects = (part for page in reader(data).pages for part in page["/Resources"].get("/XObject", {}).values())
    return sum(part.get_object().get("/Subtype") == "/Image" for part in objects)
