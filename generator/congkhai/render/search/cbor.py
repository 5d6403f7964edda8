"""As much of CBOR (RFC 8949) as a Pagefind index uses: whole numbers, texts and lists of known length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"

_NUMBER, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
_SIZES = {24: 1, 25: 2, 26: 4, 27: 8}
#: A whole number, and many of them: most of an index are lists of numbers, and to step from one to the next is slow.
_ONE = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4}|[\x1b\x3b].{8})"
_ONE_NUMBER, _NUMBERS = re.compile(_ONE, re.DOTALL), re.compile(_ONE + b"+", re.DOTALL)
#: Numbers that are worth finding at once.
_MANY = 4


class CborError(ValueError):
    """Bytes that are not the part of CBOR that is read here."""


def decode(data: bytes) -> Value:
    """Read one value that fills all the bytes. Raises CborError."""
    value, end = _read(data, 0)
    if end != len(data):
        raise CborError(end)
    return value


def members(data: bytes) -> list[bytes]:
    """The members of the list that fills the bytes, each as it stands there. Raises CborError.

    One alone is not looked into, as it is all the rest.
    """
    kind, number, at = _read_head(data, 0)
    if kind != _LIST:
        raise CborError(0)
    if number == 1:
        return [data[at:]]
    found = []
    for _ in range(number):
        start, at = at, _past(data, at)
        found.append(data[start:at])
    if at != len(data):
        raise CborError(at)
    return found


def listed(some: Sequence[bytes]) -> bytes:
    """The list of members that are written already."""
    return _head(_LIST, len(some)) + b"".join(some)


def text(data: bytes, at: int = 0) -> str:
    """The text that begins there. Raises CborError."""
    kind, number, at = _read_head(data, at)
    if kind != _TEXT or at + number > len(data):
        raise CborError(at)
    return data[at : at + number].decode()


def encode(value: Value) -> bytes:
    """Write a value in its shortest form."""
    if isinstance(value, int):
        return _head(_NUMBER, value) if value >= 0 else _head(_NEGATIVE, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(encode(item) for item in value)


def _read(data: bytes, at: int) -> tuple[Value, int]:
    kind, number, at = _read_head(data, at)
    match kind:
        case 0:
            return number, at
        case 1:
            return -1 - number, at
        case 3:
            return data[at : at + number].decode(), at + number
        case 4:
            items = []
            for _ in range(number):
                item, at = _read(data, at)
                items.append(item)
            return items, at
    raise CborError(at)


def _past(data: bytes, at: int) -> int:
    """Where the value ends that begins there, which is not looked into."""
    left = 1
    size = len(data)
    while left:
        if at >= size:
            raise CborError(at)
        first = data[at]
        low = first & 31
        at += 1
        if low >= 24:
            _, low, at = _read_head(data, at - 1)
        kind = first >> 5
        left -= 1
        if kind == _TEXT:
            at += low
        elif kind == _LIST:
            left += low
            run = _NUMBERS.match(data, at) if low > _MANY else None
            if run and (count := len(_ONE_NUMBER.findall(data, at, run.end()))) <= left:
                at = run.end()
                left -= count
        elif kind not in (_NUMBER, _NEGATIVE):
            raise CborError(at)
    if at > size:
        raise CborError(at)
    return at


def _read_head(data: bytes, at: int) -> tuple[int, int, int]:
    if at >= len(data):
        raise CborError(at)
    kind, low = data[at] >> 5, data[at] & 31
    at += 1
    if low < 24:
        return kind, low, at
    size = _SIZES.get(low)
    if size is None or at + size > len(data):
        raise CborError(at)
    return kind, int.from_bytes(data[at : at + size], "big"), at + size


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    for low, size in _SIZES.items():
        if number < 1 << 8 * size:
            return bytes([kind << 5 | low]) + number.to_bytes(size, "big")
    raise CborError(number)
