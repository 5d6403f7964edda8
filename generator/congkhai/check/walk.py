"""Walk a record by its declared fields, so that general rules need not know any kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from congkhai.model.spec import Member, members

T = TypeVar("T")


#: Says of a field whether its values are wanted. It must be a function of a module: what it says is remembered.
Wanted = Callable[[Member], bool]


def every(_member: Member) -> bool:
    """All fields."""
    return True


def values(record: object, wanted: Wanted = every) -> Iterator[tuple[str, Member, Any]]:
    """Yield (field path, member, value) for every wanted value in a record, lists item by item, depth first.

    What cannot hold a wanted value is not walked through.
    """
    found: list[tuple[str, Member, Any]] = []
    _gather(record, "", wanted, found)
    return iter(found)


def _gather(record: object, where: str, wanted: Wanted, found: list[tuple[str, Member, Any]]) -> None:
    cls: type = type(record)
    for name, member, here, below in _plan(cls, wanted):
        value = getattr(record, name)
        if value is None:
            continue
        path = f"{where}.{name}" if where else name
        if not member.many:
            if here:
                found.append((path, member, value))
            if below and is_record(value):
                _gather(value, path, wanted, found)
        elif not below:
            found += [(f"{path}[{place}]", member, item) for place, item in enumerate(value) if item is not None]
        else:
            for place, item in enumerate(value):
                if item is not None:
                    inner = f"{path}[{place}]"
                    if here:
                        found.append((inner, member, item))
                    if is_record(item):
                        _gather(item, inner, wanted, found)


@cache
def _plan(cls: type, wanted: Wanted) -> tuple[tuple[str, Member, bool, bool], ...]:
    """The fields of a class, whether their values are wanted, and whether one may stand below them."""
    found = []
    for name, member in members(cls).items():
        here, below = wanted(member), _may_hold(member.base, wanted, frozenset())
        if here or below:
            found.append((name, member, here, below))
    return tuple(found)


def _may_hold(base: object, wanted: Wanted, seen: frozenset[object]) -> bool:
    """Say whether a value of a type may be a record that holds a wanted value."""
    if not isinstance(base, type):
        return True
    if not _is_record_class(base) or base in seen:
        return False
    known = members(base).values()
    return any(wanted(member) or _may_hold(member.base, wanted, seen | {base}) for member in known)


def parts(record: object, wanted: type[T]) -> Iterator[tuple[str, T]]:
    """Yield (field path, value) for every value of a class in a record, in the order of the fields."""
    cls: type = wanted
    for path, _, value in values(record, _of(cls)):
        if isinstance(value, wanted):
            yield path, value


@cache
def _of(wanted: type) -> Wanted:
    """Fields whose values may be of a class."""
    return lambda member: not isinstance(member.base, type) or issubclass(member.base, wanted)


def refers(member: Member) -> bool:
    """Fields that name another record."""
    return member.ref is not None


def is_file(member: Member) -> bool:
    """Fields that name an attached file."""
    return member.scalar is not None and member.scalar.reader == "file"


def is_record(value: object) -> bool:
    """Say whether a value is a record of ours rather than a scalar such as Money."""
    cls: type = type(value)
    return _is_record_class(cls)


@cache
def _is_record_class(cls: type) -> bool:
    fields = getattr(cls, "__dataclass_fields__", {})
    return bool(fields) and all("spec" in f.metadata for f in fields.values())
