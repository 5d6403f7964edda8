"""Which files an office has, and whether any of them changed: by their stamps, without reading them."""

from __future__ import annotations

import hashlib
import os
import time
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from congkhai.source.stamp import changed_at, stamp

#: All that a site is made from, relative to the office's root.
INPUTS = ("content", "plans", "site_config", "docs", "mkdocs.yml")
#: How long before it is looked at, in nanoseconds, a file must have changed for its times to tell its next change.
SETTLED = 50_000_000
#: Before the stamp of what a link leads to.
_LINK = b"link "


@dataclass(frozen=True)
class Survey:
    """The stamp of every file by its path relative to the root.

    They are `settled` when none of the files changed so shortly before that it may change again without a new stamp.
    A folder stands there with a `/` at its end and no stamp; the stamp of a link has a mark, so that it is not that of
    a file.
    """

    stamps: Mapping[str, bytes]
    settled: bool = True

    @property
    def names(self) -> str:
        """A text that changes when a file, folder or link comes, goes, or becomes another of these."""
        links = "".join(f"{path}\0" for path, mark in self.stamps.items() if mark.startswith(_LINK))
        return hashlib.blake2b(
            "\0".join((*self.stamps, "", links)).encode(errors="surrogateescape"), digest_size=16
        ).hexdigest()

    def digest(self, *folders: str) -> str:
        """A text that changes when a file below one of the folders, or one of that name, comes, goes or changes.

        Without folders it is of all files.
        """
        if not folders:
            return self._all
        paths, total = self._paths, hashlib.blake2b(digest_size=16)
        for folder in sorted(set(folders)):
            start = bisect_left(paths, f"{folder}/")
            some = paths[start : bisect_left(paths, f"{folder}0", start)]  # `0` is what follows `/`
            total.update(self._told([folder] * (folder in self.stamps) + some))
        return total.hexdigest()

    @cached_property
    def _all(self) -> str:
        return hashlib.blake2b(self._told(self._paths), digest_size=16).hexdigest()

    @cached_property
    def _paths(self) -> list[str]:
        return sorted(self.stamps)

    def _told(self, paths: list[str]) -> bytes:
        return b"".join([path.encode(errors="surrogateescape") + b"\0" + self.stamps[path] for path in paths])


def survey(root: Path) -> Survey:
    """Look at all that a site of the office at `root` is made from."""
    stamps = dict(sorted(_stamps(os.fspath(root))))
    latest = max((changed_at(mark.removeprefix(_LINK)) for mark in stamps.values() if mark), default=0)
    return Survey(stamps, time.time_ns() - latest > SETTLED)


def _stamps(root: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for name in INPUTS:
        top = os.path.join(root, name)
        if os.path.isfile(top):
            found.append((name, stamp(os.stat(top))))
        _gather(top, name, found)
    return found


def _gather(folder: str, name: str, found: list[tuple[str, bytes]]) -> None:
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    found.append((f"{name}/", b""))
    with entries:
        for entry in entries:
            path = f"{name}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                _gather(entry.path, path, found)
                continue
            try:
                mark = stamp(entry.stat())
            except OSError:
                found.append((path, b""))
                continue
            found.append((path, _LINK + mark if entry.is_symlink() else mark))
