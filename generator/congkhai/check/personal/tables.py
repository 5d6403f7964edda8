"""Lists in files: what a cell is, its column says."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice

from congkhai.check.personal.find import find
from congkhai.check.personal.hit import Hit
from congkhai.model.privacy import PersonalKind

_NAMES = ("họ và tên", "họ tên", "tên chủ hộ", "chủ hộ", "người nhận", "đối tượng", "họ, tên", "ho ten", "name")
_HEADS = (
    "ngày sinh",
    "năm sinh",
    "cccd",
    "cmnd",
    "căn cước",
    "định danh",
    "tài khoản",
    "stk",
    "điện thoại",
    "bhyt",
    "hộ chiếu",
)
_NUMBER = re.compile(r"\d{4}")
_DELIMITERS = ",;\t|"
#: Rows that are looked at: no list of a commune is longer, and a gate must end.
_ROWS = 50_000


def find_in_csv(text: str) -> Iterator[tuple[int, PersonalKind]]:
    """(Line counted from 1, kind) for each thing found in a file of comma-separated values."""
    lines = text.splitlines()
    reader = csv.reader(lines, delimiter=max(_DELIMITERS, key=text.count), strict=True)
    head: list[str] = []
    try:
        for row in islice(reader, _ROWS):
            listed = any(name in cell.casefold() for cell in head for name in _NAMES)
            for hit in _row(row, head, listed):
                yield reader.line_num, hit.kind
            if _is_head(row, first=not head):
                head = [cell.strip() for cell in row]
    except csv.Error:
        yield from find_in_lines(text)


def _is_head(row: list[str], first: bool) -> bool:
    """A row that says what the cells below it are: the first of several cells, or one with words that we know."""
    cells = [cell.casefold() for cell in row]
    told = first or any(word in cell for cell in cells for word in (*_NAMES, *_HEADS))
    return told and sum(map(bool, cells)) > 1 and not any(_NUMBER.search(cell) for cell in cells)


def _row(row: list[str], head: list[str], listed: bool) -> Iterator[Hit]:
    for number, cell in enumerate(row):
        label = head[number] if number < len(head) else ""
        yield from find(cell, label, listed)


def find_in_lines(text: str) -> Iterator[tuple[int, PersonalKind]]:
    """(Line counted from 1, kind) for each thing found in plain text."""
    for number, line in enumerate(text.splitlines(), 1):
        yield from ((number, hit.kind) for hit in find(line))
