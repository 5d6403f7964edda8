"""The list of all procedures: by field, in the order of the alphabet; of very many, the fields that list them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.procedure_line import field_counts, membership, procedure_lines
from congkhai.render.site.page import Page
from congkhai.source.fact import fact
from congkhai.source.repository import Key, Source

PROCEDURES = Collection("thu-tuc", "procedure", "procedures", "api/v1/procedure.json")
#: So many procedures stand on one page at most, as all of a commune do: an old telephone draws these, and they are some
#: sixty kilobytes on the line. More are listed field by field, each on a page of its own.
MOST = 1_000


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A field with how many procedures in force, and their list, where one page has them all; `anchor` is the fragment
    of the group.
    """

    field: Link
    summary: str
    anchor: str
    count: int
    listed: Markup | None


def pages(context: SiteContext) -> Iterator[Page]:
    """One page that leads to everything, and needs no script."""
    sources = context.office.repository.all("procedure")
    groups = tuple(_groups(context))
    yield index_page(
        context,
        PROCEDURES,
        sources,
        whole="procedure",
        papers=context.papers.get(Key("procedure", ""), ()),
        description=phrase("site.procedures_about", office=context.office.site.name),
        groups=groups,
        total=sum(group.count for group in groups),
        listed=all(group.listed is not None for group in groups),
    )


def fields(context: SiteContext) -> tuple[Source, ...]:
    """The fields in their own order."""
    return tuple(sorted(context.office.repository.all("field"), key=lambda s: (s.record.order, s.id)))


def _groups(context: SiteContext) -> Iterator[FieldGroup]:
    """The fields that hold procedures in force."""
    held = field_counts(context.office)
    whole = sum(held.values()) <= MOST
    for source in fields(context):
        if source.key in held:
            listed = context.part(_lines, "", source) if whole else None
            yield FieldGroup(link(source), source.record.summary, source.id, held[source.key], listed)


def _lines(context: SiteContext, _word: str, field: Source) -> Markup:
    """The procedures of one field."""
    lines = procedure_lines(context.office, _in_field(context.office, field))
    return context.templates.render("procedure/group.html.j2", lines=lines, base=base_of(PROCEDURES.index))


@fact
def _in_field(office: Office, field: Source) -> tuple[Source, ...]:
    """The procedures in force of one field: who wants these need not be handed all others."""
    return _in_force(office).get(field.key, ())


@fact
def _in_force(office: Office) -> Mapping[Key, tuple[Source, ...]]:
    """The procedures in force by field."""
    found: dict[Key, list[Source]] = {}
    for source in office.repository.all("procedure"):
        one = membership(office, source)
        if one.in_force:
            found.setdefault(one.field, []).append(source)
    return {field: tuple(sources) for field, sources in found.items()}
