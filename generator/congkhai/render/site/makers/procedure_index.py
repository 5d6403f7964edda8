"""The list of all procedures: by field, in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.footing import footing, index_meta
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.procedure_line import membership, procedure_lines
from congkhai.render.site.page import Page
from congkhai.source.fact import fact
from congkhai.source.repository import Key, Source

INDEX = "thu-tuc/"


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A field with how many procedures in force, and their list; `anchor` is the fragment of the group."""

    field: Link
    anchor: str
    count: int
    listed: Markup


def pages(context: SiteContext) -> Iterator[Page]:
    """One page with everything, which needs no script."""
    sources = context.office.repository.all("procedure")
    groups = tuple(_groups(context))
    title = phrase("site.procedures")
    meta = index_meta(context, title, INDEX, sources, "api/v1/procedure.json")
    meta = replace(meta, papers=context.papers.get(Key("procedure", ""), ()))
    values = {
        "groups": groups,
        "meta": meta,
        "total": sum(group.count for group in groups),
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


def _groups(context: SiteContext) -> Iterator[FieldGroup]:
    """The fields that hold procedures in force."""
    held = _in_force(context.office)
    for source in fields(context):
        if source.key in held:
            listed = context.part(_lines, "", source)
            yield FieldGroup(link(source), source.id, len(held[source.key]), listed)


def _lines(context: SiteContext, _word: str, field: Source) -> Markup:
    """The procedures of one field."""
    lines = procedure_lines(context.office, _in_force(context.office)[field.key])
    return context.templates.render("procedure/group.html.j2", lines=lines, base=base_of(INDEX))


@fact
def _in_force(office: Office) -> Mapping[Key, tuple[Source, ...]]:
    """The procedures in force by field."""
    found: dict[Key, list[Source]] = {}
    for source in office.repository.all("procedure"):
        one = membership(office, source)
        if one.in_force:
            found.setdefault(one.field, []).append(source)
    return {field: tuple(sources) for field, sources in found.items()}
