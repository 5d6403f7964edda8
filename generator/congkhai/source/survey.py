"""Which files an office has, and whether any of them changed: by their stamps, without reading them."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from congkhai.source.stamp import changed_at, stamp

#: All that a site is made from, relative to the office's root.
INPUTS = ("content", "plans", "site_config", "docs", "mkdocs.yml")
#: How long before it is looked at, in nanoseconds, a file must have changed for its times to tell its next change.
SETTLED = 50_000_000


@dataclass(frozen=True, slots=True)
class Survey:
    """The stamp of every file by its path relative to the root.

    They are `settled` when none of the files changed so shortly before that it may change again without a new stamp.
    """

    stamps: Mapping[str, bytes]
    settled: bool = True

    def digest(self, *folders: str) -> str:
        """A text that changes when a file below one of the folders, or one of that name, comes, goes or changes.

        Without folders it is of all files.
        """
        total = hashlib.blake2b(digest_size=16)
        inside = tuple(f"{folder}/" for folder in folders) if folders else ("",)
        for path, mark in self.stamps.items():
            if path in folders or path.startswith(inside):
                total.update(path.encode(errors="surrogateescape") + b"\0" + mark)
        return total.hexdigest()


def survey(root: Path) -> Survey:
    """Look at all that a site of the office at `root` is made from."""
    stamps = dict(sorted(_stamps(os.fspath(root))))
    latest = max((changed_at(mark) for mark in stamps.values() if mark), default=0)
    return Survey(stamps, time.time_ns() - latest > SETTLED)


def _stamps(root: str) -> Iterator[tuple[str, bytes]]:
    for name in INPUTS:
        top = os.path.join(root, name)
        if os.path.isfile(top):
            yield name, stamp(os.stat(top))
        yield from _below(top, name)


def _below(folder: str, name: str) -> Iterator[tuple[str, bytes]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, path)
            continue
        try:
            yield path, stamp(entry.stat())
        except OSError:
            yield path, b""
