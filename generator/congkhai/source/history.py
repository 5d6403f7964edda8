"""When each file was last changed and what it said before, as git remembers it."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from congkhai.source.one_file import typed
from congkhai.source.repository import Source

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


def earlier_records(root: Path, sources: Iterable[Source]) -> Mapping[str, tuple[object, ...]]:
    """Path to the records that a file held before, the oldest first; empty where there is no git or no history.

    A version that cannot be read as a record any more is passed over. A clone without depth knows no past: its
    calendars then start to count anew.
    """
    wanted = {source.path: source for source in sources if not source.shipped}
    command = [
        "git", "-c", "core.quotePath=false", "log", f"--format={_MARK}%H", "--name-only", "--relative",
        "--no-renames", "--diff-filter=d", "--", "content", "plans",
    ]  # fmt: skip
    log = _git(root, command, b"")
    if not wanted or log is None:
        return {}
    places: list[tuple[str, str]] = []
    commit = ""
    for line in log.decode("utf-8", "replace").splitlines():
        if line.startswith(_MARK):
            commit = line[1:]
        elif line in wanted:
            places.append((commit, line))
    asked = "".join(f"{commit}:./{path}\n" for commit, path in places).encode()
    answer = _git(root, ["git", "cat-file", "--batch"], asked)
    if answer is None:
        return {}
    versions: dict[str, list[tuple[str, bytes]]] = {}
    for (_, path), data in zip(reversed(places), reversed(tuple(_blobs(answer))), strict=False):
        mine, digest = versions.setdefault(path, []), hashlib.sha256(data).hexdigest()
        if not mine or mine[-1][0] != digest:
            mine.append((digest, data))
    return {path: tuple(_records(wanted[path], mine)) for path, mine in versions.items()}


def _records(source: Source, versions: list[tuple[str, bytes]]) -> Iterator[object]:
    """The records of all versions but the last when that is the file of today."""
    if versions and versions[-1][0] == source.digest:
        versions = versions[:-1]
    for _, data in versions:
        one = typed(source.path, data, source.kind, source.key.office)
        if one.source:
            yield one.source.record


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
