"""The rows of one graph on the shelf: a node's number, its name, the digest of its value, and the value."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple


class Row(NamedTuple):
    """A node; without a value when it gave the one that most give."""

    number: int
    name: str
    digest: bytes
    value: bytes | None


class Changes(NamedTuple):
    """Nodes to put in and to take out; `anew` takes out all others."""

    part: str
    rows: Iterable[Row] = ()
    gone: Iterable[int] = ()
    anew: bool = False


class Rows:
    """The table of a part. A row whose checksum is wrong counts as absent, and `spoilt` is told."""

    def __init__(self, base: sqlite3.Connection, part: str, spoilt: Callable[[], None]) -> None:
        self._base = base
        self._spoilt = spoilt
        self._table = f"{part}_nodes"

    def of(self, number: int) -> Row | None:
        """The node of a number."""
        return next(self._rows("number=?", number), None)

    def named(self, name: str) -> Row | None:
        """The node of a name."""
        return next(self._rows("name=?", name), None)

    def family(self, start: str) -> Iterator[Row]:
        """All nodes whose names begin with a text."""
        return self._rows("name>=? AND name<?", start, start[:-1] + chr(ord(start[-1]) + 1))

    def number(self, name: str) -> int | None:
        """The number of a name."""
        found = self.named(name)
        return found.number if found else None

    def _rows(self, where: str, *values: Any) -> Iterator[Row]:  # noqa: ANN401 - whatever SQLite takes
        query = f"SELECT number, name, digest, value, sum FROM {self._table} WHERE {where}"  # noqa: S608 - our own
        try:
            found = self._base.execute(query, values).fetchall()
        except sqlite3.Error:
            self._spoilt()
            return
        for *row, checksum in found:
            one = Row(*row)
            if _sum(one) == checksum:
                yield one
            else:
                self._spoilt()


def tables(parts: Iterable[str]) -> str:
    """What makes the tables of parts that are not there yet."""
    return "".join(
        f"CREATE TABLE IF NOT EXISTS {part}_nodes"
        " (number INTEGER PRIMARY KEY, name TEXT, digest BLOB, value BLOB, sum INTEGER);"
        f"CREATE INDEX IF NOT EXISTS {part}_names ON {part}_nodes(name);\n"
        for part in parts
    )


def change(base: sqlite3.Connection, changes: Changes) -> None:
    """Put in and take out, inside a transaction that has begun. Raises sqlite3.Error."""
    table, index = f"{changes.part}_nodes", f"{changes.part}_names"
    if changes.anew:  # all at once is faster without the index
        base.execute(f"DROP INDEX IF EXISTS {index}")
        base.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our own
    base.executemany(f"DELETE FROM {table} WHERE number=?", ((number,) for number in changes.gone))  # noqa: S608
    base.executemany(
        f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?, ?)",  # noqa: S608
        ((*row, _sum(row)) for row in changes.rows),
    )
    base.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {table}(name)")


def _sum(row: Row) -> int:
    told = zlib.crc32(f"{row.number} {row.name} {row.value is None}".encode() + row.digest)
    return zlib.crc32(row.value, told) if row.value is not None else told
