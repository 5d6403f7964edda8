"""Whether a photograph tells where it was taken: as much of JPEG, PNG and TIFF as that takes."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_EXIF = b"Exif\x00\x00"
#: Places are also told in XMP, which is text.
_XMP = re.compile(rb"GPS(?:Latitude|Longitude|Coordinates)")
_GPS_IFD = 0x8825
#: Reference and value of latitude and longitude: the value alone is enough, and so is a map reference.
_PLACE = frozenset({2, 4})
_MOST = 4_000_000
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xDA)})


def has_position(stream: BinaryIO) -> bool:
    """Say whether a picture carries the place where it was taken; a file that is no picture does not."""
    start = stream.read(8)
    try:
        if start.startswith(_JPEG):
            stream.seek(2)
            return any(_tells(data) for data in _jpeg_segments(stream))
        if start == _PNG:
            return any(_tells(data) for data in _png_chunks(stream))
    except (struct.error, zlib.error, ValueError):
        return False
    return False


def _tells(data: bytes) -> bool:
    if _XMP.search(data):
        return True
    at = data.find(_EXIF)
    body = data[at + len(_EXIF) :] if at >= 0 else data
    return body[:2] in {b"II", b"MM"} and _tiff_has_position(body)


def _jpeg_segments(stream: BinaryIO) -> Iterator[bytes]:
    """The application segments, up to the picture itself."""
    while True:
        head = stream.read(2)
        if len(head) < 2 or head[0] != 0xFF:
            return
        marker = head[1]
        if marker == 0xFF:
            stream.seek(-1, 1)
            continue
        if marker in _NO_LENGTH:
            continue
        if marker == 0xDA:
            return
        size = struct.unpack(">H", stream.read(2))[0] - 2
        if size < 0:
            return
        if marker == 0xE1:
            yield stream.read(size)
        else:
            stream.seek(size, 1)


def _png_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The chunks that hold what is said about the picture, unpacked."""
    while len(head := stream.read(8)) == 8:
        size, name = struct.unpack(">I4s", head)
        if name in {b"eXIf", b"tEXt", b"zTXt", b"iTXt"} and size <= _MOST:
            yield from _png_text(name, stream.read(size))
        else:
            stream.seek(size, 1)
        stream.seek(4, 1)
        if name == b"IEND":
            return


def _png_text(name: bytes, data: bytes) -> Iterator[bytes]:
    if name in {b"eXIf", b"iTXt"}:
        yield data
    keyword, _, rest = data.partition(b"\x00")
    if name == b"zTXt":
        rest = _inflate(rest[1:])
    elif name == b"iTXt" and rest[:1] == b"\x01":
        rest = _inflate(rest.split(b"\x00", 3)[-1])
    yield rest
    if keyword.startswith(b"Raw profile type"):
        digits = re.sub(rb"\s", b"", rest.partition(b"\n")[2].lstrip().partition(b"\n")[2])
        yield bytes.fromhex(digits.decode("ascii", "ignore"))


def _inflate(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _MOST)


def _tiff_has_position(data: bytes) -> bool:
    order = "<" if data[:2] == b"II" else ">"
    first = struct.unpack_from(f"{order}I", data, 4)[0]
    place = next((value for tag, value in _entries(data, first, order) if tag == _GPS_IFD), None)
    return place is not None and any(tag in _PLACE for tag, _ in _entries(data, place, order))


def _entries(data: bytes, at: int, order: str) -> Iterator[tuple[int, int]]:
    for n in range(struct.unpack_from(f"{order}H", data, at)[0]):
        tag, _kind, _count, value = struct.unpack_from(f"{order}HHII", data, at + 2 + 12 * n)
        yield tag, value
