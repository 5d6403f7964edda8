"""Walk a record by its declared fields, so that general rules need not know any kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from congkhai.model.spec import Member, members

T = TypeVar("T")


def values(record: object, where: str = "") -> Iterator[tuple[str, Member, object]]:
    """Yield (field path, member, value) for every value in a record, lists item by item, depth first."""
    for name, member in members(type(record)).items():
        value = getattr(record, name)
        path = f"{where}.{name}" if where else name
        items = [(f"{path}[{i}]", v) for i, v in enumerate(value)] if member.many else [(path, value)]
        for place, item in items:
            if item is None:
                continue
            yield place, member, item
            if is_record(item):
                yield from values(item, place)


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
