"""A procedure as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from congkhai.derive.address import heading
from congkhai.derive.fee_lines import fee_lines
from congkhai.derive.local_facts import LocalFacts, local_facts
from congkhai.derive.opening import OpeningLine, opening
from congkhai.derive.time_words import short_time, time_beside, time_words
from congkhai.model.procedure import Case, Channel, ChannelKind, Paper, Procedure
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite, cite_all
from congkhai.render.site.makers.links import Link, file_address, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.makers.price_table import PriceRow, price_rows, price_summary
from congkhai.source.repository import Source


class ChannelView(NamedTuple):
    """A way to hand in, with what it costs there; without prices nothing is due, or it is not known."""

    kind: str
    time_limit: str
    time_note: str | None
    note: str | None
    url: str | None
    prices: tuple[PriceRow, ...]
    fees_unknown: bool


class PaperView(NamedTuple):
    """A paper; `form` is the address of the blank form."""

    name: str
    originals: int
    copies: int
    show_only: bool
    note: str | None
    form: str | None
    form_name: str | None


class CaseView(NamedTuple):
    """The papers of one case."""

    name: str | None
    sets: int
    papers: tuple[PaperView, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where and when to hand in, who takes it, who settles it, who hears complaints."""

    counter: str | None
    address: str
    hours: tuple[OpeningLine, ...]
    unit: Link | None
    receiving: tuple[PersonView, ...]
    complaints: PersonView | None
    notes: tuple[str, ...]
    hotline: str


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """All that the page shows."""

    record: Procedure
    field: Link
    channels: tuple[ChannelView, ...]
    times: tuple[tuple[str, str], ...]
    price: str
    prices: tuple[PriceRow, ...]
    cases: tuple[CaseView, ...]
    place: PlaceView
    basis: tuple[CitationView, ...]
    announced_by: CitationView | None
    in_force: bool

    @property
    def counts(self) -> list[int]:
        """How many papers each case asks for, the fewest first."""
        return sorted(len(case.papers) for case in self.cases)

    @property
    def only_online(self) -> bool:
        """Whether nobody takes a dossier at a counter or by post."""
        return all(channel.kind == ChannelKind.ONLINE.label for channel in self.channels)

    @property
    def time(self) -> str:
        """All time limits in one line."""
        return " / ".join(limit for limit, _ in self.times)


def procedure_view(context: SiteContext, source: Source) -> tuple[ProcedureView, LocalFacts]:
    """The view, and the local facts that it was made from."""
    record: Procedure = source.record
    office, at = context.office, source.key.office
    facts = local_facts(office, source, at)
    lines = [fee_lines(office, channel, at) for channel in record.channels]
    view = ProcedureView(
        record=record,
        field=link(office.get("field", record.field, at)),
        channels=tuple(
            _channel(channel, price_rows([channel], [due])) for channel, due in zip(record.channels, lines, strict=True)
        ),
        times=_times(record),
        price=price_summary(record.channels, lines),
        prices=price_rows(record.channels, lines),
        cases=tuple(_case(case) for case in record.cases),
        place=_place(context, facts),
        basis=cite_all(context, record.basis, at),
        announced_by=cite(context, record.announced_by, at) if record.announced_by else None,
        in_force=record.validity is None or record.validity.holds(office.day),
    )
    return view, facts


def _channel(channel: Channel, prices: tuple[PriceRow, ...]) -> ChannelView:
    return ChannelView(
        kind=channel.kind.label,
        time_limit=time_words(channel),
        time_note=time_beside(channel),
        note=channel.note,
        url=channel.url,
        prices=prices,
        fees_unknown=channel.fees_unknown,
    )


def _times(record: Procedure) -> tuple[tuple[str, str], ...]:
    """Each time limit in few words, with the channels it holds for; no channels when it holds for all."""
    found: dict[str, dict[str, None]] = {}
    for channel in record.channels:
        found.setdefault(short_time(channel), {})[channel.kind.label] = None
    if len(found) == 1:
        return ((next(iter(found)), ""),)
    return tuple((limit, ", ".join(labels)) for limit, labels in found.items())


def _case(case: Case) -> CaseView:
    return CaseView(case.name, case.sets, tuple(_paper(paper) for paper in case.papers))


def _paper(paper: Paper) -> PaperView:
    return PaperView(
        name=paper.name,
        originals=paper.originals,
        copies=paper.copies,
        show_only=paper.show_only,
        note=paper.note,
        form=file_address(paper.form) if paper.form else None,
        form_name=paper.form_name,
    )


def _place(context: SiteContext, facts: LocalFacts) -> PlaceView:
    return PlaceView(
        counter=facts.counter,
        address=facts.address,
        hours=opening(context.office),
        unit=link(facts.unit) if facts.unit else None,
        receiving=tuple(person(source) for source in facts.receiving),
        complaints=person(facts.complaints) if facts.complaints else None,
        notes=facts.notes,
        hotline=context.office.site.hotline,
    )


def units_named(facts: LocalFacts, record: Procedure) -> tuple[str, ...]:
    """The units by which search filters: the one that settles it here, else those that the procedure names."""
    return (heading(facts.unit),) if facts.unit else record.executing
