"""Walk a record by its declared fields, so that general rules need not know any kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from congkhai.model.spec import Member, members

T = TypeVar("T")


def values(record: object, where: str = "") -> Iterator[tuple[str, Member, Any]]:
    """Yield (field path, member, value) for every value in a record, lists item by item, depth first."""
    found: list[tuple[str, Member, Any]] = []
    _gather(record, where, found)
    return iter(found)


def _gather(record: object, where: str, found: list[tuple[str, Member, Any]]) -> None:
    cls: type = type(record)
    for name, member, plain in _plan(cls):
        value = getattr(record, name)
        if value is None:
            continue
        path = f"{where}.{name}" if where else name
        if not member.many:
            found.append((path, member, value))
            if not plain and is_record(value):
                _gather(value, path, found)
        elif plain:
            found += [(f"{path}[{place}]", member, item) for place, item in enumerate(value) if item is not None]
        else:
            for place, item in enumerate(value):
                if item is not None:
                    inner = f"{path}[{place}]"
                    found.append((inner, member, item))
                    if is_record(item):
                        _gather(item, inner, found)


@cache
def _plan(cls: type) -> tuple[tuple[str, Member, bool], ...]:
    """The fields of a class, and whether what they hold is surely no record."""
    plain = (str, int, Decimal, date, Enum)
    return tuple(
        (name, member, isinstance(member.base, type) and issubclass(member.base, plain))
        for name, member in members(cls).items()
    )


def parts(record: object, wanted: type[T]) -> Iterator[tuple[str, T]]:
    """Yield (field path, value) for every value of a class in a record, in the order of the fields."""
    for path, _, value in values(record):
        if isinstance(value, wanted):
            yield path, value


def is_record(value: object) -> bool:
    """Say whether a value is a record of ours rather than a scalar such as Money."""
    cls: type = type(value)
    return _is_record_class(cls)


@cache
def _is_record_class(cls: type) -> bool:
    fields = getattr(cls, "__dataclass_fields__", {})
    return bool(fields) and all("spec" in f.metadata for f in fields.values())
