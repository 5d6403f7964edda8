"""The fee poster: every fee in force, with what Law 97/2015/QH13, Article 14(1), wants shown where it is collected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.model.fee import Exemption, Fee, FeeKind
from congkhai.render.notices.facts.draft import Draft, of_collection, offices_with
from congkhai.render.notices.facts.identity import Identity, hotline, identity
from congkhai.render.notices.facts.wording import citation, citations
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class RateFact:
    """One amount and the condition under which it is due."""

    condition: str
    amount: str
    per: str


@dataclass(frozen=True, slots=True)
class ExemptionFact:
    """Who pays less, or nothing."""

    who: str
    level: str
    basis: str


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One fee with its rates."""

    name: str
    rates: tuple[RateFact, ...]
    payer: str
    methods: str
    exemptions: tuple[ExemptionFact, ...]
    basis: tuple[str, ...]
    collector: str
    territory: str
    note: str


@dataclass(frozen=True, slots=True)
class FeeGroup:
    """The fees of one kind: phí, lệ phí, or other costs."""

    kind: str
    fees: tuple[FeeItem, ...]


@dataclass(frozen=True, slots=True)
class FeesFacts:
    """What the fee poster says."""

    office: Identity
    groups: tuple[FeeGroup, ...]
    hotline: str


def drafts(office: Office) -> Iterator[Draft]:
    """One poster for each office that has fees in force on the day: its own and those of all offices."""
    for at in offices_with(office, "fee"):
        sources = in_force(office, at)
        if sources:
            title, found = phrase("notice_fees.title"), partial(facts, office, sources, at)
            ends = tuple(s.record.validity.end for s in sources if s.record.validity)
            yield of_collection("fee", at, "bang-niem-yet", title, "LP", sources, found, ends=ends)


def in_force(office: Office, at: str) -> tuple[Source, ...]:
    """The fees that an office collects on the day, in the order of their files."""
    return tuple(
        source
        for source in office.repository.all("fee")
        if source.key.office in {"", at}
        and (source.record.validity is None or source.record.validity.holds(office.day))
    )


def facts(office: Office, sources: tuple[Source, ...], at: str) -> FeesFacts:
    """Gather the poster: charges first, for there are more of them; then fees, then the rest."""
    order = (FeeKind.CHARGE, FeeKind.FEE, FeeKind.PRICE)
    groups = [
        FeeGroup(kind.label, tuple(_item(office, s.record, at) for s in sources if s.record.kind is kind))
        for kind in order
    ]
    return FeesFacts(identity(office, at), tuple(group for group in groups if group.fees), hotline(office, at))


def _item(office: Office, fee: Fee, at: str) -> FeeItem:
    return FeeItem(
        name=fee.name,
        rates=tuple(
            RateFact(r.condition, str(r.amount) if r.amount.amount else phrase("notice.free"), r.per or "")
            for r in fee.rates
        ),
        payer=fee.payer,
        methods=", ".join(m.label[0].lower() + m.label[1:] for m in fee.methods),
        exemptions=tuple(_exemption(office, e, at) for e in fee.exemptions),
        basis=citations(office, fee.basis, at),
        collector=office.unit(fee.collector, at).name if fee.collector else "",
        territory=fee.territory or "",
        note=fee.note or "",
    )


def _exemption(office: Office, exemption: Exemption, at: str) -> ExemptionFact:
    basis = citation(office, exemption.basis, at) if exemption.basis else ""
    return ExemptionFact(exemption.who, exemption.level, basis)
