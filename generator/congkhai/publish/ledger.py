"""Recording printed copies: the ledger in the office's repository grows and is never changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from congkhai.model.copy import Copy
from congkhai.publish.place import place
from congkhai.source.ledger_entry import entry_bytes, entry_path


def record(root: Path, copies: Iterable[Copy]) -> tuple[str, ...]:
    """Write an entry for each version below `root`; the paths of those that were new. Raises OSError."""
    return tuple(path for copy in copies if place(root / (path := entry_path(copy)), entry_bytes(copy)))
