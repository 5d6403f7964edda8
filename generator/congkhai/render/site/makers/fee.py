"""Fees and charges: what the law wants shown of each (Law 97/2015/QH13, Article 14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.alphabet import order
from congkhai.derive.fee_lines import FeeLine, price_range
from congkhai.derive.office import Office
from congkhai.model.fee import Fee, FeeKind
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite, cite_all
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.footing import close, footing, index_meta, record_meta
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.price_table import money_text
from congkhai.render.site.makers.procedure_line import ProcedureLine, procedure_lines
from congkhai.render.site.page import Page, PageSection
from congkhai.source.repository import Source

INDEX = "le-phi/"


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A fee in the list of fees."""

    link: Link
    price: str
    payer: str
    rates: int


@dataclass(frozen=True, slots=True)
class FeeGroup:
    """Fees of a kind."""

    title: str
    rows: tuple[FeeRow, ...]


@dataclass(frozen=True, slots=True)
class RateView:
    """One amount and its case."""

    condition: str
    amount: str
    value: int
    per: str | None


@dataclass(frozen=True, slots=True)
class ExemptionView:
    """Who pays less, how much less, and by what law."""

    who: str
    level: str
    basis: CitationView | None


@dataclass(frozen=True, slots=True)
class FeeView:
    """All that the page of a fee shows."""

    record: Fee
    price: str
    rates: tuple[RateView, ...]
    exemptions: tuple[ExemptionView, ...]
    collector: Link | None
    basis: tuple[CitationView, ...]
    procedures: tuple[ProcedureLine, ...]
    in_force: bool


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of fees in force by kind, and a page for each fee."""
    sources = context.office.repository.all("fee")
    yield _index(context, sources)
    for source in sources:
        yield context.page(_page, source)


def _index(context: SiteContext, sources: tuple[Source, ...]) -> Page:
    title = phrase("site.fees")
    valid = sorted((s for s in sources if _in_force(s, context.office)), key=lambda s: order(s.record.name))
    groups = [FeeGroup(kind.label, tuple(_row(s) for s in valid if s.record.kind is kind)) for kind in FeeKind]
    meta = index_meta(context, title, INDEX, sources, "api/v1/fee.json")
    lead = context.templates.render("fee/index.html.j2", groups=[g for g in groups if g.rows], base=base_of(INDEX))
    return Page(
        address=INDEX,
        shell="le-phi",
        title=title,
        description=phrase("site.fees_about"),
        lead=lead + footing(context, INDEX, meta),
        sources=tuple(source.path for source in sources),
        search=SearchEntry(title),
    )


def _row(source: Source) -> FeeRow:
    record: Fee = source.record
    return FeeRow(link(source), _price(source), record.payer, len(record.rates))


def _page(context: SiteContext, source: Source) -> Page:
    at, view = address(source), _view(context, source)
    record = view.record
    meta = record_meta(context, source)
    values = {
        "view": view,
        "record": record,
        "meta": meta,
        "base": base_of(at),
        "index": Link(phrase("site.fees"), INDEX),
    }
    sections = [
        PageSection(id_, phrase(f"site.fee_{name}"), context.templates.render(f"fee/{name}.html.j2", **values))
        for id_, name, shown in (
            ("muc-thu", "rates", True),
            ("mien-giam", "exemptions", view.exemptions),
            ("thu-tuc", "procedures", view.procedures),
            ("can-cu", "basis", True),
        )
        if shown
    ]
    return Page(
        address=at,
        shell="le-phi/*",
        title=record.name,
        description=f"{record.kind.label}: {view.price}. {record.payer}."[:300],
        lead=context.templates.render("fee/page.html.j2", **values),
        sections=close(context, at, meta, sections),
        sources=(source.path,),
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(
                record.payer, (rate.condition for rate in view.rates), (e.who for e in view.exemptions), record.note
            ),
            units=(view.collector.title,) if view.collector else (),
            facts=(record.kind.label, view.price),
        ),
    )


def _view(context: SiteContext, source: Source) -> FeeView:
    record: Fee = source.record
    office, at = context.office, source.key.office
    named = [s for s in office.mentions.get(source.key, ()) if s.key.kind == "procedure"]
    return FeeView(
        record=record,
        price=_price(source),
        rates=tuple(RateView(r.condition, money_text(r.amount), r.amount.amount, r.per) for r in record.rates),
        exemptions=tuple(
            ExemptionView(e.who, e.level, cite(context, e.basis, at) if e.basis else None) for e in record.exemptions
        ),
        collector=link(office.get("unit", record.collector, at)) if record.collector else None,
        basis=cite_all(context, record.basis, at),
        procedures=procedure_lines(office, named),
        in_force=_in_force(source, office),
    )


def _price(source: Source) -> str:
    record: Fee = source.record
    lines = [FeeLine(record.name, record.kind, rate.amount, None, None, source, 0) for rate in record.rates]
    return price_range(lines) or phrase("site.no_charge")


def _in_force(source: Source, office: Office) -> bool:
    record: Fee = source.record
    return record.validity is None or record.validity.holds(office.day)
