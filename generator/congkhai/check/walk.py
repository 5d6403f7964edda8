"""Walk a record by its declared fields, so that general rules need not know any kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from congkhai.model.spec import Member, members


def values(record: Any, where: str = "") -> Iterator[tuple[str, Member, Any]]:
    """Yield (field path, member, value) for every value in a record, lists item by item, depth first."""
    for name, member in members(type(record)).items():
        value = getattr(record, name)
        path = f"{where}.{name}" if where else name
        items = [(f"{path}[{i}]", v) for i, v in enumerate(value)] if member.many else [(path, value)]
        for place, item in items:
            if item is None:
                continue
            yield place, member, item
            if hasattr(type(item), "__dataclass_fields__") and is_record(item):
                yield from values(item, place)


def is_record(value: Any) -> bool:
    """Say whether a value is a record of ours rather than a scalar such as Money."""
    fields = getattr(type(value), "__dataclass_fields__", {})
    return bool(fields) and all("spec" in f.metadata for f in fields.values())
