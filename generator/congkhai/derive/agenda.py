"""The days of events around a day: what comes, and what was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from congkhai.derive.occurrences import Occurrence, occurrences
from congkhai.derive.office import Office
from congkhai.source.repository import Key, Source

#: How far ahead the days of a recurring event are told, and how far back they are remembered.
AHEAD = timedelta(days=366)
BACK = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class EventDays:
    """An event with its days: `coming` from today on, soonest first; `past` latest first."""

    event: Source
    coming: tuple[Occurrence, ...]
    past: tuple[Occurrence, ...]


def event_days(office: Office, source: Source) -> EventDays:
    """The days of one event within the year ahead and the three months before."""
    found = occurrences(source.record, office.workdays, office.day - BACK, office.day + AHEAD)
    coming = tuple(o for o in found if o.day >= office.day)
    past = tuple(reversed([o for o in found if o.day < office.day]))
    fixed = [d for d in source.record.dates if d < office.day - BACK]
    older = occurrences(source.record, office.workdays, min(fixed), max(fixed)) if fixed and not past else ()
    return EventDays(source, coming, past or tuple(reversed(older)))


def turns(office: Office) -> Mapping[Key, tuple[tuple[Occurrence, Source], ...]]:
    """For each unit the days to come on which an event takes its turn there, soonest first, with the event."""
    found: dict[Key, list[tuple[Occurrence, Source]]] = {}
    for days in agenda(office):
        for occurrence in days.coming:
            if occurrence.place:
                place = office.get("unit", occurrence.place, days.event.key.office)
                found.setdefault(place.key, []).append((occurrence, days.event))
    return {key: tuple(sorted(list_, key=lambda pair: (pair[0].day, pair[1].id))) for key, list_ in found.items()}


def agenda(office: Office) -> tuple[EventDays, ...]:
    """All events: those with days to come first, soonest first; then those that are over, latest first."""
    found = [event_days(office, source) for source in office.repository.all("event")]
    ahead = sorted((e for e in found if e.coming), key=lambda e: (e.coming[0].day, e.event.id))
    over = sorted((e for e in found if not e.coming), key=lambda e: e.past[0].day.toordinal() if e.past else 0)
    return (*ahead, *reversed(over))
