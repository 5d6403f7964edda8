"""The forms that papers of procedures name, as they are handed out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from congkhai.model.procedure import Procedure
from congkhai.source.load import FILES
from congkhai.source.repository import Repository

_LARGEST = 10_000_000


def read_forms(root: Path, repository: Repository) -> Mapping[str, bytes]:
    """PDF files below `content/files/` that a paper names, by their path there.

    A file that is not there, is a link, or is over 10 MB, is left out.
    """
    named: set[str] = set()
    for source in repository.all("procedure"):
        procedure: Procedure = source.record
        named |= {paper.form for case in procedure.cases for paper in case.papers if paper.form}
    found: dict[str, bytes] = {}
    for name in sorted(named):
        path = root / FILES / name
        if (
            path.suffix.lower() == ".pdf"
            and not path.is_symlink()
            and path.is_file()
            and path.stat().st_size < _LARGEST
        ):
            found[name] = path.read_bytes()
    return found
