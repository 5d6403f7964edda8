"""A picture without what the camera wrote into it: place, time, make, owner, thumbnail, remarks.

The picture itself is copied bit by bit. Of all that is said about it only what is needed to show it as it was taken
stays: colours, and which side is up.
"""

from __future__ import annotations

import struct

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_EXIF = b"Exif\x00\x00"
_ORIENTATION = 0x0112
#: JFIF, the colours of Adobe's kind of JPEG.
_KEPT = frozenset({0xE0, 0xEE})
_ICC = b"ICC_PROFILE\x00"
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
_SOS, _EOI = 0xDA, 0xD9
#: What says how to show the pixels; all other chunks that a program may pass over are left out.
_CHUNKS = frozenset({b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"tRNS", b"bKGD", b"pHYs", b"cICP"})


def stripped(data: bytes) -> bytes:
    """The picture without its metadata; any other file, and a picture too broken to be read, as it is."""
    try:
        if data.startswith(_JPEG):
            return _jpeg(data)
        if data.startswith(_PNG):
            return _png(data)
    except (struct.error, IndexError):
        return data
    return data


def _jpeg(data: bytes) -> bytes:
    """Segments up to the end of the picture; what is hidden behind it (further pictures, films) goes as well."""
    out = [_JPEG]
    at = 2
    while True:
        if at == len(data):
            return b"".join(out)  # cut short: what there is of it is shown
        while data[at] == 0xFF and data[at + 1] == 0xFF:
            at += 1
        if data[at] != 0xFF:
            raise IndexError(at)
        marker = data[at + 1]
        if marker == _EOI:
            return b"".join([*out, data[at : at + 2]])
        if marker in _NO_LENGTH:
            out.append(data[at : at + 2])
            at += 2
            continue
        size = 2 + struct.unpack_from(">H", data, at + 2)[0]
        if at + size > len(data):
            raise IndexError(at)
        segment = data[at : at + size]
        at += size
        if marker == _SOS:
            end = _after_scan(data, at)
            out.append(segment + data[at:end])
            at = end
        else:
            out.append(_kept_segment(marker, segment))


def _kept_segment(marker: int, segment: bytes) -> bytes:
    body = segment[4:]
    if marker == 0xE1 and body.startswith(_EXIF):
        side = _orientation(body[len(_EXIF) :])
        return _upright(side) if 1 < side <= 8 else b""
    if marker == 0xE2:
        return segment if body.startswith(_ICC) else b""
    told = 0xE0 <= marker <= 0xEF or marker == 0xFE
    return b"" if told and marker not in _KEPT else segment


def _after_scan(data: bytes, at: int) -> int:
    """Where the next marker stands; inside a scan 0xFF is followed by 0 or by a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 == len(data):
            return len(data)
        following = data[at + 1]
        if following != 0 and following not in _NO_LENGTH:
            return at
        at += 2


def _orientation(tiff: bytes) -> int:
    order = "<" if tiff[:2] == b"II" else ">"
    first = struct.unpack_from(f"{order}I", tiff, 4)[0]
    for n in range(struct.unpack_from(f"{order}H", tiff, first)[0]):
        tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * n)
        if tag == _ORIENTATION:
            return int(value)
    return 1


def _upright(side: int) -> bytes:
    """An Exif segment that says which side is up, and nothing else."""
    tiff = b"MM" + struct.pack(">HIHHHIHHI", 42, 8, 1, _ORIENTATION, 3, 1, side, 0, 0)
    body = _EXIF + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> bytes:
    out = [_PNG]
    at = len(_PNG)
    while True:
        size, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + size
        if end > len(data):
            raise IndexError(at)
        if name[:1].isupper() or name in _CHUNKS:
            out.append(data[at:end])
        at = end
        if name == b"IEND":
            return b"".join(out)
