"""Which files an office has, and whether any of them changed: by their stamps, without reading them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from congkhai.source.stamp import stamp

#: All that a site is made from, relative to the office's root.
INPUTS = ("content", "plans", "site_config", "docs", "mkdocs.yml")
#: Where git keeps what was committed last.
_HISTORY = (".git/HEAD", ".git/logs/HEAD", ".git/packed-refs")


@dataclass(frozen=True, slots=True)
class Survey:
    """The stamp of every file by its path relative to the root."""

    stamps: Mapping[str, bytes]

    def digest(self, *folders: str) -> str:
        """A text that changes when a file below one of the folders, or one of that name, comes, goes or changes."""
        total = hashlib.blake2b(digest_size=16)
        for path, mark in self.stamps.items():
            if path in folders or path.startswith(tuple(f"{folder}/" for folder in folders)):
                total.update(path.encode(errors="surrogateescape") + b"\0" + mark)
        return total.hexdigest()


def survey(root: Path) -> Survey:
    """Look at all that a site of the office at `root` is made from."""
    return Survey(dict(sorted(_stamps(os.fspath(root)))))


def _stamps(root: str) -> Iterator[tuple[str, bytes]]:
    for name in (*INPUTS, *_HISTORY):
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
