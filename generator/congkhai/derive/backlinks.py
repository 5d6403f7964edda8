"""Who speaks of whom: the references of all records, turned round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from congkhai.check.walk import refers, values
from congkhai.source.fact import timeless
from congkhai.source.repository import Key, Source

if TYPE_CHECKING:
    from congkhai.derive.office import Office


@dataclass(frozen=True, slots=True)
class Mentions:
    """For each record that is referred to, the records that do so, in the order of their files, each once."""

    office: Office

    def get(self, key: Key, default: tuple[Source, ...] = ()) -> tuple[Source, ...]:
        """Those that refer to one record."""
        return _mentioning(self.office, key) or default


@timeless
def _mentioning(office: Office, key: Key) -> tuple[Source, ...]:
    return _all(office).get(key, ())


@timeless
def _all(office: Office) -> Mapping[Key, tuple[Source, ...]]:
    found: dict[Key, dict[Key, Source]] = {}
    for source in office.repository:
        for key in named(office, source):
            found.setdefault(key, {})[source.key] = source
    return {key: tuple(sources.values()) for key, sources in found.items()}


@timeless
def named(office: Office, source: Source) -> tuple[Key, ...]:
    """The records that one record refers to."""
    found: dict[Key, None] = {}
    for _path, member, value in values(source.record, refers):
        if member.ref:
            target = office.repository.find(member.ref.kind, str(value), source.key.office)
            if target:
                found[target.key] = None
    return tuple(found)
