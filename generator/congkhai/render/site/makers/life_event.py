"""Events in life: what to do, in which order, and what to take along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.model.topic import LifeEvent
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.footing import close, footing, index_meta, record_meta
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.procedure_line import ProcedureLine, in_force, procedure_line
from congkhai.render.site.page import Page, PageSection
from congkhai.source.repository import Source

INDEX = "tinh-huong/"


@dataclass(frozen=True, slots=True)
class EventCard:
    """A life event in a list."""

    link: Link
    summary: str
    count: int


@dataclass(frozen=True, slots=True)
class EventStep:
    """One procedure of the checklist with the papers that it always asks for."""

    line: ProcedureLine
    papers: tuple[str, ...]
    cases: int


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of life events, and a checklist for each."""
    yield _index(context)
    for source in life_events(context):
        yield context.page(_page, source)


def life_events(context: SiteContext) -> tuple[Source, ...]:
    """The life events in their own order."""
    return tuple(sorted(context.office.repository.all("life_event"), key=lambda s: (s.record.order, s.id)))


def event_cards(context: SiteContext) -> tuple[EventCard, ...]:
    """The life events as cards."""
    return tuple(EventCard(link(s), s.record.summary, len(s.record.procedures)) for s in life_events(context))


def _index(context: SiteContext) -> Page:
    sources = life_events(context)
    title = phrase("site.life_events")
    meta = index_meta(context, title, INDEX, sources, "api/v1/life_event.json")
    lead = context.templates.render("life_event/index.html.j2", cards=event_cards(context), base=base_of(INDEX))
    return Page(
        address=INDEX,
        shell="tinh-huong",
        title=title,
        description=phrase("site.life_events_about"),
        lead=lead + footing(context, INDEX, meta),
        sources=tuple(source.path for source in sources),
        search=SearchEntry(title),
    )


def _page(context: SiteContext, source: Source) -> Page:
    office, at = context.office, address(source)
    record: LifeEvent = source.record
    named = [office.get("procedure", id_, source.key.office) for id_ in record.procedures]
    valid = [procedure for procedure in named if in_force(procedure, office)]
    steps = tuple(_step(context, procedure) for procedure in valid)
    meta = record_meta(context, source, *valid)
    index = Link(phrase("site.life_events"), INDEX)
    values = {"record": record, "steps": steps, "meta": meta, "base": base_of(at), "index": index}
    sections = [
        PageSection(
            "viec-can-lam", phrase("site.event_steps"), context.templates.render("life_event/steps.html.j2", **values)
        )
    ]
    return Page(
        address=at,
        shell="tinh-huong/*",
        title=record.name,
        description=record.summary,
        lead=context.templates.render("life_event/page.html.j2", **values),
        sections=close(context, at, meta, sections),
        sources=(source.path, *(procedure.path for procedure in valid)),
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(record.summary),
            fields=tuple(dict.fromkeys(_field(context, procedure) for procedure in valid)),
            facts=(phrase("site.step_count", n=len(steps)),),
        ),
    )


def _step(context: SiteContext, source: Source) -> EventStep:
    cases = source.record.cases
    papers = tuple(paper.name for paper in cases[0].papers) if len(cases) == 1 else ()
    return EventStep(procedure_line(context.office, source), papers, len(cases))


def _field(context: SiteContext, procedure: Source) -> str:
    return str(context.office.get("field", procedure.record.field, procedure.key.office).record.name)
