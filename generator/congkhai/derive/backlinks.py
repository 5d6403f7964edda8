"""Who speaks of whom: the references of all records, turned round."""

from __future__ import annotations

from collections.abc import Mapping

from congkhai.check.walk import values
from congkhai.source.repository import Key, Repository, Source


def backlinks(repository: Repository) -> Mapping[Key, tuple[Source, ...]]:
    """For each record that is referred to, the records that do so, in the order of their files, each once."""
    found: dict[Key, dict[Key, Source]] = {}
    for source in repository:
        for _path, member, value in values(source.record):
            if member.ref:
                target = repository.find(member.ref.kind, str(value), source.key.office)
                if target:
                    found.setdefault(target.key, {})[source.key] = source
    return {key: tuple(sources.values()) for key, sources in found.items()}
