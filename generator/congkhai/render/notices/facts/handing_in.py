"""How one hands in, how long it takes, what it costs and which papers it needs: on the sheet, the card, the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.fee_lines import FeeLine, fee_lines
from congkhai.derive.office import Office
from congkhai.derive.time_words import time_beside, time_words
from congkhai.model.procedure import Case, Channel, Paper
from congkhai.render.notices.text import UpTo


@dataclass(frozen=True, slots=True)
class FeeFact:
    """One amount to pay, and when. `due` is the amount as it is printed."""

    name: str
    due: str
    condition: str


@dataclass(frozen=True, slots=True)
class ChannelFact:
    """One way to hand in; no fees means that nothing is due."""

    kind: str
    time_limit: str
    time_note: str
    fees: tuple[FeeFact, ...]
    note: Annotated[str, UpTo(1000)]


@dataclass(frozen=True, slots=True)
class PaperFact:
    """One paper of the dossier."""

    name: Annotated[str, UpTo(1500)]
    form: str
    originals: int
    copies: int
    show_only: bool
    note: Annotated[str, UpTo(1000)]


@dataclass(frozen=True, slots=True)
class CaseFact:
    """The papers of one case."""

    name: str
    sets: int
    papers: tuple[PaperFact, ...]


@dataclass(frozen=True, slots=True)
class WayFact:
    """The ways to hand in that take and cost the same, without the remarks of the sheet; no fees: nothing is due."""

    kind: str
    time_limit: str
    fees: tuple[FeeFact, ...]


def fee_fact(line: FeeLine) -> FeeFact:
    """One fee line as it is printed; an amount of zero says that nothing is due, none that words say it."""
    if line.amount is None:
        return FeeFact(line.name, phrase("notice.price_in_words"), line.condition or "")
    due = str(line.amount) if line.amount.amount else phrase("notice.free")
    return FeeFact(line.name, f"{due}/{line.per}" if line.per and line.amount.amount else due, line.condition or "")


def fee_facts(office: Office, channel: Channel, at: str) -> tuple[FeeFact, ...]:
    """What is due on a channel, each line once; one line without a name where that is not known."""
    if channel.fees_unknown:
        return (FeeFact("", phrase("notice.price_unknown"), ""),)
    return tuple(dict.fromkeys(fee_fact(line) for line in fee_lines(office, channel, at)))


def channel_facts(office: Office, channels: Iterable[Channel], at: str) -> tuple[ChannelFact, ...]:
    """The ways to hand in, with what each takes and costs."""
    return tuple(_channel(office, channel, at) for channel in channels)


def _channel(office: Office, channel: Channel, at: str) -> ChannelFact:
    return ChannelFact(
        kind=channel.kind.label,
        time_limit=time_words(channel),
        time_note=time_beside(channel) or "",
        fees=fee_facts(office, channel, at),
        note=channel.note or "",
    )


def case_facts(cases: Iterable[Case]) -> tuple[CaseFact, ...]:
    """The papers of each case."""
    return tuple(_case(case) for case in cases)


def _case(case: Case) -> CaseFact:
    return CaseFact(case.name or "", case.sets, tuple(_paper(paper) for paper in case.papers))


def _paper(paper: Paper) -> PaperFact:
    return PaperFact(
        name=paper.name,
        form=paper.form_name or "",
        originals=paper.originals,
        copies=paper.copies,
        show_only=paper.show_only,
        note=paper.note or "",
    )


def way_facts(channels: Iterable[ChannelFact]) -> tuple[WayFact, ...]:
    """The ways to hand in, those that take and cost the same as one."""
    alike: dict[tuple[str, tuple[FeeFact, ...]], list[str]] = {}
    for channel in channels:
        alike.setdefault((channel.time_limit, channel.fees), []).append(channel.kind)
    return tuple(WayFact(_joined(kinds), time_limit, fees) for (time_limit, fees), kinds in alike.items())


def _joined(kinds: list[str]) -> str:
    """`Trực tiếp, dịch vụ bưu chính`."""
    return ", ".join([kinds[0], *(kind[0].lower() + kind[1:] for kind in kinds[1:])])
