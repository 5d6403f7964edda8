"""What of the office's files may be kept outside them: nothing that is not for everybody."""

from __future__ import annotations

import dataclasses
from functools import cache

from congkhai.model.disclosure import Disclosure
from congkhai.model.spec import Level, members


def may_be_kept(record: object) -> bool:
    """Say whether a record may stand in a store beside its file.

    One with a field that is filled and not public may not; nor may a disclosure, for which readers and days decide
    what may be told of it, nor what could not be read as a record.
    """
    return record is not None and not isinstance(record, Disclosure) and _is_open(record)


def _is_open(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_open, value))
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return True
    for name, open_ in _doubtful(type(value)):
        inner = getattr(value, name)
        if inner not in (None, (), "") and not (open_ and _is_open(inner)):
            return False
    return True


@cache
def _doubtful(cls: type) -> tuple[tuple[str, bool], ...]:
    """The fields of a class that are not public, or that may hold such a field, and whether they are public."""
    fields = dataclasses.fields(cls)
    if any("spec" not in field.metadata for field in fields):
        return ()
    known = {name: member.spec.level is Level.PUBLIC for name, member in members(cls).items()}
    return tuple((name, open_) for name, open_ in known.items() if not open_ or _may_hide(members(cls)[name].base))


def _may_hide(base: object, seen: frozenset[object] = frozenset()) -> bool:
    """Say whether a value of a type may hold a field that is not public."""
    if not isinstance(base, type):
        return True
    if base in seen or not dataclasses.is_dataclass(base):
        return False
    if any("spec" not in field.metadata for field in dataclasses.fields(base)):
        return False
    known = members(base).values()
    return any(member.spec.level is not Level.PUBLIC or _may_hide(member.base, seen | {base}) for member in known)
