"""`manifest.json`: each output, what it was made from, and its SHA-256."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from congkhai import __version__

NAME = "manifest.json"
#: Lines as we write them. No path of a site has a character that JSON writes otherwise.
_LINES = re.compile(
    r'^(\{"path": "([^"\\\n]+)", "sha256": "([0-9a-f]{64})", "size": ([0-9]+), "sources": \[.*\]\}),?$', re.MULTILINE
)
#: How many lines are put together before they are written.
_LINES_AT_ONCE = 1000
#: Parts of a path that lead out of a folder, or that none of ours has.
_NOWHERE = frozenset({"", ".", ".."})
_encoded = json.JSONEncoder(ensure_ascii=False).encode


class Stamped(NamedTuple):
    """What is known of a written file; `line` is its entry as the manifest has it."""

    digest: str
    size: int
    line: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a site as it was last written; empty when there is none or it cannot be read."""

    files: Mapping[str, Stamped] = field(default_factory=dict)

    @classmethod
    def read(cls, site: Path) -> Manifest:
        """The manifest of the folder `site`. A damaged one counts as none: everything is then written again."""
        try:
            text = (site / NAME).read_text("utf-8")
        except (OSError, ValueError):
            return cls()
        files = {path: Stamped(digest, int(size), line) for line, path, digest, size in _LINES.findall(text)}
        if any(path.startswith("/") or not _NOWHERE.isdisjoint(path.split("/")) for path in files):
            return cls()  # somebody else's: what it names would be removed
        return cls(files) if text.endswith("\n]}\n") and len(files) == text.count("\n") - 2 else cls()


def entry(path: str, digest: str, size: int, sources: Iterable[str]) -> Stamped:
    """What the manifest says of a file."""
    about = {"path": path, "sha256": digest, "size": size, "sources": list(sources)}
    return Stamped(digest, size, _encoded(about))


def manifest_pieces(files: Mapping[str, Stamped], day: date) -> Iterator[str]:
    """The manifest as JSON, one file a line so that two can be compared by eye; in pieces, as it may be very long."""
    head = json.dumps({"generator": f"congkhai {__version__}", "date": day.isoformat()})[1:-1]
    yield "{" + head + ', "files": ['
    paths = sorted(files)
    for start in range(0, len(paths), _LINES_AT_ONCE):
        lines = (files[path].line for path in paths[start : start + _LINES_AT_ONCE])
        yield (",\n" if start else "\n") + ",\n".join(lines)
    yield "\n]}\n"
