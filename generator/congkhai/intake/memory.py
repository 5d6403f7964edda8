"""What earlier imports said, fact by fact, as digests: one line of JSON per record, kept with the office's settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

FOLDER = "site_config/imported"


def path_of(kind: str) -> str:
    """The file that remembers the imports of a kind, relative to the root."""
    return f"{FOLDER}/{kind}.jsonl"


def recall(root: Path, kind: str) -> dict[str, Mapping[str, str]]:
    """Digests by id and path of the fact; empty where nothing was imported yet. Damaged lines are passed over."""
    try:
        rows = (root / path_of(kind)).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    known: dict[str, Mapping[str, str]] = {}
    for row in rows:
        try:
            entry = json.loads(row)
        except ValueError:
            continue
        if isinstance(entry, dict) and isinstance(entry.get("id"), str) and isinstance(entry.get("facts"), dict):
            known[entry["id"]] = {str(path): str(digest) for path, digest in entry["facts"].items()}
    return known


def remember(known: Mapping[str, Mapping[str, str]]) -> bytes:
    """The content of the file, sorted, so that an unchanged import leaves it as it is."""
    rows = (
        json.dumps({"id": id, "facts": dict(sorted(known[id].items()))}, ensure_ascii=False) for id in sorted(known)
    )
    return "".join(f"{row}\n" for row in rows).encode()
