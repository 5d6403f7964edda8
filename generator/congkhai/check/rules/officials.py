"""Officials: who is named to citizens holds the post."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.calendar import short_date
from congkhai.model.contact import Contact
from congkhai.model.event import Event
from congkhai.model.finding import Severity
from congkhai.model.official import Official
from congkhai.model.posting import Board
from congkhai.model.service import Service
from congkhai.source.repository import Source

#: A person that a record names, by the field and the id, and a day on which the person is to be there.
_Named = Iterator[tuple[str, str, date]]


def _of_service(service: Service, day: date) -> _Named:
    for n, id_ in enumerate(service.receiving):
        yield f"receiving[{n}]", id_, day
    if service.complaints:
        yield "complaints", service.complaints, day


def _of_contact(contact: Contact, day: date) -> _Named:
    for n, id_ in enumerate(contact.answered_by):
        yield f"answered_by[{n}]", id_, day


def _of_board(board: Board, day: date) -> _Named:
    if board.keeper:
        yield "keeper", board.keeper, day


def _of_event(event: Event, day: date) -> _Named:
    for n, id_ in enumerate(event.who):
        for coming in _coming(event, day):
            yield f"who[{n}]", id_, coming


def _coming(event: Event, day: date) -> list[date]:
    """The days to come that the record fixes, and the day itself while a rule gives more of them."""
    changed = {exception.date for exception in event.exceptions}
    moved = {exception.moved_to for exception in event.exceptions if exception.moved_to}
    days = {fixed for fixed in moved | (set(event.dates) - changed) if fixed >= day}
    if event.recurrence and (event.period is None or event.period.holds(day)):
        days.add(day)
    return sorted(days)


#: Whom a record of a kind names as somebody whom citizens meet from today on.
_NAMED: Mapping[str, Callable[..., _Named]] = {
    "service": _of_service,
    "contact": _of_contact,
    "board": _of_board,
    "event": _of_event,
}


def _not_in_office(source: Source, context: Context) -> Violations:
    """Told once of each place, however many days come."""
    told = set()
    for path, id_, day in _NAMED[source.key.kind](source.record, context.day):
        found = context.repository.find("official", id_, source.key.office)
        official: Official | None = found.record if found else None
        if official and official.term and path not in told and not official.term.holds(day):
            told.add(path)
            start, end = official.term.start, official.term.end
            yield (
                path,
                {
                    "name": official.name,
                    "start": short_date(start) if start else "",
                    "end": short_date(end) if end else "",
                    "day": short_date(day),
                },
            )


RULES = (Rule("CB101", _not_in_office, tuple(_NAMED), Severity.WARNING),)
