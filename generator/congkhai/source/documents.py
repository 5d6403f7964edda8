"""The words in office documents (docx, xlsx, odt, ods), as far as one looks for personal data in them.

Tags are cut away, not parsed: nothing in a file can make a parser fetch or unfold anything.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import BinaryIO

#: As much of one part as is read.
_MOST = 30_000_000
_TAG = re.compile(r"<[^<>]*>")
_ENDS = re.compile(r"</(?:w:p|text:p|text:h|table:table-row|w:tr)>|<(?:w:br|text:line-break)\b[^>]*>")
_CELLS = re.compile(r"</(?:w:tc|table:table-cell)>|<(?:w:tab|text:tab)\b[^>]*>")
_ITEM = re.compile(r"<si\b[^>]*>(.*?)</si>", re.S)
_ROW = re.compile(r"<row\b[^>]*>(.*?)</row>", re.S)
_CELL = re.compile(r"<c\b([^>]*)>(.*?)</c>", re.S)
_VALUE = re.compile(r"<(?:v|t)\b[^>]*>(.*?)</(?:v|t)>", re.S)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def document_text(stream: BinaryIO) -> str | None:
    """The text of a document, a line for each paragraph or row, cells parted by tabs; None for what is none."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                parts = [n for n in sorted(names) if re.fullmatch(r"word/(?:document|header\d*|footer\d*)\.xml", n)]
                return "\n".join(_words(_part(archive, name)) for name in parts)
            if any(map(_SHEET.fullmatch, names)):
                return "\n".join(_rows(archive, names))
            return _words(_part(archive, "content.xml")) if "content.xml" in names else None
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
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
        shared = [_flat(item) for item in _ITEM.findall(_part(archive, "xl/sharedStrings.xml"))]
    for name in sorted(filter(_SHEET.fullmatch, names)):
        for row in _ROW.findall(_part(archive, name)):
            yield "\t".join(_cell(attributes, body, shared) for attributes, body in _CELL.findall(row))


def _cell(attributes: str, body: str, shared: list[str]) -> str:
    values = [_flat(value) for value in _VALUE.findall(body)]
    text = "".join(values)
    if 't="s"' in attributes and text.isdigit() and int(text) < len(shared):
        return shared[int(text)]
    return text


def _flat(xml: str) -> str:
    return " ".join(unescape(_TAG.sub("", xml)).split())
