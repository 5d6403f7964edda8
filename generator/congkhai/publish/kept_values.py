"""Values of facts as bytes, to be kept from one run to the next."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable
from typing import Any

from congkhai.source.repository import Source

#: The value that most checks give; it is not kept.
NOTHING: tuple[object, ...] = ()


class GoneError(LookupError):
    """A kept value names a record that is no more."""


def _named(path: str) -> Source:
    """Stands among the bytes for the record of a file: :func:`load` finds it."""
    raise GoneError(path)


def _by_name(source: Source) -> tuple[Callable[[str], Source], tuple[str]]:
    return _named, (source.path,)


class _Pickler(pickle.Pickler):
    """Records are named, not copied; equal values give equal bytes because nothing is remembered by identity."""

    dispatch_table = {Source: _by_name}  # noqa: RUF012 - what the base class looks for

    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream, protocol=5)
        self.fast = True


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, source: Callable[[str], Source | None]) -> None:
        super().__init__(io.BytesIO(data))
        self._source = source

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the base class has it
        """What bytes name: a class, or how a record is found."""
        return self._record if (module, name) == (__name__, _named.__name__) else super().find_class(module, name)

    def _record(self, path: str) -> Source:
        found = self._source(path)
        if found is None:
            raise GoneError(path)
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
