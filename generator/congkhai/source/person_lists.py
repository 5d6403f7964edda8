"""Lists of persons, from a folder outside the repository."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

#: A longer file is no list for a wall.
_MAX_BYTES = 5_000_000
_DELIMITERS = ",;\t"


class ListError(ValueError):
    """A list that cannot be read; the text is the key of the reason in the catalogue."""


@dataclass(frozen=True, slots=True)
class PersonRows:
    """What a file holds: its SHA-256, the names of its columns, its rows, each as long as the columns."""

    digest: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_list(folder: Path, name: str) -> PersonRows:
    """Read a file of comma- or semicolon-separated values in UTF-8, its first line the columns. Raises ListError."""
    path = folder / name
    if path.is_symlink() or not path.is_file():
        raise ListError("list_missing")
    if path.stat().st_size > _MAX_BYTES:
        raise ListError("list_large")
    try:
        data = path.read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ListError("list_unreadable") from error
    if not lines:
        raise ListError("list_unreadable")
    delimiter = max(_DELIMITERS, key=lines[0].count)
    try:
        head, *rows = [
            tuple(cell.strip() for cell in row) for row in csv.reader(lines, delimiter=delimiter) if any(row)
        ]
    except (csv.Error, ValueError) as error:
        raise ListError("list_unreadable") from error
    if any(len(row) != len(head) for row in rows):
        raise ListError("list_uneven")
    return PersonRows(hashlib.sha256(data).hexdigest(), head, tuple(rows))
