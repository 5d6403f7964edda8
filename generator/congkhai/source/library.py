"""Files as they were read before: what did not change since is not parsed again; records are fetched when needed."""

from __future__ import annotations

import hashlib
import marshal
import os
import pickle
import time
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from congkhai.model.finding import Finding
from congkhai.model.kinds import KINDS, Kind
from congkhai.source import nodes
from congkhai.source.bind import Reference
from congkhai.source.chunks import changed_chunks, kept_list
from congkhai.source.one_file import ReadFile, typed
from congkhai.source.reader import read
from congkhai.source.register import shipped
from congkhai.source.repository import Key, Source, Unread, heading_of
from congkhai.source.secrecy import may_be_kept
from congkhai.source.shelf import FileRow, Shelf
from congkhai.source.stamp import stamp
from congkhai.source.survey import SETTLED, Survey

#: How many records are held at once; the others are fetched again.
_HELD = 16_000
#: How many files are read before they are put away.
_BATCH = 500
#: The one row of all heads, and that of what came with the program.
_HEADS, _SHIPPED = "files", "shipped"


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


#: The same as a plain tuple, of which ten thousand are read in a moment.
Plain = tuple[str, str, str, str, str, bool]


class Opened(NamedTuple):
    """The bytes of a file, and what the file system said of it just before they were read."""

    data: bytes
    about: os.stat_result


class Body(NamedTuple):
    """The rest."""

    record: Any
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...]


class Packed(NamedTuple):
    """A file that was read: head, stamp, and the rest as bytes, which may be kept where they are `open` to all."""

    head: Plain
    mark: bytes
    body: bytes
    open: bool


def packed(opened: Opened, found: ReadFile, kind: Kind, office: str) -> Packed:
    """What is kept of a file."""
    source = found.source
    record = source.record if source else None
    open_ = may_be_kept(record)
    heading = heading_of(source.key, record) if source and open_ else ""
    digest = source.digest if source else hashlib.sha256(opened.data).hexdigest()
    head = (kind.name, office, found.key.id if found.key else "", digest, heading, source is not None)
    return Packed(head, _mark(opened.about), pickle.dumps(tuple(_body(found)), protocol=5), open_)


def _body(found: ReadFile) -> Body:
    return Body(found.source.record if found.source else None, found.findings, found.references)


class Library(Unread):
    """The files of a root, kept on a shelf."""

    def __init__(self, root: Path, shelf: Shelf) -> None:
        self._root = root
        self._shelf = shelf
        self._held: OrderedDict[str, Body] = OrderedDict()
        self._packed: dict[str, bytes] = {}
        self._fresh: list[FileRow] = []
        self._program = _Program(shelf)
        self._kept = kept_list(shelf, _HEADS)
        names, *rows = self._kept or [""]
        self._names: str = names
        self._stamps: dict[str, bytes] = {path: mark for path, mark, _ in rows}
        self._heads: dict[str, Plain] = {path: head for path, _, head in rows}

    @property
    def heads(self) -> Mapping[str, Plain]:
        """What is known of all files, by path in their order."""
        return self._heads

    def changed(self, seen: Survey) -> list[str] | None:
        """The files that may have changed, when there are just those that were there the last time; None otherwise."""
        if not self._stamps or self._names != seen.names:
            return None
        now = seen.stamps
        return [path for path, mark in self._stamps.items() if now.get(path) != mark]

    def unchanged(self, path: str, root: Path) -> Head | None:
        """What is known of a file, if it still bears the stamp under which it was read."""
        known = self._stamps.get(path)
        if not known:
            return None
        try:
            about = os.stat(os.path.join(root, path), follow_symlinks=False)
        except OSError:
            return None
        return Head(*self._heads[path]) if known == stamp(about) else None

    def same(self, path: str, opened: Opened) -> Head | None:
        """What is known of a file of which only the stamp changed."""
        known = self._heads.get(path)
        if known is None:
            return None
        head = Head(*known)
        if head.digest != hashlib.sha256(opened.data).hexdigest() or self._shelf.body(path, head.digest) is None:
            return None
        self._stamps[path] = _mark(opened.about)
        return head

    def add(self, path: str, opened: Opened, found: ReadFile, kind: Kind, office: str) -> Head:
        """Keep a file that was just read; one that is not for everybody is read again each time."""
        self._packed.pop(path, None)
        self._hold(path, _body(found))
        return self._keep(path, packed(opened, found, kind, office))

    def take(self, path: str, taken: Packed) -> Head:
        """The same for a file that was read by another process. Whoever is copied from this one finds it opened."""
        if len(self._held) < _HELD:
            self._hold(path, Body(*pickle.loads(taken.body)))  # noqa: S301 - written by a copy of ourselves
        else:
            self._packed[path] = taken.body
        return self._keep(path, taken)

    def _keep(self, path: str, taken: Packed) -> Head:
        self._heads[path] = taken.head
        self._stamps[path] = taken.mark
        self._fresh.append(FileRow(path, taken.head[3], taken.body if taken.open else b""))
        if len(self._fresh) >= _BATCH:
            self._flush({}, ())
        return Head(*taken.head)

    def source(self, path: str) -> Source | None:
        """The source of a file that is known; None when it holds no record that can be read."""
        kind, office, id_, digest, _, readable = self._heads[path]
        return Source(Key(kind, id_, office), path, self, self, digest) if id_ and readable else None

    def shipped(self) -> tuple[Source, ...]:
        """What came with the program, read once for all runs of it."""
        kept = self._shelf.about(_SHIPPED)
        if kept is None:
            came = shipped()
            told = [(s.key.kind, s.key.office, s.key.id, s.path, s.digest) for s in came]
            rows = [FileRow(s.path, s.digest, pickle.dumps(s.record, protocol=5)) for s in came]
            self._shelf.keep({_SHIPPED: marshal.dumps(told)}, files=rows)
            return came
        return tuple(
            Source(Key(kind, id_, office), path, self._program, self._program, digest, shipped=True)
            for kind, office, id_, path, digest in marshal.loads(kept)  # noqa: S302 - written by ourselves
        )

    def shelve(self, paths: Iterable[str], names: str) -> None:
        """Keep these files, in this order, and no others. `names` is what a survey tells of their names; empty when
        something is wrong with one of them that is not known from reading it.
        """
        wanted = dict.fromkeys(paths)
        gone = [path for path in self._stamps if path not in wanted]
        order = [path for path in wanted if path in self._heads]
        if gone or order != list(self._heads):
            self._heads = {path: self._heads[path] for path in order}
            self._stamps = {path: self._stamps[path] for path in order}
        rows = [(path, self._stamps[path], head) for path, head in self._heads.items()]
        about = changed_chunks(_HEADS, [names, *rows], self._kept)
        if about or gone or self._fresh:
            self._flush(about, gone)

    def read(self, path: str) -> Body:
        """Record, findings and references of a file. Raises OSError when it must be read again and cannot be."""
        body = self._held.get(path)
        if body is not None:
            return body
        kept = self._packed.pop(path, None) or self._shelf.body(path, self._heads[path][3])
        body = Body(*pickle.loads(kept)) if kept else self._again(path)  # noqa: S301 - written by ourselves
        self._hold(path, body)
        return body

    def digest(self, path: str) -> str:
        """The SHA-256 of a file that is known; empty for any other."""
        return self._heads[path][3] if path in self._heads else ""

    def record(self, source: Source) -> Any:  # noqa: ANN401 - a record of any kind
        """The record of a source."""
        body = self._held.get(source.path)
        return body.record if body is not None else self.read(source.path).record

    def tree(self, source: Source) -> nodes.Mapping:
        """The tree of its file, read again."""
        tree, _ = read(source.path, (self._root / source.path).read_bytes())
        if tree is None:
            raise ValueError(source.path)
        return tree

    def heading(self, source: Source) -> str:
        """What its record is called."""
        return self._heads[source.path][4] or heading_of(source.key, self.record(source))

    def _hold(self, path: str, body: Body) -> None:
        self._held[path] = body
        if len(self._held) > _HELD:
            self._held.popitem(last=False)

    def _flush(self, about: dict[str, bytes], gone: Iterable[str]) -> None:
        self._shelf.keep(about, files=self._fresh, no_files=gone)
        for row in self._fresh:
            if row.body:  # fetched from there when it is wanted
                self._packed.pop(row.path, None)
        self._fresh = []

    def _again(self, path: str) -> Body:
        """A file whose row was lost since its head was read."""
        head = Head(*self._heads[path])
        data = (self._root / path).read_bytes()
        if hashlib.sha256(data).hexdigest() != head.digest:
            raise ValueError(path)
        return _body(typed(path, data, KINDS[head.kind], head.office))


class _Program(Unread):
    """What came with the program, kept on a shelf as well."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._held: dict[str, Any] = {}

    def record(self, source: Source) -> Any:  # noqa: ANN401 - a record of any kind
        """The record of a source."""
        if source.path not in self._held:
            kept = self._shelf.body(source.path, source.digest)
            self._held[source.path] = pickle.loads(kept) if kept else self._again(source).record  # noqa: S301
        return self._held[source.path]

    def tree(self, source: Source) -> nodes.Mapping:
        """The tree of its file."""
        tree: nodes.Mapping = self._again(source).tree
        return tree

    def heading(self, source: Source) -> str:
        """What its record is called."""
        return heading_of(source.key, self.record(source))

    def _again(self, source: Source) -> Source:
        return next(one for one in shipped() if one.path == source.path)


def _mark(about: os.stat_result) -> bytes:
    """The stamp of a file; none when it changed just now, since it may change again without a new time."""
    return stamp(about) if time.time_ns() - about.st_mtime_ns > SETTLED else b""
