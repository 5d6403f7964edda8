"""Events: days, or a rule that gives them."""

from __future__ import annotations

from datetime import date, timedelta

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.rules.plans import slip_of_recurrence
from congkhai.model.calendar import short_date
from congkhai.model.event import Event
from congkhai.model.finding import Severity
from congkhai.model.recurrence import Recurrence
from congkhai.source.repository import Source

#: How far from its planned day an event may be moved before it looks like a slip of the keyboard.
_FAR = timedelta(days=31)


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


def _without_effect(source: Source, context: Context) -> Violations:
    """A day is changed once; an event that stays on its day has moved only where a holiday would have stopped it."""
    event: Event = source.record
    changed: set[date] = set()
    for n, exception in enumerate(event.exceptions):
        day = exception.date
        if day in changed:
            yield f"exceptions[{n}].date", {"day": short_date(day), "reason": "changed_twice"}
        changed.add(day)
        if exception.moved_to == day and (day in event.dates or day not in context.holidays or day in context.made_up):
            yield f"exceptions[{n}].moved_to", {"day": short_date(day), "reason": "same_day"}


def _moved_far(source: Source, _context: Context) -> Violations:
    """Mostly a slip in the year; but what is held once a year may well be put off for longer."""
    event: Event = source.record
    for n, exception in enumerate(event.exceptions):
        if exception.moved_to and abs(exception.moved_to - exception.date) > _FAR:
            days = short_date(exception.date), short_date(exception.moved_to)
            yield f"exceptions[{n}].moved_to", {"day": days[0], "moved": days[1]}


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
    Rule("SK104", _without_effect, ("event",)),
    Rule("SK105", _moved_far, ("event",), Severity.WARNING),
)
