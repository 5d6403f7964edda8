"""What was made by name in the last run: the pages of each maker and the files of each group, in their order."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping

from congkhai.source.shelf import Shelf

#: A member of a list: the name of its node, empty for what belongs to the list itself, and plain data about it.
Row = tuple[str, tuple[object, ...]]


class Lists:
    """The lists of the last run, if they are `usable` beside its graph, and those of this one."""

    def __init__(self, shelf: Shelf, *, usable: bool) -> None:
        self._fetch: Callable[[str], bytes | None] = shelf.about if usable else lambda _name: None
        self._changed: dict[str, bytes] = {}

    def get(self, name: str) -> list[Row] | None:
        """The list of a name."""
        kept = self._fetch(f"list {name}")
        return marshal.loads(kept) if kept else None  # noqa: S302 - written by ourselves, its checksum is right

    def put(self, name: str, rows: Iterable[Row]) -> None:
        """Keep another list under a name."""
        self._changed[f"list {name}"] = marshal.dumps(list(rows))

    @property
    def changed(self) -> Mapping[str, bytes]:
        """What has to be kept for the next run."""
        return self._changed
