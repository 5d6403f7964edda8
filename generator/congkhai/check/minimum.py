"""How long the law wants a record to hang, by the duties that recognise it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from congkhai.check.filling import WholeDuty, whole
from congkhai.model.bearer import falls_on
from congkhai.model.budget import Budget
from congkhai.model.calendar import Period
from congkhai.model.disclosure import Disclosure
from congkhai.model.duty import Duty, MinimumPosting
from congkhai.model.duty_terms import LawRank, Place, PostingEnd
from congkhai.model.evidence import Evidence, Proof
from congkhai.model.posting import BoardKind
from congkhai.model.unit import Unit
from congkhai.source.repository import Repository, Source

#: The boards on which a paper must hang to hang at a place.
BOARDS_AT: Mapping[Place, frozenset[BoardKind]] = {
    Place.SEAT: frozenset({BoardKind.SEAT}),
    Place.VILLAGE: frozenset({BoardKind.VILLAGE}),
    Place.ONE_STOP: frozenset({BoardKind.ONE_STOP}),
    Place.RECEPTION: frozenset({BoardKind.RECEPTION}),
    Place.COLLECTION: frozenset({BoardKind.ONE_STOP}),
}


@dataclass(frozen=True, slots=True)
class Minimum:
    """The time for which a record must hang on boards of a kind, and the duty that says so."""

    posting: MinimumPosting
    duty: WholeDuty


def minimum(repository: Repository, item: Source, board: BoardKind, office: Unit, day: date) -> Minimum | None:
    """What the law in force on a day asks of a record on boards of a kind; None where no duty speaks of it.

    Special law goes before general law, and what a duty's own law says before what fills it (Law 10/2022/QH15,
    Article 13(6)); of several that are equal in this the longest time counts.
    """
    found = list(_minima(repository, item, board, office, day))
    return min(found, key=_precedence, default=None)


def _precedence(one: Minimum) -> tuple[bool, int, bool, int]:
    filled = bool(one.duty.posting and one.duty.posting.rule)
    standing = one.posting.until is PostingEnd.PERMANENT
    return filled, list(LawRank).index(one.duty.duty.rank), not standing, -(one.posting.days or 0)


def _minima(repository: Repository, item: Source, board: BoardKind, office: Unit, day: date) -> Iterator[Minimum]:
    for source in repository.all("duty"):
        duty: Duty = source.record
        if not falls_on(duty, office) or not (duty.validity or Period()).holds(day):
            continue
        if not any(_recognised(source, one, repository, item, office, day) for one in duty.evidence):
            continue
        made = whole(source, repository, office.level, day)
        if board is BoardKind.LOUDSPEAKER and duty.loudspeaker_days:
            yield Minimum(MinimumPosting(until=PostingEnd.DAYS, days=duty.loudspeaker_days, note=None), made)
        elif made.posting and made.places and any(board in BOARDS_AT.get(p, ()) for p in made.places.value):
            yield Minimum(made.posting.value, made)


def _recognised(  # noqa: PLR0913 - a record, seen by one kind of evidence of one duty
    source: Source, evidence: Evidence, repository: Repository, item: Source, office: Unit, day: date
) -> bool:
    if evidence.level is not None and evidence.level is not office.level:
        return False
    if not (evidence.validity or Period()).holds(day):
        return False
    record = item.record
    if isinstance(record, Disclosure):
        return evidence.kind is Proof.DISCLOSURE and (source.id in record.duties or _cites(evidence, repository, item))
    if isinstance(record, Budget):
        return evidence.kind is Proof.BUDGET and record.phase in evidence.phases
    if evidence.kind is Proof.CALENDAR:
        return item.key.kind == "reception"
    wanted = {item.key.kind} | ({"procedure"} if item.key.kind == "field" else set())
    return evidence.kind is Proof.RECORDS and evidence.records in wanted


def _cites(evidence: Evidence, repository: Repository, item: Source) -> bool:
    place = evidence.cites
    for cited in item.record.basis if place else ():
        act = repository.find("legal_act", cited.act, item.key.office)
        if act and place and place.covers(act.record.symbol, cited):
            return True
    return False
