"""Events worked out to days, places taking turns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from congkhai.model.event import Event
from congkhai.model.reception import HolidayRule
from congkhai.model.recurrence import Recurrence
from congkhai.model.workdays import WorkDays


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One day of an event.

    `place` is the id of the unit whose turn it is; `planned` the day that the rule gives; `reason` says why the event
    is held on another `day`, or not at all. `holiday` is that reason when it is not held.
    """

    day: date
    place: str | None
    holiday: str | None
    planned: date
    reason: str | None = None

    @property
    def moved(self) -> bool:
        """It is held on another day than the rule gives."""
        return self.day != self.planned


def days_of(recurrence: str, first: date, last: date) -> list[date]:
    """The days of an RFC 5545 rule between two days, both included. The rule has passed `check`."""
    return list(Recurrence.parse(recurrence).days(first, last))


def occurrences(event: Event, days: WorkDays, first: date, last: date) -> tuple[Occurrence, ...]:
    """The days of an event between two days, both included.

    Places take turns over the whole life of the event, counted from its first day that is held, so a place's turn
    does not depend on the window that is asked for. A day that the record fixes by its date is held even on a
    holiday: who fixed it knew; a day that a rule gives is moved or dropped, as the event's own rule says.
    """
    planned = sorted(set(event.dates) | set(_recurring(event, last)))
    settled = [_settle(event, day, days) for day in planned]
    held = [day for day, (_, _, off) in zip(planned, settled, strict=True) if not off]
    turns = _turns(held, event.rotation)
    found = (
        Occurrence(day, turns.get(origin), reason if off else None, origin, reason)
        for origin, (day, reason, off) in zip(planned, settled, strict=True)
    )
    return tuple(sorted((one for one in found if first <= one.day <= last), key=lambda one: (one.day, one.planned)))


def _settle(event: Event, day: date, days: WorkDays) -> tuple[date, str | None, bool]:
    """The day on which it is held, why it is another one, and whether it is not held at all."""
    exception = next((e for e in event.exceptions if e.date == day), None)
    if exception:
        return exception.moved_to or day, exception.reason, exception.moved_to is None
    name = days.holidays.get(day)
    if name is None or day in event.dates or day in days.made_up:
        return day, None, False
    if event.holiday_rule is HolidayRule.DROP:
        return day, name, True
    forward = event.holiday_rule is HolidayRule.NEXT_WORKING_DAY
    moved = (days.next if forward else days.previous)(day)
    return moved, f"trùng {name}, {event.holiday_rule.label}", False


def _recurring(event: Event, last: date) -> Iterable[date]:
    period = event.period
    if not event.recurrence or period is None or period.start is None:
        return ()
    end = min(last, period.end) if period.end else last
    return days_of(event.recurrence, period.start, end) if period.start <= end else ()


def _turns(days: Iterable[date], places: tuple[str, ...]) -> dict[date, str]:
    return {day: places[number % len(places)] for number, day in enumerate(days)} if places else {}
