"""What was made by name in the last run: the pages of each maker and the files of each group, in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congkhai.source.chunks import changed_chunks, kept_list
from congkhai.source.shelf import Shelf

#: A member of a list: the name of its node, empty for what belongs to the list itself, and plain data about it.
Row = tuple[str, tuple[object, ...]]


class Lists:
    """The lists of the last run, if they are `usable` beside its graph, and those of this one."""

    def __init__(self, shelf: Shelf, *, usable: bool) -> None:
        self._shelf = shelf
        self._usable = usable
        self._changed: dict[str, bytes] = {}
        self._known: dict[str, list[Row] | None] = {}

    def get(self, name: str) -> list[Row] | None:
        """The list of a name."""
        if name not in self._known:
            self._known[name] = kept_list(self._shelf, f"list {name}") if self._usable else None
        return self._known[name]

    def put(self, name: str, rows: Sequence[Row]) -> None:
        """Keep another list under a name."""
        self._changed |= changed_chunks(f"list {name}", rows, self.get(name))

    @property
    def changed(self) -> Mapping[str, bytes]:
        """What has to be kept for the next run."""
        return self._changed
