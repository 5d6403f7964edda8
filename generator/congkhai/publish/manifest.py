"""`manifest.json`: each output, what it was made from, and its SHA-256."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from congkhai import __version__
from congkhai.publish.output import Output

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Stamped:
    """What is known of a written file."""

    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a site as it was last written; empty when there is none or it cannot be read."""

    files: Mapping[str, Stamped] = field(default_factory=dict)

    @classmethod
    def read(cls, site: Path) -> Manifest:
        """The manifest of the folder `site`. A damaged one counts as none: everything is then written again."""
        try:
            entries = json.loads((site / NAME).read_bytes())["files"]
            return cls({e["path"]: Stamped(e["sha256"], e["size"]) for e in entries})
        except (OSError, ValueError, KeyError, TypeError):
            return cls()


def manifest_bytes(outputs: Mapping[str, Output], day: date) -> bytes:
    """The manifest of outputs as JSON, one file a line so that two can be compared by eye."""
    lines = [
        json.dumps(
            {"path": o.path, "sha256": o.digest, "size": len(o.data), "sources": list(o.sources)}, ensure_ascii=False
        )
        for o in outputs.values()
    ]
    head = json.dumps({"generator": f"congkhai {__version__}", "date": day.isoformat()})[1:-1]
    return ("{" + head + ', "files": [\n' + ",\n".join(lines) + "\n]}\n").encode()
