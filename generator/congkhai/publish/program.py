"""Which program is running: what was made by another one is not used again."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

import congkhai


@cache
def program() -> str:
    """A text that changes with the files of this package, the libraries installed beside it and the interpreter.

    It is that of the program which runs, also when its files are replaced meanwhile.
    """
    total = hashlib.blake2b(f"{sys.version} {congkhai.__version__}".encode(), digest_size=16)
    for folder, folders, names in os.walk(Path(congkhai.__file__).parent):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            about = os.stat(os.path.join(folder, name))
            total.update(f"{folder}/{name} {about.st_mtime_ns} {about.st_size}\0".encode())
    libraries = {name for path in sys.path for name in _installed(path)}
    total.update("\0".join(sorted(libraries)).encode())
    return total.hexdigest()


def _installed(path: str) -> list[str]:
    try:
        return [name for name in os.listdir(path) if name.endswith(".dist-info")]
    except OSError:
        return []
