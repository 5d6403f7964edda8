"""A document as lines, whether it is text or a Word file."""

from __future__ import annotations

import re
from pathlib import Path

from congkhai.intake.cleaning import clean
from congkhai.intake.container import Unreadable, looks_like, unpack
from congkhai.intake.encodings import UnknownEncoding, decode, unfont
from congkhai.intake.plans.word import word_lines

#: Crumbs of the web page that a text was copied from.
_JUNK = re.compile(
    r"\d{1,2}:\d{2} [AP]M.*|SỐ LƯỢT TRUY CẬP.*|Thứ \d, Ngày [\d/]+|Chủ nhật, Ngày [\d/]+|[-_=*\s]{4,}|\[\.\.\.\]",
    re.IGNORECASE,
)
#: What parts two columns that a program printed side by side.
_COLUMNS = re.compile(r"\t|(?<=\S) {3,}(?=\S)")


def read_lines(path: Path) -> list[str]:
    """The lines of a document, columns of a heading one after the other, page furniture left out. Raises Unreadable."""
    data = unpack(path)
    kind = looks_like(data)
    if kind == "zip":
        return _tidy(unfont("\n".join(word_lines(data))).text.split("\n"))
    if kind == "ole":
        raise Unreadable("old_word")
    if kind:
        raise Unreadable(kind)
    try:
        text = decode(data).text
    except UnknownEncoding:
        raise Unreadable("encoding") from None
    return _tidy(clean(text).split("\n"))


def _tidy(lines: list[str]) -> list[str]:
    rows = (" ".join(part.split()) for line in lines for part in _COLUMNS.split(clean(line)))
    return [row for row in rows if not _JUNK.fullmatch(row)]
