"""Write files outside the site, atomically, and only when they change."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def place(path: Path, data: bytes) -> bool:
    """Make `path` hold `data`; say whether it did not before."""
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass
    os.replace(_stage(path, data), path)
    return True


def place_together(changed: Mapping[Path, bytes], new: Mapping[Path, bytes]) -> None:
    """Write files that belong together: all are beside their places before the first of them goes there.

    Raises FileExistsError, with nothing written, when one of the new files is there already: somebody was quicker.
    """
    staged = {path: _stage(path, data) for path, data in {**new, **changed}.items()}
    taken: list[Path] = []
    try:
        for path in new:
            path.open("xb").close()
            taken.append(path)
        for path, name in staged.items():
            os.replace(name, path)
    except OSError:
        for path in taken:
            path.unlink(missing_ok=True)
        raise
    finally:
        for name in staged.values():
            name.unlink(missing_ok=True)


def _stage(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    os.chmod(name, 0o644)
    return Path(name)
