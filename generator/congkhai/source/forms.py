"""The forms that papers of procedures name, as they are handed out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from congkhai.source.load import FILES
from congkhai.source.trace import note

_LARGEST = 10_000_000
_SUFFIX = ".pdf"


class Forms(Mapping[str, bytes]):
    """PDF files below `content/files/` by their path there, read when they are asked for; that is noted as `#files`.

    A file that is a link, or is over 10 MB, is left out.
    """

    def __init__(self, root: Path) -> None:
        self._folder = root / FILES

    def __getitem__(self, name: str) -> bytes:
        note("#files")
        path = self._folder / name
        if not self._counts(path):
            raise KeyError(name)
        return path.read_bytes()

    def __contains__(self, name: object) -> bool:
        note("#files")
        return isinstance(name, str) and self._counts(self._folder / name)

    def __iter__(self) -> Iterator[str]:
        note("#files")
        for folder, folders, names in os.walk(self._folder):
            folders.sort()
            yield from (
                path.relative_to(self._folder).as_posix()
                for path in (Path(folder, name) for name in sorted(names))
                if self._counts(path)
            )

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _counts(self, path: Path) -> bool:
        return (
            path.suffix.lower() == _SUFFIX
            and not path.is_symlink()
            and path.is_file()
            and path.stat().st_size < _LARGEST
        )
