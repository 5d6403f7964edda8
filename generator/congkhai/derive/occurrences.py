"""Events worked out to days, places taking turns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from congkhai.model.event import Event
from congkhai.model.recurrence import Recurrence


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One day of an event.

    `place` is the id of the unit whose turn it is; `holiday` names the day off on which the event is not held.
    """

    day: date
    place: str | None
    holiday: str | None


def days_of(recurrence: str, first: date, last: date) -> list[date]:
    """The days of an RFC 5545 rule between two days, both included. The rule has passed `check`."""
    return list(Recurrence.parse(recurrence).days(first, last))


def occurrences(event: Event, holidays: Mapping[date, str], first: date, last: date) -> tuple[Occurrence, ...]:
    """The days of an event between two days, both included.

    Places take turns over the whole life of the event, counted from its first day that is no day off, so a
    place's turn does not depend on the window that is asked for. A day that the record fixes by its date is held
    even on a holiday: who fixed it knew; only a day that a rule gives is off.
    """
    days = sorted(set(event.dates) | set(_recurring(event, last)))
    off = {day: holidays[day] for day in days if day in holidays and day not in event.dates}
    turns = _turns(days, off, event.rotation)
    return tuple(Occurrence(day, turns.get(day), off.get(day)) for day in days if first <= day <= last)


def _recurring(event: Event, last: date) -> Iterable[date]:
    period = event.period
    if not event.recurrence or period is None or period.start is None:
        return ()
    end = min(last, period.end) if period.end else last
    return days_of(event.recurrence, period.start, end) if period.start <= end else ()


def _turns(days: Iterable[date], holidays: Mapping[date, str], places: tuple[str, ...]) -> dict[date, str]:
    if not places:
        return {}
    open_days = [day for day in days if day not in holidays]
    return {day: places[number % len(places)] for number, day in enumerate(open_days)}
