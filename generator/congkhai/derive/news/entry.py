"""One piece of news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from congkhai.source.repository import Key


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that a citizen may want to be told.

    `name` is lasting: a reader that knows it takes the entry for a new version of the one it has. `topic` is the code
    of what kind of news it is, `label` what people call it; `units` are those it concerns.
    """

    name: str
    topic: str
    label: str
    title: str
    summary: str
    page: str
    published: date
    updated: date
    units: tuple[Key, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, str]:
        """The order of a feed: latest first."""
        return (-self.updated.toordinal(), self.name)


def newest(entries: list[Entry], most: int) -> tuple[Entry, ...]:
    """The latest entries; of entries of one name, the latest."""
    found: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda e: e.order):
        found.setdefault(entry.name, entry)
    return tuple(found.values())[:most]
