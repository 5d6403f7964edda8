"""Events in life: what to do, in which order, and what to take along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.model.topic import LifeEvent
from congkhai.render.search.entry import LEADING, SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.links import Card, link
from congkhai.render.site.makers.procedure_line import ProcedureLine, in_force, procedure_line
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("tinh-huong", "life_event", "life_events", "api/v1/life_event.json")


@dataclass(frozen=True, slots=True)
class EventStep:
    """One procedure of the checklist with the papers that it always asks for."""

    line: ProcedureLine
    papers: tuple[str, ...]
    cases: int


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of life events, and a checklist for each."""
    sources = life_events(context)
    yield index_page(context, _PAGES, sources, cards=event_cards(context))
    for source in sources:
        yield context.page(_page, source)


def life_events(context: SiteContext) -> tuple[Source, ...]:
    """The life events in their own order."""
    return tuple(sorted(context.office.repository.all("life_event"), key=lambda s: (s.record.order, s.id)))


def event_cards(context: SiteContext) -> tuple[Card, ...]:
    """The life events as cards."""
    return tuple(Card(link(s), s.record.summary, len(s.record.procedures)) for s in life_events(context))


def _page(context: SiteContext, source: Source) -> Page:
    office = context.office
    record: LifeEvent = source.record
    named = [office.get("procedure", id_, source.key.office) for id_ in record.procedures]
    valid = [procedure for procedure in named if in_force(procedure, office)]
    steps = tuple(_step(context, procedure) for procedure in valid)
    return record_page(
        context,
        _PAGES,
        source,
        (("viec-can-lam", "steps", True),),
        also=valid,
        record=record,
        steps=steps,
        title=record.name,
        description=record.summary,
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(record.summary),
            fields=tuple(dict.fromkeys(_field(context, procedure) for procedure in valid)),
            facts=(phrase("site.step_count", n=len(steps)),),
            weight=LEADING,
        ),
    )


def _step(context: SiteContext, source: Source) -> EventStep:
    cases = source.record.cases
    papers = tuple(paper.name for paper in cases[0].papers) if len(cases) == 1 else ()
    return EventStep(procedure_line(context.office, source), papers, len(cases))


def _field(context: SiteContext, procedure: Source) -> str:
    return str(context.office.get("field", procedure.record.field, procedure.key.office).record.name)
