"""Values of records as sources export them: texts, and whatever else stands where a text should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from congkhai.intake.cleaning import clean


def as_text(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """A value as text: items of a list on lines of their own, pairs of an object as `key: value`."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return "\n".join(text for text in map(as_text, value) if text)
    if isinstance(value, Mapping):
        return "\n".join(f"{key}: {text}" for key, item in value.items() if (text := as_text(item)))
    return clean(str(value))


def text_at(record: Any, key: str) -> str:  # noqa: ANN401 - a record, or what stands in its place
    """The text under a key; empty where there is none."""
    return as_text(record.get(key)) if isinstance(record, Mapping) else ""


def part_at(record: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object under a key; empty where there is something else."""
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def rows_at(record: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The rows of the table under a key; one object in place of a table is its only row."""
    value = record.get(key)
    rows = value if isinstance(value, list) else [value]
    return [row for row in rows if isinstance(row, dict)]


def strangers(record: Any, known: Set[str], holders: Set[str], path: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Yield (place, text) for what stands under keys that nobody knows, or in place of a table or of its row.

    `holders` are the known keys under which objects and tables stand.
    """
    for row in record if isinstance(record, list) else [record]:
        if not isinstance(row, Mapping):
            if text := as_text(row):
                yield path, text
            continue
        for key, value in row.items():
            place = f"{path}.{key}" if path else str(key)
            if key in holders:
                yield from strangers(value, known, holders, place)
            elif key not in known and (text := as_text(value)):
                yield place, text


def odd_fields(record: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - as above
    """Yield the places of values that are neither texts nor tables."""
    if isinstance(record, Mapping):
        for key, value in record.items():
            yield from odd_fields(value, f"{path}.{key}" if path else str(key))
    elif isinstance(record, list):
        for item in record:
            yield from odd_fields(item, path)
    elif record is not None and not isinstance(record, str):
        yield path
