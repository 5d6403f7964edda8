"""Events worked out to days, places taking turns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from dateutil.rrule import rrulestr

from congkhai.model.event import Event


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One day of an event; `place` is the id of the unit whose turn it is, `holiday` names a day off."""

    day: date
    place: str | None
    holiday: str | None


def days_of(recurrence: str, first: date, last: date) -> list[date]:
    """The days of an RFC 5545 rule between two days, both included. The rule has passed `check`."""
    rule = rrulestr(recurrence, dtstart=datetime.combine(first, time()))
    return [moment.date() for moment in rule.between(_at(first), _at(last), inc=True)]


def occurrences(event: Event, holidays: Mapping[date, str], first: date, last: date) -> tuple[Occurrence, ...]:
    """The days of an event between two days, both included.

    Places take turns over the whole life of the event, counted from its first day that is no holiday, so a
    place's turn does not depend on the window that is asked for.
    """
    days = sorted(set(event.dates) | set(_recurring(event, last)))
    turns = _turns(days, holidays, event.rotation)
    return tuple(
        Occurrence(day, turns.get(day), holidays.get(day)) for day in days if first <= day <= last
    )


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


def _at(day: date) -> datetime:
    return datetime.combine(day, time())

