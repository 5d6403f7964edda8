"""The objects of a JSON array or of JSON Lines, one by one, with the line each begins on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from congkhai.intake.container import Unreadable, looks_like
from congkhai.intake.encodings import UnknownEncoding, decode

#: Characters of one record; the longest of 2,642 real ones has 69,000.
MAX_RECORD = 5_000_000
#: Keys under which an extract may keep its list of records.
_LISTS = ("data", "items", "records", "procedures", "rows", "content", "result", "results")
_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One object of a file, or the reason why there is none at this place (a key of `intake_reasons`)."""

    number: int
    line: int
    value: dict[str, Any] | None
    reason: str = ""


def records(data: bytes) -> tuple[str, list[RawRecord]]:
    """The encoding of the file and its records; broken ones are told and, in JSON Lines, passed over.

    Raises Unreadable where the file as a whole is not JSON.
    """
    if kind := looks_like(data):
        raise Unreadable(kind)
    try:
        decoded = decode(data)
    except UnknownEncoding:
        raise Unreadable("encoding") from None
    text = decoded.text
    start = _SPACE.match(text).end()  # type: ignore[union-attr]
    if text[start : start + 1] not in {"[", "{"}:
        raise Unreadable("not_json", line=_line(text, start))
    if text[start] == "[":
        return decoded.encoding, list(_array(text, start))
    first = text[start:].split("\n", 1)[0]
    if _whole(first):
        return decoded.encoding, list(_lines(text))
    return decoded.encoding, list(_object(text, start))


def _whole(row: str) -> bool:
    if len(row) > MAX_RECORD:
        return True
    try:
        json.loads(row)
    except (ValueError, RecursionError):
        return row.rstrip().endswith("}")
    return True


def _lines(text: str) -> Iterator[RawRecord]:
    number = 0
    for line, row in enumerate(text.split("\n"), 1):
        if row.strip():
            number += 1
            yield _read(row, number, line)


def _read(row: str, number: int, line: int) -> RawRecord:
    if len(row) > MAX_RECORD:
        return RawRecord(number, line, None, "record_large")
    try:
        return _checked(json.loads(row), number, line)
    except RecursionError:
        return RawRecord(number, line, None, "deep")
    except ValueError:
        return RawRecord(number, line, None, "broken")


def _checked(value: Any, number: int, line: int) -> RawRecord:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(value, dict):
        return RawRecord(number, line, None, "not_object")
    return RawRecord(number, line, value)


def _array(text: str, start: int) -> Iterator[RawRecord]:
    """Items of an array up to its end, or up to the first that cannot be parsed: what follows has no sure beginning."""
    decoder = json.JSONDecoder()
    position, line, counted, number = start + 1, 1, 0, 0
    while True:
        position = _SPACE.match(text, position).end()  # type: ignore[union-attr]
        if text.startswith("]", position):
            return
        number += 1
        line += text.count("\n", counted, position)
        counted = position
        try:
            value, end = decoder.raw_decode(text, position)
        except RecursionError:
            yield RawRecord(number, line, None, "deep")
            return
        except ValueError:
            yield RawRecord(number, line, None, "cut" if position >= len(text) else "broken_rest")
            return
        if end - position > MAX_RECORD:
            yield RawRecord(number, line, None, "record_large")
        else:
            yield _checked(value, number, line)
        position = _SPACE.match(text, end).end()  # type: ignore[union-attr]
        if text.startswith(",", position):
            position += 1
        elif not text.startswith("]", position):
            yield RawRecord(number + 1, line + text.count("\n", counted, position), None, "cut")
            return


def _object(text: str, start: int) -> Iterator[RawRecord]:
    """One object over several lines: an extract that keeps its records in a list, or a single record."""
    try:
        value = json.loads(text[start:])
    except RecursionError:
        raise Unreadable("deep") from None
    except json.JSONDecodeError as error:
        raise Unreadable("cut" if error.pos >= len(text) - start - 1 else "broken_json", line=error.lineno) from None
    except ValueError:
        raise Unreadable("broken_json") from None
    inner = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
    if inner is None:
        yield _checked(value, 1, _line(text, start))
        return
    for number, item in enumerate(inner, 1):
        yield _checked(item, number, _line(text, start))


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
