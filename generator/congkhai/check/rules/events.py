"""Events: days, or a rule that gives them."""

from __future__ import annotations

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.rules.plans import slip_of_recurrence
from congkhai.model.event import Event
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


RULES = (
    Rule("SK101", _no_days, ("event",)),
    Rule("SK102", _recurrence, ("event",)),
)
