"""Events: days, or a rule that gives them."""

from __future__ import annotations

from datetime import date

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.rules.plans import slip_of_recurrence
from congkhai.model.calendar import short_date
from congkhai.model.event import Event
from congkhai.model.recurrence import Recurrence
from congkhai.source.repository import Source


def _no_days(source: Source, _context: Context) -> Violations:
    event: Event = source.record
    if not event.dates and not event.recurrence:
        yield "", {}


def _recurrence(source: Source, _context: Context) -> Violations:
    event: Event = source.record
    if event.recurrence is None:
        return
    start = event.period.start if event.period else None
    end = event.period.end if event.period else None
    # Without a first day the days of the rule cannot be counted, and the event would silently have none.
    reason = slip_of_recurrence(event.recurrence, start, end) if start else "no_start"
    if reason:
        yield "recurrence", {"value": event.recurrence, "reason": reason}


def _exceptions(source: Source, _context: Context) -> Violations:
    event: Event = source.record
    for n, exception in enumerate(event.exceptions):
        if exception.date not in event.dates and not _falls_on(event, exception.date):
            yield f"exceptions[{n}].date", {"day": short_date(exception.date)}


def _falls_on(event: Event, day: date) -> bool:
    """Say whether the event's rule gives a day; a rule that cannot be read is told elsewhere."""
    start = event.period.start if event.period else None
    if event.recurrence is None or start is None or (event.period and not event.period.holds(day)):
        return False
    try:
        rule = Recurrence.parse(event.recurrence)
    except ValueError:
        return True
    return day in set(rule.days(start, day))


RULES = (
    Rule("SK101", _no_days, ("event",)),
    Rule("SK102", _recurrence, ("event",)),
    Rule("SK103", _exceptions, ("event",)),
)
