"""Lists in files: what a cell is, its column says."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice

from congkhai.check.personal.find import find
from congkhai.check.personal.hit import Hit
from congkhai.model.privacy import PersonalKind

_NAMES = ("họ và tên", "họ tên", "tên chủ hộ", "chủ hộ", "người nhận", "đối tượng", "họ, tên", "ho ten", "name")
_DELIMITERS = ",;\t|"
#: Rows that are looked at: no list of a commune is longer, and a gate must end.
_ROWS = 50_000


def find_in_csv(text: str) -> Iterator[tuple[int, PersonalKind]]:
    """(Line counted from 1, kind) for each thing found in a file of comma-separated values."""
    lines = text.splitlines()
    first = lines[0] if lines else ""
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    head: list[str] | None = None
    try:
        for row in islice(reader, _ROWS):
            if head is None:
                head = [cell.strip() for cell in row]
                yield from ((1, hit.kind) for cell in row for hit in find(cell))
                continue
            listed = any(name in cell.casefold() for cell in head for name in _NAMES)
            for hit in _row(row, head, listed):
                yield reader.line_num, hit.kind
    except csv.Error:
        yield from find_in_lines(text)


def _row(row: list[str], head: list[str], listed: bool) -> Iterator[Hit]:
    for number, cell in enumerate(row):
        label = head[number] if number < len(head) else ""
        yield from find(cell, label, listed)


def find_in_lines(text: str) -> Iterator[tuple[int, PersonalKind]]:
    """(Line counted from 1, kind) for each thing found in plain text."""
    for number, line in enumerate(text.splitlines(), 1):
        yield from ((number, hit.kind) for hit in find(line))
