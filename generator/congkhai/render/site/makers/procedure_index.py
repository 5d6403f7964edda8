"""The list of all procedures: by field, in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from congkhai.catalogue import phrase
from congkhai.model.topic import Field
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.footing import footing, index_meta
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.procedure_line import ProcedureLine, membership, procedure_lines
from congkhai.render.site.page import Page
from congkhai.source.repository import Key, Source

INDEX = "thu-tuc/"


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A field with its procedures in force; `anchor` is the fragment of the group."""

    field: Link
    anchor: str
    summary: str
    lines: tuple[ProcedureLine, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """One page with everything, which needs no script."""
    sources = context.office.repository.all("procedure")
    groups = field_groups(context, sources)
    title = phrase("site.procedures")
    meta = index_meta(context, title, INDEX, sources, "api/v1/procedure.json")
    meta = replace(meta, papers=context.papers.get(Key("procedure", ""), ()))
    values = {
        "groups": groups,
        "meta": meta,
        "total": sum(len(group.lines) for group in groups),
        "base": base_of(INDEX),
    }
    yield Page(
        address=INDEX,
        shell="thu-tuc",
        title=title,
        description=phrase("site.procedures_about", office=context.office.site.name),
        lead=context.templates.render("procedure/index.html.j2", **values) + footing(context, INDEX, meta),
        sources=tuple(source.path for source in sources),
        search=SearchEntry(title),
    )


def fields(context: SiteContext) -> tuple[Source, ...]:
    """The fields in their own order."""
    return tuple(sorted(context.office.repository.all("field"), key=lambda s: (s.record.order, s.id)))


def field_groups(context: SiteContext, procedures: Iterable[Source]) -> tuple[FieldGroup, ...]:
    """Procedures in force under their fields; fields without any are left out."""
    found: dict[Key, list[Source]] = {}
    for source in procedures:
        found.setdefault(membership(context.office, source).field, []).append(source)
    groups = []
    for source in fields(context):
        lines = procedure_lines(context.office, found.get(source.key, ()))
        record: Field = source.record
        if lines:
            groups.append(FieldGroup(link(source), source.id, record.summary, lines))
    return tuple(groups)
