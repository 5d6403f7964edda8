"""Fees and charges: what the law wants shown of each (Law 97/2015/QH13, Article 14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.alphabet import order
from congkhai.derive.fee_lines import FeeLine, price_range
from congkhai.derive.office import Office
from congkhai.model.fee import Fee, FeeKind
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite, cite_all
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.price_table import money_text
from congkhai.render.site.makers.procedure_line import ProcedureLine, procedure_lines
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("le-phi", "fee", "fees", "api/v1/fee.json")


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
    valid = sorted((s for s in sources if _in_force(s, context.office)), key=lambda s: order(s.record.name))
    groups = [FeeGroup(kind.label, tuple(_row(s) for s in valid if s.record.kind is kind)) for kind in FeeKind]
    return index_page(context, _PAGES, sources, groups=[group for group in groups if group.rows])


def _row(source: Source) -> FeeRow:
    record: Fee = source.record
    return FeeRow(link(source), _price(source), record.payer, len(record.rates))


def _page(context: SiteContext, source: Source) -> Page:
    view = _view(context, source)
    record = view.record
    wanted = (
        ("muc-thu", "rates", True),
        ("mien-giam", "exemptions", view.exemptions),
        ("thu-tuc", "procedures", view.procedures),
        ("can-cu", "basis", True),
    )
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        record=record,
        title=record.name,
        description=f"{record.kind.label}: {view.price}. {record.payer}."[:300],
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(
                record.payer, (rate.condition for rate in view.rates), (e.who for e in view.exemptions), record.note
            ),
            units=(view.collector.title,) if view.collector else (),
            facts=(record.kind.label, view.price),
            weight=90,
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
