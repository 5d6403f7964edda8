"""Read whole folders: themes, guides, attached files."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path


def read_tree(root: Path, inside: str) -> Mapping[str, bytes]:
    """Every regular file below the folder `inside` of an office, by its path in it; empty when there is no such folder.

    Links are left out, in the place of the folder as well: they could bring in what lies outside the repository.
    """
    folder = root / inside
    parts = Path(inside).parts
    way = [root.joinpath(*parts[:size]) for size in range(1, len(parts) + 1)]
    if not folder.is_dir() or any(place.is_symlink() for place in way):
        return {}
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if not _hidden(path, folder)}


def read_package(folder: Traversable, prefix: str = "") -> dict[str, bytes]:
    """Every file of a folder that ships with the program."""
    found: dict[str, bytes] = {}
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.startswith((".", "__")):
            continue
        if entry.is_dir():
            found |= read_package(entry, f"{prefix}{entry.name}/")
        else:
            found[prefix + entry.name] = entry.read_bytes()
    return found


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
