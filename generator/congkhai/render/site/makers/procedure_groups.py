"""Procedures as other records' pages list them: by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congkhai.derive.office import Office
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.procedure_line import membership
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class ProcedureGroup:
    """A field with procedures of it."""

    field: Link
    procedures: tuple[Link, ...]


def by_field(office: Office, procedures: Iterable[Source]) -> tuple[ProcedureGroup, ...]:
    """Procedures under their fields, fields in their own order."""
    groups: dict[Key, list[Source]] = {}
    for source in procedures:
        groups.setdefault(membership(office, source).field, []).append(source)
    fields = [office.get("field", key.id, key.office) for key in groups]
    ordered = sorted(fields, key=lambda f: (f.record.order, f.id))
    return tuple(ProcedureGroup(link(field), tuple(link(p) for p in groups[field.key])) for field in ordered)
