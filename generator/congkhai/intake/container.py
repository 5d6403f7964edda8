"""The bytes of a foreign file, unpacked and kept within bounds, and what they are when they are not what was said."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

#: A national extract of 3,000 procedures as scraped weighs about 60 MB; more than this is a mistake or an attack.
MAX_BYTES = 256_000_000
_CHUNK = 1 << 20
_MACROS = "vbaProject.bin"
_GZIP = b"\x1f\x8b"
_SIGNS = (
    (b"PK\x03\x04", "zip"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"{\\rtf", "rtf"),
    (b"<?xml", "xml"),
    (b"SQLite format 3", "sqlite"),
)


class Unreadable(ValueError):  # noqa: N818 - told to a person with what to do; no error of ours
    """A file that cannot be read at all; `intake_` and `reason` make a key of the catalogue's table `reasons`."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def unpack(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The content of a file, through gzip where it is packed. Raises Unreadable."""
    try:
        if not path.is_file():
            raise Unreadable("missing")
        with path.open("rb") as stream:
            packed = stream.read(2) == _GZIP
        with _opened(path, packed) as stream:
            data = b"".join(_chunks(stream, limit))
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise Unreadable("gzip") from None
    except OSError:
        raise Unreadable("closed") from None
    if not data.strip():
        raise Unreadable("empty")
    return data


def inspect_office(data: bytes, torn: str) -> None:
    """Look at the table of contents of an Office file before anything unpacks it.

    Raises Unreadable: `torn` where the archive is no whole one, `large`, `macros`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile:
        raise Unreadable(torn) from None
    if sum(part.file_size for part in parts) > MAX_BYTES:
        raise Unreadable("large")
    if any(part.filename.endswith(_MACROS) for part in parts):
        raise Unreadable("macros")


def _opened(path: Path, packed: bool) -> IO[bytes]:
    return gzip.open(path, "rb") if packed else path.open("rb")  # type: ignore[return-value]


def looks_like(data: bytes) -> str:
    """What kind of file the bytes are, if they are surely no text: `zip`, `pdf`, `ole`, `html`…; else an empty text."""
    start = data[:512].lstrip()
    found = next((name for sign, name in _SIGNS if start.startswith(sign)), "")
    return found or ("html" if start[:15].lower().startswith((b"<!doctype html", b"<html")) else "")


def _chunks(stream: IO[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise Unreadable("large")
        yield chunk
