"""Small pictures with or without the place where they were taken, made byte by byte."""

from __future__ import annotations

import struct
import zlib


def tiff(order: str = "<", place: bool = True) -> bytes:
    """A TIFF header with one directory: the camera's make, and the place if wanted."""
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8)
    entries = [struct.pack(f"{order}HHII", 0x010F, 2, 4, 0)]
    if place:
        entries.append(struct.pack(f"{order}HHII", 0x8825, 4, 1, 8 + 2 + 24 + 4))
    first = struct.pack(f"{order}H", len(entries)) + b"".join(entries) + b"\x00" * (24 - 12 * len(entries) + 4)
    gps = struct.pack(f"{order}HHHII", 1, 2, 5, 3, 100) + b"\x00" * 4
    return head + first + (gps if place else b"")


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def jpeg(*segments: bytes) -> bytes:
    jfif = segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
    return b"\xff\xd8" + jfif + b"".join(segments) + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x00\xff\xd9"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(*chunks: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    return b"\x89PNG\r\n\x1a\n" + head + body + b"".join(chunks) + chunk(b"IEND", b"")


def taken_at_home() -> bytes:
    """A photograph that tells its place."""
    return jpeg(segment(0xE1, b"Exif\x00\x00" + tiff()))
