"""Published notices merged into one file to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from congkhai.pdf_merge import MergeError, Part, merge, problems
from congkhai.publish.place import place


@dataclass(frozen=True, slots=True)
class Merged:
    """How many files were merged, or why none was: then nothing was written."""

    count: int
    refused: tuple[MergeError, ...] = ()


def merge_files(paths: Sequence[Path], out: Path, title: str, language: str, day: date) -> Merged:
    """Merge PDF files in the given order and write the result. `language` is that of the title.

    Raises OSError for a file that cannot be read or written.
    """
    parts = [Part(str(path), path.read_bytes()) for path in paths]
    try:
        data = merge(parts, title, language=language, made=day)
    except MergeError as error:
        return Merged(0, problems(parts) or (error,))
    place(out, data)
    return Merged(len(parts))
