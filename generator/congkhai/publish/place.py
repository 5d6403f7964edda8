"""Write one file outside the site, atomically, and only when it changes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def place(path: Path, data: bytes) -> bool:
    """Make `path` hold `data`; say whether it did not before."""
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    os.chmod(name, 0o644)
    os.replace(name, path)
    return True
