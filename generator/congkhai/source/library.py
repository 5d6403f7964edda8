"""Files as they were read before: what did not change since is not parsed again; records are fetched when needed."""

from __future__ import annotations

import hashlib
import marshal
import os
import pickle
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from congkhai.model.finding import Finding
from congkhai.model.kinds import KINDS, Kind
from congkhai.source.bind import Reference
from congkhai.source.nodes import Mapping
from congkhai.source.one_file import ReadFile, typed
from congkhai.source.reader import read
from congkhai.source.repository import Key, Source, Unread, heading_of
from congkhai.source.secrecy import may_be_kept
from congkhai.source.shelf import FileRow, Shelf
from congkhai.source.stamp import stamp
from congkhai.source.survey import SETTLED

#: How many records are held at once; the others are fetched again.
_HELD = 16_000
#: How many files are read before they are put away.
_BATCH = 500


class Head(NamedTuple):
    """What is known of a file without fetching it. `id` is empty where the file cannot bear one."""

    kind: str
    office: str
    id: str
    digest: str
    heading: str
    readable: bool

    @property
    def key(self) -> Key | None:
        """The key of its record."""
        return Key(self.kind, self.id, self.office) if self.id else None


class Opened(NamedTuple):
    """The bytes of a file, and what the file system said of it just before they were read."""

    data: bytes
    about: os.stat_result


class Body(NamedTuple):
    """The rest."""

    record: Any
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...]


class Library(Unread):
    """The files of a root, kept on a shelf."""

    def __init__(self, root: Path, shelf: Shelf) -> None:
        self._root = root
        self._shelf = shelf
        self._stamps: dict[str, bytes] = {}
        self._heads: dict[str, Head] = {}
        self._held: dict[str, Body] = {}
        self._fresh: list[FileRow] = []
        for path, (mark, head) in shelf.heads().items():
            self._stamps[path] = mark
            self._heads[path] = Head(*marshal.loads(head))  # noqa: S302 - written by ourselves

    def unchanged(self, path: str, root: Path) -> Head | None:
        """What is known of a file, if it still bears the stamp under which it was read."""
        known = self._stamps.get(path)
        if known is None:
            return None
        try:
            about = os.stat(os.path.join(root, path), follow_symlinks=False)
        except OSError:
            return None
        return self._heads[path] if known == stamp(about) else None

    def same(self, path: str, opened: Opened) -> Head | None:
        """What is known of a file of which only the stamp changed."""
        head = self._heads.get(path)
        if head is None or head.digest != hashlib.sha256(opened.data).hexdigest():
            return None
        body = self._shelf.body(path)
        if body is None:
            return None
        self._put(path, opened.about, head, body)
        return head

    def add(self, path: str, opened: Opened, found: ReadFile, kind: Kind, office: str) -> Head:
        """Keep a file that was just read; one that is not for everybody is read again each time."""
        source = found.source
        record = source.record if source else None
        open_ = may_be_kept(record)
        heading = heading_of(source.key, record) if source and open_ else ""
        digest = hashlib.sha256(opened.data).hexdigest()
        head = Head(kind.name, office, found.key.id if found.key else "", digest, heading, source is not None)
        body = Body(record, found.findings, found.references)
        self._heads[path] = head
        self._hold(path, body)
        self._put(path, opened.about, head, pickle.dumps(tuple(body), protocol=5) if open_ else b"")
        return head

    def source(self, path: str) -> Source | None:
        """The source of a file that is known; None when it holds no record that can be read."""
        head = self._heads[path]
        return Source(head.key, path, self, self, head.digest) if head.key and head.readable else None

    def forget(self, paths: Iterable[str]) -> None:
        """Take away all files but these, and put away what was read."""
        gone = set(self._stamps) - set(paths)
        for path in gone:
            del self._heads[path], self._stamps[path]
        self._flush(gone)

    def read(self, path: str) -> Body:
        """Record, findings and references of a file. Raises OSError when it must be read again and cannot be."""
        body = self._held.get(path)
        if body is not None:
            return body
        kept = self._shelf.body(path)
        body = Body(*pickle.loads(kept)) if kept else self._again(path)  # noqa: S301 - written by ourselves
        self._hold(path, body)
        return body

    def digest(self, path: str) -> str:
        """The SHA-256 of a file that is known; empty for any other."""
        return self._heads[path].digest if path in self._heads else ""

    def record(self, source: Source) -> Any:  # noqa: ANN401 - a record of any kind
        """The record of a source."""
        body = self._held.get(source.path)
        return body.record if body is not None else self.read(source.path).record

    def tree(self, source: Source) -> Mapping:
        """The tree of its file, read again."""
        tree, _ = read(source.path, (self._root / source.path).read_bytes())
        if tree is None:
            raise ValueError(source.path)
        return tree

    def heading(self, source: Source) -> str:
        """What its record is called."""
        return self._heads[source.path].heading or heading_of(source.key, self.record(source))

    def _hold(self, path: str, body: Body) -> None:
        self._held[path] = body
        if len(self._held) > _HELD:
            del self._held[next(iter(self._held))]

    def _put(self, path: str, about: os.stat_result, head: Head, body: bytes) -> None:
        # A file changed just now may change again without a new time.
        mark = stamp(about) if time.time_ns() - about.st_mtime_ns > SETTLED else b""
        self._stamps[path] = mark
        self._fresh.append(FileRow(path, mark, marshal.dumps(tuple(head)), body))
        if len(self._fresh) >= _BATCH:
            self._flush(())

    def _flush(self, gone: Iterable[str]) -> None:
        self._shelf.keep({}, files=self._fresh, no_files=gone)
        self._fresh = []

    def _again(self, path: str) -> Body:
        """A file whose row was lost since its head was read."""
        head = self._heads[path]
        data = (self._root / path).read_bytes()
        if hashlib.sha256(data).hexdigest() != head.digest:
            raise ValueError(path)
        found = typed(path, data, KINDS[head.kind], head.office)
        return Body(found.source.record if found.source else None, found.findings, found.references)
