"""Fields of administration (lĩnh vực), which records name in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from congkhai.intake.cleaning import line
from congkhai.intake.draft import Draft, Origin
from congkhai.intake.slugs import folded, slug
from congkhai.intake.wording import Wording
from congkhai.model.topic import Field

_LONGEST_SUMMARY = 300


@dataclass(frozen=True, slots=True)
class KnownFields:
    """Fields that the office already has: id by folded name."""

    by_name: Mapping[str, str]

    @classmethod
    def of(cls, fields: Iterable[tuple[str, Field]]) -> KnownFields:
        """Index fields given as (id, field)."""
        return cls({folded(field.name): id for id, field in fields})

    def id(self, name: str) -> str:
        """The id of a field, known or made of its name; empty for an empty name."""
        return self.by_name.get(folded(name)) or slug(name)


def field_drafts(names: Mapping[str, str], origin: Origin, wording: Wording) -> list[Draft]:
    """A record per field, given names by id."""
    drafts = []
    for id in sorted(names):
        name = line(names[id])
        summary = wording("field_summary", name=name)
        fits = len(summary) <= _LONGEST_SUMMARY
        record = Field(name=name, summary=summary if fits else summary[: _LONGEST_SUMMARY - 1] + "…")
        drafts.append(Draft("field", id, record, origin, once=True))
    return drafts
