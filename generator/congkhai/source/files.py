"""The files that records may attach."""

from __future__ import annotations

import os
from pathlib import Path

from congkhai.source.load import FILES


def attached_files(root: Path) -> frozenset[str]:
    """Paths of all regular files below `content/files/`, relative to that folder."""
    base = root / FILES
    return frozenset(
        Path(folder, name).relative_to(base).as_posix()
        for folder, _, names in os.walk(base)
        for name in names
        if not Path(folder, name).is_symlink()
    )
