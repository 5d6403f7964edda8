"""Long lists on the shelf, cut into chunks: of a list in which little changed little is written again."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from typing import Any

from congkhai.source.shelf import Shelf

_SIZE = 1000


def kept_list(shelf: Shelf, name: str) -> list[Any] | None:
    """The list of a name; None when there is none, or a part of it is damaged."""
    count = shelf.about(name)
    if count is None:
        return None
    found: list[Any] = []
    for number in range(int(count)):
        chunk = shelf.about(_name(name, number))
        if chunk is None:
            return None
        opened = shelf.opened
        found += opened.list_of(_name(name, number), chunk) if opened else marshal.loads(chunk)  # noqa: S302 - our own
    return found


def changed_chunks(name: str, now: Sequence[Any], before: Sequence[Any] | None) -> dict[str, bytes]:
    """The rows to write so that plain data in the list of a name is kept; `before` is what is kept of it already."""
    starts = range(0, len(now), _SIZE)
    made: dict[str, bytes] = {}
    for number, start in enumerate(starts):
        chunk = now[start : start + _SIZE]
        if before is None or before[start : start + _SIZE] != chunk:
            made[_name(name, number)] = marshal.dumps(list(chunk))
    if before is None or len(range(0, len(before), _SIZE)) != len(starts):
        made[name] = str(len(starts)).encode()
    return made


def kept_map(shelf: Shelf, name: str) -> dict[Any, Any] | None:
    """The mapping of a name, like :func:`kept_list`."""
    found = kept_list(shelf, name)
    return None if found is None else dict(found)


def changed_map(name: str, now: Mapping[Any, Any], before: Mapping[Any, Any] | None) -> dict[str, bytes]:
    """The same as :func:`changed_chunks` for a mapping, whose order counts."""
    return changed_chunks(name, list(now.items()), None if before is None else list(before.items()))


def _name(name: str, number: int) -> str:
    return f"{name} {number}"
