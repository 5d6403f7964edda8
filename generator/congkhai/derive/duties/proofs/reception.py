"""Reception of citizens: calendars announced in time, and the days on which the head receives in person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from congkhai.check.filling import WholeDuty
from congkhai.derive.duties.coverage import Item, occasion
from congkhai.derive.duties.ledger import MEMORY, Ledger
from congkhai.derive.duties.occasion import Gap, Lack, Occasion
from congkhai.derive.duties.reckoning import Term, months, weeks
from congkhai.derive.sessions import Session, sessions
from congkhai.model.calendar import Period
from congkhai.model.evidence import Evidence, Span
from congkhai.model.official import Role
from congkhai.model.reception import Reception
from congkhai.source.repository import Source

_DAY = timedelta(days=1)
_SPANS: Mapping[Span, Callable[[date], Iterator[Term]]] = {Span.WEEK: weeks, Span.MONTH: months}


def read_calendars(ledger: Ledger, whole: WholeDuty, _evidence: Evidence) -> tuple[Occasion, ...]:
    """One occasion for each calendar, the latest first; before them the next one when it is still to be made."""
    found = sorted(_own(ledger), key=lambda s: s.record.period.start or date.min, reverse=True)
    made = [_announced(ledger, whole, source) for source in found]
    running = next((n for n, source in enumerate(found) if (source.record.period.start or date.min) <= ledger.day), 0)
    out = [replace(one, past=n > running) for n, one in enumerate(made)]
    last = max((s.record.period.end for s in found if s.record.period.end), default=None)
    endless = any(s.record.period.end is None for s in found)
    if not found:
        return (Occasion(None, None, gaps=(Gap(Lack.ANNOUNCE),)),)
    if last and not endless:
        first = _next_working_day(ledger, last)
        due = ledger.days.due(whole.deadline.value if whole.deadline else None, first)
        out.insert(0, Occasion(due, None, gaps=(Gap(Lack.ANNOUNCE),), judged=last < ledger.day))
    return tuple(one for one in out if one.moment >= ledger.day - MEMORY)


def read_sessions(ledger: Ledger, _whole: WholeDuty, evidence: Evidence) -> tuple[Occasion, ...]:
    """One occasion for each week or month that a calendar covers and the rule governs, the latest first."""
    calendars = _own(ledger)
    start = min((s.record.period.start for s in calendars if s.record.period.start), default=None)
    if start is None or evidence.per is None or evidence.least is None:
        return ()
    held = _held(ledger, calendars, evidence.role)
    validity = evidence.validity or Period()
    first = max(start, ledger.day - MEMORY)
    out: list[Occasion] = []
    for term in takewhile(lambda t: t.first >= first, _SPANS[evidence.per](ledger.day)):
        if not (validity.holds(term.first) and validity.holds(term.last)):
            continue
        days = sorted({session.day for session in held if term.first <= session.day <= min(term.last, ledger.day)})
        enough = len(days) >= evidence.least
        gap = Gap(Lack.RECEIVE, have=len(days), want=evidence.least)
        used = tuple(s for s in calendars if s.record.period.holds(term.first) or s.record.period.holds(term.last))
        closed = sum(1 for one in out if one.judged)
        out.append(
            Occasion(
                due=term.last,
                done=days[evidence.least - 1] if enough else None,
                records=used,
                gaps=() if enough else (gap,),
                term=term,
                past=closed > 0,
                judged=term.last < ledger.day,
            )
        )
    return tuple(out)


def _own(ledger: Ledger) -> tuple[Source, ...]:
    """The calendars of the office itself that are announced on the day."""
    found = (s for s in ledger.own("reception") if s.record.unit == ledger.unit_id)
    return tuple(s for s in found if s.record.announced <= ledger.day)


def _announced(ledger: Ledger, whole: WholeDuty, source: Source) -> Occasion:
    reception: Reception = source.record
    first = _first_day(ledger, reception)
    governed = first is not None and (whole.duty.validity or Period()).holds(first)
    due = ledger.days.due(whole.deadline.value if whole.deadline else None, first) if governed else None
    made = occasion(ledger, whole, (Item(source, reception.announced),), due)
    start, end = reception.period.start, reception.period.end
    return replace(made, term=Term(start, end)) if start and end else made


def _first_day(ledger: Ledger, reception: Reception) -> date | None:
    """The first day on which anybody receives by the calendar."""
    periodic = [s.day for s in sessions(reception, ledger.office.workdays) if not s.cancelled]
    start, end = reception.period.start, reception.period.end
    day, last = start, end or start
    while day and last and day <= last:
        open_ = ledger.days.working(day) or day not in ledger.days.holidays  # Saturdays that a rule names are meant
        if open_ and any(rule.falls_on(day) for rule in reception.regular):
            periodic.append(day)
            break
        day += _DAY
    return min(periodic, default=None)


def _held(ledger: Ledger, calendars: tuple[Source, ...], role: Role | None) -> list[Session]:
    """The sessions that a person of the role holds."""
    found: list[Session] = []
    for source in calendars:
        for session in sessions(source.record, ledger.office.workdays):
            official = ledger.office.repository.find("official", session.receiver, source.key.office)
            if not session.cancelled and official and (role is None or official.record.role is role):
                found.append(session)
    return found


def _next_working_day(ledger: Ledger, day: date) -> date:
    day += _DAY
    while not ledger.days.working(day):
        day += _DAY
    return day
