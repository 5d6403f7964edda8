"""One file of the site before it is written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

#: Characters of a path that every file system and server takes as they are.
_SAFE = re.compile(r"[\w][\w.+-]*|\.htaccess", re.ASCII)


class OutputError(ValueError):
    """Two outputs claim one path, or a path would leave the site: a mistake of ours, caught before writing."""


@dataclass(frozen=True)
class Output:
    """`path` is relative to the site; `sources` are the files (relative to the root) that it was made from."""

    path: str
    data: bytes
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(_SAFE.fullmatch(part) and ".." not in part for part in self.path.split("/")):
            raise OutputError(self.path)

    @cached_property
    def digest(self) -> str:
        """SHA-256 in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def gather(outputs: Iterable[Output]) -> Mapping[str, Output]:
    """Outputs by path, sorted. Raises OutputError when two want one path, or one a folder that is another's file."""
    found: dict[str, Output] = {}
    for output in outputs:
        if output.path in found:
            raise OutputError(f"{output.path}: {found[output.path].sources}, {output.sources}")
        found[output.path] = output
    for path in found:
        parts = path.split("/")
        for depth in range(1, len(parts)):
            if "/".join(parts[:depth]) in found:
                raise OutputError(path)
    return dict(sorted(found.items()))
