"""The words in office documents (docx, xlsx, odt, ods), as far as one looks for personal data in them.

Nothing in a file can make what reads it fetch or unfold anything: tags of texts are cut away, tables are read event by
event, and what declares a type of document is not read so. All of it takes time in proportion to its size.
"""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from typing import BinaryIO
from xml.parsers import expat

#: As much of one part as is read.
_MOST = 30_000_000
#: As much as is handed to a parser at once.
_PIECE = 1 << 16
_TAG = re.compile(r"<[^<>]*>")
_ENDS = re.compile(r"</(?:w:p|text:p|text:h|table:table-row|w:tr)>|<(?:w:br|text:line-break)\b[^<>]*>")
_CELLS = re.compile(r"</(?:w:tc|table:table-cell)>|<(?:w:tab|text:tab)\b[^<>]*>")
_WORDS = re.compile(r"word/(?:document|header\d*|footer\d*|comments|footnotes|endnotes)\.xml")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_NOTES = re.compile(r"xl/(?:comments\d*|(?:threadedC|c)omments/[^/]+)\.xml")


def document_text(stream: BinaryIO) -> str | None:
    """The text of a document, a line for each paragraph or row, cells parted by tabs; None for what is none."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return "\n".join(_words(_part(archive, name)) for name in sorted(filter(_WORDS.fullmatch, names)))
            if any(map(_SHEET.fullmatch, names)):
                return "\n".join(_rows(archive, names))
            return _words(_part(archive, "content.xml")) if "content.xml" in names else None
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, RuntimeError, EOFError, ValueError):
        return None


def _part(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as stream:
        return stream.read(_MOST).decode("utf-8", "replace")


def _words(xml: str) -> str:
    """Text in its lines; a paragraph that ends in a cell does not end the row."""
    inner = re.sub(r"</(?:w:p|text:p)>(?=\s*</(?:w:tc|table:table-cell)>)", "", xml)
    return unescape(_TAG.sub("", _CELLS.sub("\t", _ENDS.sub("\n", inner))))


def _rows(archive: zipfile.ZipFile, names: set[str]) -> Iterator[str]:
    shared: list[str] = []
    if "xl/sharedStrings.xml" in names:
        shared = _Table(_part(archive, "xl/sharedStrings.xml"), ()).items
    for name in sorted(filter(_SHEET.fullmatch, names)):
        yield from _Table(_part(archive, name), shared).rows
    for name in sorted(filter(_NOTES.fullmatch, names)):
        yield _flat(_part(archive, name))


class _Table:
    """The `rows` of a sheet, or the `items` that its cells name by their number. Names may have any prefix."""

    def __init__(self, xml: str, shared: list[str] | tuple[()]) -> None:
        self.rows: list[str] = []
        self.items: list[str] = []
        self._shared = shared
        self._cells: list[str] = []
        self._text: list[str] = []
        self._named = self._heard = False
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._say
        try:
            data = xml.encode()
            for at in range(0, len(data), _PIECE):
                parser.Parse(data[at : at + _PIECE])
            parser.Parse(b"", True)
        except (expat.ExpatError, ValueError):  # no table then, but what it says is looked at all the same
            self.rows.append(_flat(xml))

    def _refuse(self, *_about: object) -> None:
        raise ValueError("a document with a type of its own")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                self._cells = []
            case "c":
                self._text, self._named = [], attributes.get("t") == "s"
            case "si":
                self._text = []
            case "v" | "t":
                self._heard = True

    def _say(self, text: str) -> None:
        if self._heard:
            self._text.append(text)

    def _end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "row":
                self.rows.append("\t".join(self._cells))
            case "c":
                self._cells.append(self._cell("".join(self._text).strip()))
            case "si":
                self.items.append(" ".join("".join(self._text).split()))
            case "v" | "t":
                self._heard = False

    def _cell(self, text: str) -> str:
        if self._named and re.fullmatch(r"[0-9]{1,9}", text) and int(text) < len(self._shared):
            return self._shared[int(text)]
        return " ".join(text.split())


def _flat(xml: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", xml)).split())
