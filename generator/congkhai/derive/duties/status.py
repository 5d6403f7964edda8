"""How each duty stands on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, unique

from congkhai.check.filling import WholeDuty, whole
from congkhai.derive.duties.ledger import Ledger
from congkhai.derive.duties.occasion import Occasion
from congkhai.derive.duties.proofs.registry import READERS
from congkhai.derive.office import Office
from congkhai.model.bearer import falls_on
from congkhai.model.calendar import Period
from congkhai.model.duty import Duty
from congkhai.model.duty_terms import Frequency, Timing
from congkhai.model.evidence import Evidence
from congkhai.model.spec import Labelled
from congkhai.source.repository import Source

#: How long before its day a duty counts as due soon; what comes once a year is told of earlier.
_SOON = timedelta(days=30)
_SOON_YEARLY = timedelta(days=60)


@unique
class DutyState(Labelled):
    """How a duty stands. LATE is both: not kept yet, and kept after its day."""

    MET = "met", "Đã thực hiện"
    DUE_SOON = "due_soon", "Sắp đến hạn"
    LATE = "late", "Chậm hoặc thiếu"
    NOT_DUE = "not_due", "Chưa đến kỳ"
    NOT_APPLICABLE = "not_applicable", "Không phải thực hiện"
    UNKNOWN = "unknown", "Chưa xác định được"


@unique
class Reason(Enum):
    """Why a duty stands as it does, where the state alone does not say it."""

    OTHER_BODY = "other_body"
    NOT_YET = "not_yet"
    ENDED = "ended"
    NO_WAY = "no_way"
    NO_RECORD = "no_record"
    NO_BOARD = "no_board"
    ELSEWHERE = "elsewhere"
    NOT_DONE = "not_done"
    DONE_LATE = "done_late"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class DutyStatus:
    """A duty on a day.

    `days` counts calendar days late, None where no day can be named. `due` is the day that decides, or the next one
    to come. `decisive` is the occasion that decides; `unkept` are all for which something is known to be missing, the
    worst first; `occasions` are all that the records tell of, the latest first.
    """

    whole: WholeDuty
    state: DutyState
    reason: Reason | None = None
    due: date | None = None
    days: int | None = None
    decisive: Occasion | None = None
    occasions: tuple[Occasion, ...] = ()
    unkept: tuple[Occasion, ...] = ()

    @property
    def duty(self) -> Duty:
        """The duty as its own law has it."""
        return self.whole.duty

    @property
    def source(self) -> Source:
        """The record of the duty."""
        return self.whole.source


def statuses(office: Office, at: str = "") -> tuple[DutyStatus, ...]:
    """Every duty of the register, in its order, as it stands on the day for the site's office, or for the one `at`."""
    ledger = Ledger(office, at)
    sources = (s for s in office.repository.all("duty") if not s.key.office)
    return tuple(status(ledger, source) for source in sorted(sources, key=lambda s: (s.record.number, s.id)))


def status(ledger: Ledger, source: Source) -> DutyStatus:
    """One duty."""
    made = whole(source, ledger.office.repository, ledger.unit.level, ledger.day)
    duty, validity = made.duty, made.duty.validity or Period()
    fixed = ledger.days.due(made.deadline.value, None) if made.deadline else None
    if not falls_on(duty, ledger.unit):
        return DutyStatus(made, DutyState.NOT_APPLICABLE, Reason.OTHER_BODY)
    if not validity.holds(ledger.day):
        ended = validity.end is not None and validity.end < ledger.day
        return DutyStatus(made, DutyState.NOT_APPLICABLE, Reason.ENDED if ended else Reason.NOT_YET, due=fixed)
    usable = [e for e in duty.evidence if _usable(e, ledger)]
    if not usable:
        return DutyStatus(made, DutyState.UNKNOWN, Reason.NO_WAY, due=fixed)
    judged = (_judge(made, READERS[evidence.kind](ledger, made, evidence), ledger.day) for evidence in usable)
    return min(judged, key=_preference)


def _usable(evidence: Evidence, ledger: Ledger) -> bool:
    """Whether a piece of evidence is meant for the office and for a time that may still be answered for."""
    if evidence.level is not None and evidence.level is not ledger.unit.level:
        return False
    return (evidence.validity or Period()).holds(ledger.day)


def _preference(found: DutyStatus) -> tuple[int, bool]:
    """Of several ways to show that a duty was kept the best counts; one with records before one without."""
    best = (DutyState.MET, DutyState.DUE_SOON, DutyState.LATE)
    order = (*best, DutyState.NOT_DUE, DutyState.NOT_APPLICABLE, DutyState.UNKNOWN)
    there = any(occasion.records for occasion in found.occasions)
    return (order.index(found.state), not there)


def _judge(made: WholeDuty, occasions: tuple[Occasion, ...], day: date) -> DutyStatus:
    present = [o for o in occasions if not o.past]
    coming = _coming(present, day)
    unkept = _unkept(present, day)
    late = unkept[0] if unkept else _kept_late(present, day)
    if late:
        reason = Reason.DONE_LATE if late.done else Reason.INCOMPLETE if late.records else Reason.NOT_DONE
        days = late.days_late(day) or None
        return DutyStatus(made, DutyState.LATE, reason, late.due, days, late, occasions, unkept)
    if coming and coming.due and coming.due - day <= _lead(made.duty):
        return DutyStatus(made, DutyState.DUE_SOON, None, coming.due, None, coming, occasions, (coming,))
    met = next((o for o in present if o.done), None)
    if met:
        due = coming.due if coming else met.due
        return DutyStatus(made, DutyState.MET, None, due, None, met, occasions)
    unclear = next((o for o in present if o.unknown), None)
    if unclear:
        no_board = any(gap.lack.value == "no_board" for gap in unclear.gaps)
        reason = Reason.NO_BOARD if no_board else Reason.ELSEWHERE
        return DutyStatus(made, DutyState.UNKNOWN, reason, unclear.due, None, unclear, occasions)
    if coming:
        return DutyStatus(made, DutyState.NOT_DUE, None, coming.due, None, coming, occasions)
    return DutyStatus(made, DutyState.UNKNOWN, Reason.NO_RECORD, occasions=occasions)


def _unkept(present: Iterable[Occasion], day: date) -> tuple[Occasion, ...]:
    """The occasions whose deadline has passed, or that have none, and for which something is known to be missing."""
    missed = [o for o in present if _is_open(o, day)]
    return tuple(sorted(missed, key=lambda o: (o.days_late(day), o.moment), reverse=True))


def _is_open(one: Occasion, day: date) -> bool:
    if one.done or not any(gap.lack.known for gap in one.gaps):
        return False
    return one.due < day if one.due else one.judged


def _kept_late(present: list[Occasion], day: date) -> Occasion | None:
    """The last occasion that was kept, if it was kept late."""
    last = max((o for o in present if o.done), key=lambda o: o.moment, default=None)
    return last if last and last.days_late(day) else None


def _coming(present: Iterable[Occasion], day: date) -> Occasion | None:
    """The occasion that is due next and not yet kept."""
    ahead = [o for o in present if o.due and o.due >= day and o.done is None and not o.unknown]
    return min(ahead, key=lambda o: o.due or date.max, default=None)


def _lead(duty: Duty) -> timedelta:
    return _SOON_YEARLY if duty.frequency is Frequency.YEARLY else _SOON


def standing(made: WholeDuty) -> bool:
    """Say whether a duty has no day, because it must be kept all the time."""
    return made.deadline is not None and made.deadline.value.timing is Timing.STANDING
