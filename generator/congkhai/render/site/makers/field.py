"""Fields of administration: the list of all, and what each holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.fee_lines import fee_lines
from congkhai.model.topic import Field
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.footing import close, footing, index_meta, record_meta
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.procedure_index import fields
from congkhai.render.site.makers.procedure_line import field_counts, in_force, procedure_lines
from congkhai.render.site.page import Page, PageSection
from congkhai.source.repository import Key, Source

INDEX = "linh-vuc/"


@dataclass(frozen=True, slots=True)
class FieldCard:
    """A field in the list of fields."""

    link: Link
    summary: str
    count: int


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of fields, and a page for each."""
    yield _index(context)
    for source in fields(context):
        yield context.page(_page, source)


def field_cards(context: SiteContext) -> tuple[FieldCard, ...]:
    """The fields that hold procedures, with how many."""
    counts = field_counts(context.office)
    return tuple(
        FieldCard(link(source), source.record.summary, counts[source.key])
        for source in fields(context)
        if source.key in counts
    )


def _index(context: SiteContext) -> Page:
    sources = fields(context)
    title = phrase("site.fields")
    meta = index_meta(context, title, INDEX, sources, "api/v1/field.json")
    lead = context.templates.render("field/index.html.j2", cards=field_cards(context), base=base_of(INDEX))
    return Page(
        address=INDEX,
        shell="linh-vuc",
        title=title,
        description=phrase("site.fields_about"),
        lead=lead + footing(context, INDEX, meta),
        sources=tuple(source.path for source in sources),
        search=SearchEntry(title),
    )


def _page(context: SiteContext, source: Source) -> Page:
    office, at = context.office, address(source)
    record: Field = source.record
    named = [s for s in office.mentions.get(source.key, ()) if s.key.kind == "procedure" and in_force(s, office)]
    answers = tuple(link(s) for s in office.mentions.get(source.key, ()) if s.key.kind == "answer")
    lines = procedure_lines(office, named)
    fees = _fees(context, named)
    meta = record_meta(context, source, *named)
    values = {
        "record": record,
        "lines": lines,
        "meta": meta,
        "base": base_of(at),
        "index": Link(phrase("site.fields"), INDEX),
    }

    def part(template: str, **more: object) -> Markup:
        return context.templates.render(template, **values, **more)

    sections = [PageSection("thu-tuc", phrase("site.procedures"), part("procedure_lines.html.j2"))]
    if fees:
        sections.append(PageSection("phi-le-phi", phrase("site.fees"), part("link_list.html.j2", links=fees)))
    if answers:
        sections.append(
            PageSection("hoi-dap", phrase("site.answers_related"), part("link_list.html.j2", links=answers))
        )
    return Page(
        address=at,
        shell="linh-vuc/*",
        title=record.name,
        description=record.summary,
        lead=part("field/page.html.j2"),
        sections=close(context, at, meta, sections),
        sources=(source.path, *(s.path for s in named)),
        search=SearchEntry(
            kind=source.kind.title,
            text=record.summary,
            fields=(record.name,),
            facts=(phrase("site.procedure_count", n=len(lines)),),
        ),
    )


def _fees(context: SiteContext, procedures: list[Source]) -> tuple[Link, ...]:
    """The fees that any of the procedures asks."""
    found: dict[Key, Source] = {}
    for source in procedures:
        for channel in source.record.channels:
            for line in fee_lines(context.office, channel, source.key.office):
                if line.source:
                    found[line.source.key] = line.source
    return tuple(link(fee) for fee in found.values())
