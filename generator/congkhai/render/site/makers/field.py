"""Fields of administration: the list of all, and what each holds."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.catalogue import phrase
from congkhai.model.grouping import grouped
from congkhai.model.topic import Field
from congkhai.render.search.entry import LEADING, SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.links import Card, Link, link
from congkhai.render.site.makers.procedure_index import fields
from congkhai.render.site.makers.procedure_line import field_counts, membership, procedure_lines, procedure_row
from congkhai.render.site.page import Page
from congkhai.source.repository import Key, Source

_PAGES = Collection("linh-vuc", "field", "fields", "api/v1/field.json")


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of fields, and a page for each."""
    sources = fields(context)
    yield index_page(context, _PAGES, sources, cards=field_cards(context))
    for source in sources:
        yield context.page(_page, source)


def field_cards(context: SiteContext) -> tuple[Card, ...]:
    """The fields that hold procedures, with how many."""
    counts = field_counts(context.office)
    return tuple(
        Card(link(source), source.record.summary, counts[source.key])
        for source in fields(context)
        if source.key in counts
    )


def _page(context: SiteContext, source: Source) -> Page:
    office = context.office
    record: Field = source.record
    mentions = office.mentions.get(source.key, ())
    named = [s for s in mentions if s.key.kind == "procedure" and membership(office, s).in_force]
    answers = tuple(link(s) for s in mentions if s.key.kind == "answer")
    lines = procedure_lines(office, named)
    fees = _fees(context, named)
    wanted = (("thu-tuc", "procedures", True), ("phi-le-phi", "fees", fees), ("hoi-dap", "answers", answers))
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        also=named,
        record=record,
        lines=lines,
        fees=fees,
        answers=answers,
        title=record.name,
        description=record.summary,
        search=SearchEntry(
            kind=source.kind.title,
            text=record.summary,
            fields=(record.name,),
            facts=(phrase("site.procedure_count", n=grouped(len(lines))),),
            weight=LEADING,
        ),
    )


def _fees(context: SiteContext, procedures: list[Source]) -> tuple[Link, ...]:
    """The fees that any of the procedures asks."""
    found: dict[Key, Source] = {}
    for source in procedures:
        for fee in procedure_row(context.office, source).fees:
            found[fee.key] = fee
    return tuple(link(fee) for fee in found.values())
