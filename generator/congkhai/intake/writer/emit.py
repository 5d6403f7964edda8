"""A record to the canonical YAML of the project: keys in the order of the model, no defaults, the same bytes always."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from congkhai.intake.writer.scalars import WIDTH, quoted, scalar, text_of
from congkhai.model.scalars import TYPED
from congkhai.model.spec import Member, members


def to_yaml(record: object, words: Mapping[str, str] | None = None) -> str:
    """The file of a record. `words` puts texts of the source at field paths for which the model has no value."""
    return "".join(f"{row}\n" for row in _mapping(record, 0, "", words or {})) or "{}\n"


def is_record(value: object) -> bool:
    """Say whether a value is a record of fields rather than one text."""
    return dataclasses.is_dataclass(value) and type(value) not in TYPED


def given(record: Any) -> Iterator[tuple[Member, Any]]:  # noqa: ANN401 - a record of any kind
    """The fields that a file says: all required ones, and those whose value is not the default."""
    defaults = {field.name: field.default for field in dataclasses.fields(record)}
    for name, member in members(type(record)).items():
        value = getattr(record, name)
        if value is None or value == () or (not member.required and value == defaults[name]):
            continue
        yield member, value


def _mapping(record: object, indent: int, path: str, words: Mapping[str, str]) -> Iterator[str]:
    pad = " " * indent
    for member, value in given(record):
        place = f"{path}.{member.name}" if path else member.name
        if member.many and member.spec.blank and (row := _flow(value, indent + len(member.name) + 2)):
            yield f"{pad}{member.name}: {row}"
        elif member.many:
            yield f"{pad}{member.name}:"
            for number, item in enumerate(value):
                yield from _item(item, indent + 2, f"{place}[{number}]", words)
        elif is_record(value):
            rows = list(_mapping(value, indent + 2, place, words))
            yield f"{pad}{member.name}:" if rows else f"{pad}{member.name}: {{}}"
            yield from rows
        else:
            first, *others = _lines(value, indent + 2, indent + len(member.name) + 2, words.get(place))
            yield f"{pad}{member.name}: {first}"
            yield from others


def _flow(cells: tuple[object, ...], column: int) -> str:
    """Cells of a table on one line, all in quotes; empty where they do not fit."""
    row = f"[{', '.join(quoted(text_of(cell)) for cell in cells)}]"
    return row if column + len(row) <= WIDTH else ""


def _item(item: object, indent: int, path: str, words: Mapping[str, str]) -> Iterator[str]:
    pad = " " * indent
    if is_record(item):
        rows = list(_mapping(item, indent + 2, path, words))
        if not rows:
            yield f"{pad}- {{}}"
            return
        yield f"{pad}- {rows[0][indent + 2 :]}"
        yield from rows[1:]
    else:
        first, *others = _lines(item, indent + 2, indent + 2, words.get(path))
        yield f"{pad}- {first}"
        yield from others


def _lines(value: object, indent: int, column: int, word: str | None) -> list[str]:
    if word is not None:
        return [word if word.isprintable() and ":" not in word and "#" not in word else quoted(word)]
    return scalar(value, indent, column)
