"""What is kept between runs, in one SQLite file: files as they were read, and the nodes of what was made.

Everything here can be made again: a file that is damaged, or was written by another version of the program, is thrown
away and begun anew, and a row whose checksum is wrong counts as absent. One process at a time has it open.
"""

from __future__ import annotations

import fcntl
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, NamedTuple

from congkhai.source.opened import Opened
from congkhai.source.rows import Changes, Rows, change, tables

NAME = "congkhai.db"
_TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value BLOB, sum INTEGER);
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, digest TEXT, body BLOB, sum INTEGER);
"""
#: Bytes of a page: bodies are some kilobytes each, and what is written goes through the log page by page.
_PAGE = 32768
#: What is checked and what is built each have a graph of their own.
PARTS = ("check", "site")


class FileRow(NamedTuple):
    """A file as it was read: the digest of its bytes, and what they hold."""

    path: str
    digest: str
    body: bytes


class Shelf:
    """Use it as a context manager. `program` names the version whose rows can be used; lists that were `opened` before
    are not unpacked again.

    Without a folder, or where nothing can be written, things are kept in memory for one run. It is `damaged` when
    something there could not be read as it was written, and has `failed` when something could not be kept, as on a full
    disk.
    """

    def __init__(self, folder: Path | None, program: str, opened: Opened | None = None) -> None:
        self.opened = opened
        self._folder = folder
        self._program = program.encode()
        self._lock: IO[str] | None = None
        self.damaged = self.failed = False

    def __enter__(self) -> Shelf:
        if self._folder is not None:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                self._lock = (self._folder / "lock").open("w")
                fcntl.flock(self._lock, fcntl.LOCK_EX)
        self._base = self._opened() or self._begun() or _tables(_connected(":memory:"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()
        if self._lock is not None:
            self._lock.close()

    def branch(self) -> None:
        """In a copy of the process: leave the file to the process that has it open, and look at it by another way."""
        self._left = self._base  # not closed: the locks of the file are not ours
        self._base = self._opened() or _tables(_connected(":memory:"))

    def about(self, name: str) -> bytes | None:
        """One value of which there is one."""
        return self._one("SELECT value, sum FROM about WHERE name=?", name)

    def body(self, path: str, digest: str) -> bytes | None:
        """What a file of that digest held."""
        return self._one("SELECT body, sum FROM files WHERE path=? AND digest=?", path, digest)

    def rows(self, part: str) -> Rows:
        """The nodes of a graph."""
        return Rows(self._base, part, self.spoilt)

    def spoilt(self) -> None:
        """Remember that something could not be read as it was written."""
        self.damaged = True

    def keep(
        self,
        about: Mapping[str, bytes] | Callable[[], Mapping[str, bytes]],
        files: Iterable[FileRow] = (),
        no_files: Iterable[str] = (),
        nodes: Iterable[Changes] = (),
    ) -> None:
        """Put in and take out, all or nothing. What cannot be kept is made again the next time.

        `about` may be a function that tells it once all else was put in.
        """
        try:
            with self._base:
                self._base.execute("BEGIN")
                add = self._base.executemany
                add("DELETE FROM files WHERE path=?", ((path,) for path in no_files))
                add(
                    "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
                    ((*row, zlib.crc32(row.body)) for row in files),
                )
                for changes in nodes:
                    change(self._base, changes)
                told = about() if callable(about) else about
                add(
                    "INSERT OR REPLACE INTO about VALUES (?, ?, ?)",
                    ((name, value, zlib.crc32(value)) for name, value in told.items()),
                )
        except sqlite3.Error:
            self.failed = True
            self._throw_away()

    def _one(self, query: str, *names: str) -> bytes | None:
        for value, checksum in self._rows(query, *names):
            if isinstance(value, bytes) and zlib.crc32(value) == checksum:  # damage may have made it a text
                return value
            self.spoilt()
        return None

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            return self._base.execute(query, values).fetchall()
        except sqlite3.Error:
            self.spoilt()
            return []

    def _opened(self) -> sqlite3.Connection | None:
        """The file as it is; None when it cannot be used."""
        if self._folder is None or not (self._folder / NAME).exists():
            return None
        try:
            base = _connected(self._folder / NAME)
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=OFF")
            row = base.execute("SELECT value FROM about WHERE name='program'").fetchone()
            if row and row[0] == self._program:
                return base
            base.close()
        except sqlite3.Error:
            self.spoilt()
            return None
        return None

    def _begun(self) -> sqlite3.Connection | None:
        """A new file; None when nothing can be written."""
        if self._folder is None:
            return None
        self._throw_away()
        try:
            base = _tables(_connected(self._folder / NAME))
            base.execute("INSERT INTO about VALUES ('program', ?, ?)", (self._program, zlib.crc32(self._program)))
        except sqlite3.Error:
            self.failed = True
            return None
        return base

    def _throw_away(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                assert self._folder is not None, "nothing was written without a folder"
                (self._folder / f"{NAME}{suffix}").unlink(missing_ok=True)


def _connected(place: Path | str) -> sqlite3.Connection:
    """A connection that several threads may use, one at a time."""
    return sqlite3.connect(place, isolation_level=None, check_same_thread=False)


def _tables(base: sqlite3.Connection) -> sqlite3.Connection:
    base.execute(f"PRAGMA page_size={_PAGE}")
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=OFF")
    base.executescript(_TABLES + tables(PARTS))
    return base
