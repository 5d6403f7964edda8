"""Officials: who is named to citizens holds the post, a unit has one head, and work is handed to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from congkhai.check.rule import Context, Rule, Violations, WholeRule
from congkhai.model.calendar import Period, short_date
from congkhai.model.contact import Contact
from congkhai.model.event import Event
from congkhai.model.finding import Severity
from congkhai.model.official import Official, Role
from congkhai.model.posting import Board
from congkhai.model.service import Service
from congkhai.source.repository import Key, Source

_DAY = timedelta(days=1)
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


def _two_heads(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """Told at the one who came later. The day of a handover may be in both terms."""
    heads: dict[Key, list[tuple[date, date, str, Source]]] = {}
    for source in context.repository.all("official"):
        official: Official = source.record
        unit = context.repository.find("unit", official.unit, source.key.office)
        if official.role is Role.CHAIR and unit:
            heads.setdefault(unit.key, []).append((*_certain(official.term), source.path, source))
    for key, list_ in heads.items():
        list_.sort()
        latest = list_[0]
        for head in list_[1:]:
            start, end, _, source = head
            if start < latest[1]:
                unit_name = context.repository.sources[key].record.name
                told = {"name": source.record.name, "other": latest[3].record.name, "file": latest[2]}
                yield source, "role", {**told, "unit": unit_name}
            latest = max(latest, head, key=lambda one: one[1])


def _certain(term: Period | None) -> tuple[date, date]:
    """The days on which somebody holds a post for certain: without a first day, only the last ones.

    So a successor whose file gives no term yet is not taken for a second head beside one who has left.
    """
    end = term.end if term and term.end else date.max
    return (term.start if term and term.start else end - _DAY), end


def _delegations(source: Source, context: Context) -> Violations:
    official: Official = source.record
    for n, delegation in enumerate(official.delegations):
        found = context.repository.find("official", delegation.to, source.key.office)
        if found is None:
            continue
        other: Official = found.record
        if found.key == source.key:
            yield f"delegations[{n}].to", {"name": other.name, "reason": "delegates_to_oneself"}
        elif other.term and delegation.period:
            days = (delegation.period.start, delegation.period.end)
            if any(day and not other.term.holds(day) for day in days):
                yield f"delegations[{n}].to", {"name": other.name, "reason": "delegate_not_in_office"}


RULES = (
    Rule("CB101", _not_in_office, tuple(_NAMED), Severity.WARNING),
    WholeRule("CB102", _two_heads, Severity.WARNING),
    Rule("CB103", _delegations, ("official",), Severity.WARNING),
)
