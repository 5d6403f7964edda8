"""What stands in the files that are published as they are: texts, and whether photographs tell their place."""

from __future__ import annotations

import codecs
import hashlib
import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from congkhai.source.documents import document_text
from congkhai.source.load import FILES
from congkhai.source.pictures import has_position
from congkhai.source.repository import Repository
from congkhai.source.stripped import stripped

_TEXTS = frozenset({".csv", ".tsv", ".txt", ".md"})
_DOCUMENTS = frozenset({".docx", ".xlsx", ".odt", ".ods"})
_PICTURES = frozenset({".jpg", ".jpeg", ".png"})
_FOLDERS = (FILES, "docs")
_MOST = 8_000_000


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file. `path` is relative to the root; `text` is None for a picture, `position` that it tells its place."""

    path: str
    text: str | None = None
    position: bool = False

    @property
    def table(self) -> bool:
        """Whether the text is a table."""
        return self.path.lower().endswith((".csv", ".tsv", ".xlsx"))


def read_attachments(root: Path) -> tuple[Attachment, ...]:
    """Texts, documents and pictures below `content/files` and `docs`, by path; what cannot be read is left out."""
    return tuple(sorted(_walk(root), key=lambda attachment: attachment.path))


def posted_digests(root: Path, repository: Repository) -> Mapping[str, str]:
    """The SHA-256 of every attached file that a posting says was hung up, by its path below `content/files`."""
    found: dict[str, str] = {}
    for source in repository.all("posting"):
        for posted in source.record.files:
            path = posted.file.removeprefix("tep/")
            if path != posted.file and path not in found and (data := attached(root, path)) is not None:
                found[path] = hashlib.sha256(data).hexdigest()
    return found


def attached(root: Path, path: str) -> bytes | None:
    """An attached file as it is published; None when there is none, or it is a link to somewhere else."""
    file = root / FILES / path
    if ".." in path.split("/") or file.is_symlink() or not file.is_file():
        return None
    try:
        return stripped(file.read_bytes())
    except OSError:
        return None


def _walk(root: Path) -> Iterator[Attachment]:
    for base in _FOLDERS:
        for folder, folders, names in os.walk(root / base):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                path = Path(folder, name)
                if (
                    path.is_file()
                    and not path.is_symlink()
                    and (found := _read(path, path.relative_to(root).as_posix()))
                ):
                    yield found


def _read(path: Path, relative: str) -> Attachment | None:
    suffix = path.suffix.lower()
    try:
        if suffix in _PICTURES:
            with path.open("rb") as stream:
                return Attachment(relative, position=has_position(stream))
        if suffix in _DOCUMENTS:
            with path.open("rb") as stream:
                words = document_text(stream)
            return Attachment(relative, unicodedata.normalize("NFC", words)) if words is not None else None
        if suffix in _TEXTS:
            with path.open("rb") as stream:
                text = _decoded(stream.read(_MOST))
            return Attachment(relative, unicodedata.normalize("NFC", text))
    except OSError:
        return None
    return None


def _decoded(data: bytes) -> str:
    """A text as Windows' programs write it: UTF-16 where its first bytes say so, else UTF-8."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8-sig", errors="replace")
