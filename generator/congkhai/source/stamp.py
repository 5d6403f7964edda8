"""Whether a file is still the one that was read."""

from __future__ import annotations

import os
import struct


def stamp(about: os.stat_result) -> bytes:
    """What changes whenever a file does: its times, size and number."""
    return struct.pack("<4q", about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino)


def changed_at(mark: bytes) -> int:
    """The time of the file's last change that a stamp tells, in nanoseconds."""
    return int(struct.unpack_from("<q", mark)[0])
