"""When each file was last changed and what it said before, as git remembers it."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from congkhai.model.kinds import Kind
from congkhai.source.load import placed_at
from congkhai.source.one_file import typed
from congkhai.source.repository import Key, Source

_MARK = "\x01"


def last_changes(root: Path) -> Mapping[str, date]:
    """Path (relative to `root`) to the day of its last commit; empty where there is no git or no history."""
    command = [
        "git", "-c", "core.quotePath=false", "log", f"--format={_MARK}%cI", "--name-only", "--relative",
        "--no-renames", "--", "content", "plans", "site_config", "docs",
    ]  # fmt: skip
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True, encoding="utf-8")  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return {}
    changes: dict[str, date] = {}
    day: date | None = None
    for line in done.stdout.splitlines():
        if line.startswith(_MARK):
            day = datetime.fromisoformat(line[1:]).date()
        elif line and day:
            changes.setdefault(line, day)
    return changes


@dataclass(frozen=True, slots=True)
class Removed:
    """A record whose file is gone: as it was last, and the records that the file held before, the oldest first.

    None stands for a time in which the file was not there.
    """

    source: Source
    earlier: tuple[object | None, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What git remembers of records: earlier versions by the path of their file, and records whose files are gone.

    None stands for a time in which a file was not there.
    """

    earlier: Mapping[str, tuple[object | None, ...]] = field(default_factory=dict)
    removed: tuple[Removed, ...] = ()


def read_past(root: Path, sources: Iterable[Source], kinds: Container[str]) -> Past:
    """The past of some records, and the records of some kinds that are there no more; empty without history.

    A version that cannot be read as a record any more is passed over. A clone without depth knows no past: its
    calendars then start to count anew. A record that went to another file is not gone.
    """
    here = {source.path: source for source in sources if not source.shipped}
    keys = {source.key for source in here.values()}
    gone: dict[str, tuple[Kind, str]] = {}

    def wanted(path: str) -> bool:
        placed = None if path in here else gone.get(path) or placed_at(path)
        if placed and placed[0].name in kinds:
            gone[path] = placed
        return path in here or path in gone

    versions = _versions(root, wanted)
    earlier = {path: tuple(_records(here[path], mine)) for path, mine in versions.items() if path in here}
    removed: dict[Key, Removed] = {}
    for path, mine in versions.items():
        read = [typed(path, data, *gone[path]).source if data is not None else None for _, data in mine if path in gone]
        while read and read[-1] is None:
            read.pop()
        if read and (last := read[-1]):
            before = removed.get(last.key)
            moved = (*before.earlier, before.source.record, None) if before else ()
            removed[last.key] = Removed(last, (*moved, *(source.record if source else None for source in read[:-1])))
    kept = sorted((key for key in removed if key not in keys), key=lambda key: (key.kind, key.office, key.id))
    return Past(earlier, tuple(removed[key] for key in kept))


#: A version of a file: its digest and what it held; None where the file was deleted.
_Version = tuple[str, bytes | None]


def _versions(root: Path, wanted: Callable[[str], bool]) -> dict[str, list[_Version]]:
    """What the files held, the oldest version first and files in the order of their first."""
    command = [
        "git", "-c", "core.quotePath=false", "log", f"--format={_MARK}%H", "--name-status", "--relative",
        "--no-renames", "--", "content", "plans",
    ]  # fmt: skip
    log = _git(root, command, b"")
    places: list[tuple[str, str]] = []
    commit = ""
    for line in (log or b"").decode("utf-8", "replace").splitlines():
        if line.startswith(_MARK):
            commit = line[1:]
            continue
        status, _, path = line.partition("\t")
        if path and wanted(path):
            places.append(("" if status == "D" else commit, path))
    asked = "".join(f"{commit}:./{path}\n" for commit, path in places if commit).encode()
    answer = _git(root, ["git", "cat-file", "--batch"], asked) if asked else b""
    if answer is None:
        return {}
    held = list(_blobs(answer))
    versions: dict[str, list[_Version]] = {}
    for commit, path in reversed(places):
        data = held.pop() if commit else None
        mine, digest = versions.setdefault(path, []), hashlib.sha256(data).hexdigest() if data is not None else ""
        if not mine or mine[-1][0] != digest:
            mine.append((digest, data))
    return versions


def _records(source: Source, versions: list[_Version]) -> Iterator[object | None]:
    """The records of all versions but the last when that is the file of today."""
    if versions and versions[-1][0] == source.digest:
        versions = versions[:-1]
    for _, data in versions:
        one = typed(source.path, data, source.kind, source.key.office) if data is not None else None
        if one is None or one.source:
            yield one.source.record if one and one.source else None


def _git(root: Path, command: list[str], given: bytes) -> bytes | None:
    try:
        return subprocess.run(command, cwd=root, capture_output=True, check=True, input=given).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None


def _blobs(answer: bytes) -> Iterator[bytes]:
    """The contents that `git cat-file --batch` prints, each after a line with its name, type and size."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        size = int(head[-1]) if head[-1].isdigit() else 0
        at = end + 1
        if head[-1].isdigit():
            yield answer[at : at + size]
            at += size + 1
        else:
            yield b""
