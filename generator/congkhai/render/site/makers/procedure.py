"""Pages of procedures: the first screen answers, the law comes last."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.derive.local_facts import LocalFacts
from congkhai.derive.time_words import time_words
from congkhai.model.procedure import Procedure, ProcedureLevel
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import record_page
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.procedure_index import PROCEDURES
from congkhai.render.site.makers.procedure_view import ProcedureView, procedure_view, units_named
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

#: Records of other kinds that a procedure's page leads to when they speak of it.
_RELATED = ("life_event", "answer")


def pages(context: SiteContext) -> Iterator[Page]:
    """One page per procedure, in force or not: an address that was given out stays."""
    for source in context.office.repository.all("procedure"):
        yield context.page(_page, source)


def _page(context: SiteContext, source: Source) -> Page:
    record = source.record
    view, facts = procedure_view(context, source)
    related = _related(context, source)
    wanted = (
        ("giay-to", "papers", True),
        ("thoi-han-phi", "channels", True),
        ("cac-buoc", "steps", True),
        ("ket-qua", "result", True),
        ("dieu-kien", "conditions", record.conditions),
        ("co-quan", "agencies", True),
        ("lien-quan", "related", related),
        ("can-cu", "basis", True),
    )
    return record_page(
        context,
        PROCEDURES,
        source,
        wanted,
        also=facts.sources,
        view=view,
        record=record,
        related=related,
        title=record.name,
        description=_description(view),
        search=_search(source, view, facts),
    )


def _related(context: SiteContext, source: Source) -> tuple[Link, ...]:
    """Procedures done together with this one, and the life events and answers that name it."""
    record: Procedure = source.record
    named = [context.office.get("procedure", id, source.key.office) for id in record.related]
    mentions = context.office.mentions.get(source.key, ())
    named += [other for kind in _RELATED for other in mentions if other.key.kind == kind]
    return tuple(link(other) for other in named if other.key != source.key)


def _description(view: ProcedureView) -> str:
    record = view.record
    facts = f"{view.price}. {view.times[0][0]}."
    return f"{record.summary or record.name} {facts}"[:300]


#: Most people come for a procedure, and mean it when a fee or a notice bears the same words.
PROCEDURE_WEIGHT = 120
#: What a ministry alone does is seldom what is asked of a local office.
MINISTRY_WEIGHT = 110


def _search(source: Source, view: ProcedureView, facts: LocalFacts) -> SearchEntry:
    record = view.record
    papers = (paper.name for case in record.cases for paper in case.papers)
    worded = (time_words(channel) for channel in record.channels if channel.time_limit.unit == "in_words")
    return SearchEntry(
        kind=source.kind.title,
        text=plain(record.code, record.summary, papers, worded, record.result, record.steps, record.conditions),
        names=(*record.common_names, *record.search_terms, record.code),
        fields=(view.field.title,),
        units=units_named(facts, record),
        audience=tuple(audience.label for audience in record.audience),
        levels=tuple(level.label for level in record.levels),
        facts=tuple(fact for fact in (view.price, view.time, view.place.counter) if fact),
        weight=MINISTRY_WEIGHT if record.levels == (ProcedureLevel.MINISTRY,) else PROCEDURE_WEIGHT,
    )
