"""Values of facts as bytes, to be kept from one run to the next."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable
from typing import Any

from congkhai.source.repository import Key, Source

#: The value that most checks give; it is not kept.
NOTHING: tuple[object, ...] = ()


class GoneError(LookupError):
    """A kept value names a record that is no more."""


class _Pickler(pickle.Pickler):
    """Records are named, not copied; equal values give equal bytes because nothing is remembered by identity."""

    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream, protocol=5)
        self.fast = True

    def persistent_id(self, value: object) -> str | None:
        """The name of a source or key."""
        if isinstance(value, Source):
            return f"s{value.path}"
        return f"k{value.kind}/{value.office}/{value.id}" if isinstance(value, Key) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, source: Callable[[str], Source | None]) -> None:
        super().__init__(io.BytesIO(data))
        self._source = source

    def persistent_load(self, name: Any) -> object:  # noqa: ANN401 - as the base class has it
        """The source or key of a name."""
        if name[0] == "k":
            kind, office, id_ = name[1:].split("/")
            return Key(kind, id_, office)
        found = self._source(name[1:])
        if found is None:
            raise GoneError(name)
        return found


def dump(value: object) -> bytes:
    """A value as bytes; equal values give equal bytes."""
    stream = io.BytesIO()
    _Pickler(stream).dump(value)
    return stream.getvalue()


def load(data: bytes, source: Callable[[str], Source | None]) -> object:
    """The value of bytes. Raises LookupError when it names a record that is no more."""
    return _Unpickler(data, source).load()


def digest_of(data: bytes) -> bytes:
    """Sixteen bytes that stand for a value."""
    return hashlib.blake2b(data, digest_size=16).digest()


NO_VALUE = digest_of(dump(NOTHING))
