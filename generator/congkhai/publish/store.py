"""A folder of results by the hash of what they were made from: what is there need not be made again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path


class Store:
    """Bytes by key. An entry carries its own digest, so a damaged one is noticed and made again.

    It has `failed` when something could not be kept, as on a full disk: that is made again the next time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.failed = False

    def get(self, key: str) -> bytes | None:
        """The bytes under a key; None when there are none, or they are damaged."""
        try:
            data = self._path(key).read_bytes()
        except OSError:
            return None
        digest, body = data[:32], data[32:]
        return body if hashlib.sha256(body).digest() == digest else None

    def put(self, key: str, body: bytes) -> None:
        """Keep bytes under a key, atomically, if that can be done."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
        except OSError:
            self.failed = True
            return
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(hashlib.sha256(body).digest() + body)
            os.replace(name, path)
        except OSError:
            self.failed = True
            with suppress(OSError):
                os.unlink(name)

    def get_files(self, key: str) -> dict[str, bytes] | None:
        """A bundle of files under a key."""
        body = self.get(key)
        if body is None:
            return None
        files: dict[str, bytes] = {}
        at = 0
        while at < len(body):
            name_size, size = int.from_bytes(body[at : at + 4]), int.from_bytes(body[at + 4 : at + 12])
            at += 12
            files[body[at : at + name_size].decode()] = body[at + name_size : at + name_size + size]
            at += name_size + size
        return files

    def put_files(self, key: str, files: dict[str, bytes]) -> None:
        """Keep a bundle of files under a key."""
        parts = []
        for path, data in files.items():
            name = path.encode()
            parts += [len(name).to_bytes(4), len(data).to_bytes(8), name, data]
        self.put(key, b"".join(parts))

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key


def digest_of(*parts: str | bytes) -> str:
    """One key for several texts or bytes, in order."""
    total = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        total.update(len(data).to_bytes(8) + data)
    return total.hexdigest()
