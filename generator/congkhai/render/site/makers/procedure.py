"""Pages of procedures: the first screen answers, the law comes last."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.local_facts import LocalFacts
from congkhai.derive.time_words import time_words
from congkhai.model.procedure import Procedure
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.footing import close, record_meta
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.procedure_view import ProcedureView, procedure_view, units_named
from congkhai.render.site.page import Page, PageSection
from congkhai.source.repository import Source

INDEX = "thu-tuc/"
#: Records of other kinds that a procedure's page leads to when they speak of it.
_RELATED = ("life_event", "answer")


def pages(context: SiteContext) -> Iterator[Page]:
    """One page per procedure, in force or not: an address that was given out stays."""
    for source in context.office.repository.all("procedure"):
        yield context.page(_page, source)


def _page(context: SiteContext, source: Source) -> Page:
    at, record = address(source), source.record
    view, facts = procedure_view(context, source)
    meta = record_meta(context, source, *facts.sources)
    values = {
        "view": view,
        "record": record,
        "meta": meta,
        "base": base_of(at),
        "index": Link(phrase("site.procedures"), INDEX),
    }

    def part(name: str, **more: object) -> Markup:
        return context.templates.render(f"procedure/{name}.html.j2", **values, **more)

    related = _related(context, source)
    sections = [
        PageSection(id_, phrase(f"site.procedure_{name}"), part(name, related=related))
        for id_, name, shown in (
            ("giay-to", "papers", True),
            ("thoi-han-phi", "channels", True),
            ("cac-buoc", "steps", True),
            ("ket-qua", "result", True),
            ("dieu-kien", "conditions", record.conditions),
            ("co-quan", "agencies", True),
            ("lien-quan", "related", related),
            ("can-cu", "basis", True),
        )
        if shown
    ]
    return Page(
        address=at,
        shell="thu-tuc/*",
        title=record.name,
        description=_description(view),
        lead=part("page"),
        sections=close(context, at, meta, sections),
        sources=(source.path, *(s.path for s in facts.sources)),
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
PROCEDURE_WEIGHT = 115


def _search(source: Source, view: ProcedureView, facts: LocalFacts) -> SearchEntry:
    record = view.record
    papers = (paper.name for case in record.cases for paper in case.papers)
    worded = (time_words(channel) for channel in record.channels if channel.time_limit.unit == "in_words")
    times = " / ".join(limit for limit, _ in view.times)
    return SearchEntry(
        kind=source.kind.title,
        text=plain(record.code, record.summary, papers, worded, record.result, record.steps, record.conditions),
        names=(*record.common_names, *record.search_terms, record.code),
        fields=(view.field.title,),
        units=units_named(facts, record),
        audience=tuple(audience.label for audience in record.audience),
        levels=tuple(level.label for level in record.levels),
        facts=tuple(fact for fact in (view.price, times, view.place.counter) if fact),
        weight=PROCEDURE_WEIGHT,
    )
