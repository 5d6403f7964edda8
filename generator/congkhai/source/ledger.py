"""The ledger of printed copies: every version of every notice that was ever published."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from congkhai.model.copy import Copy
from congkhai.source.ledger_entry import LEDGER, entry_path, parse_entry

#: A longer file is no entry of ours.
_MAX_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class Fault:
    """A file of the ledger that is not as it was recorded: unreadable, or changed since."""

    path: str
    readable: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """The versions that could be read, in the order of their files, and the files with a fault."""

    copies: tuple[Copy, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_ledger(root: Path) -> Ledger:
    """Read the ledger of the office at `root`. A file that was changed by hand is a fault and counts for nothing."""
    copies: list[Copy] = []
    faults: list[Fault] = []
    for path in _files(root):
        data = _data(root / path)
        entry = parse_entry(data) if data else None
        if entry is None:
            faults.append(Fault(path, readable=False))
            continue
        copy, whole = entry
        if whole and entry_path(copy) == path:
            copies.append(copy)
        else:
            faults.append(Fault(path, readable=True))
    return Ledger(tuple(copies), tuple(faults))


def _files(root: Path) -> Iterator[str]:
    """Every file below the folder, sorted; a link is a file that cannot be read."""
    for folder, folders, names in os.walk(root / LEDGER):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                yield Path(folder, name).relative_to(root).as_posix()


def _data(path: Path) -> bytes:
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _MAX_BYTES:
            return b""
        return path.read_bytes()
    except OSError:
        return b""
