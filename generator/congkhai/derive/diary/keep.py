"""The appointments of each record that has days, by kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from congkhai.derive.address import address, heading
from congkhai.derive.agenda import AHEAD, BACK
from congkhai.derive.diary.appointment import Appointment, remembered
from congkhai.derive.diary.work import appointment_of, plan_work, work_of
from congkhai.derive.occurrences import occurrences
from congkhai.derive.office import Office
from congkhai.derive.sessions import Session, sessions
from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.event import Event
from congkhai.model.plan import Plan
from congkhai.model.reception import Reception
from congkhai.model.roster import Roster
from congkhai.source.history import Removed
from congkhai.source.repository import Key, Source

#: What gives the appointments of one version of a record.
Giver = Callable[[Office, Source], Iterable[Appointment]]


def diary_of(office: Office, source: Source) -> tuple[Appointment, ...]:
    """The appointments of a record with all that its past tells of them; empty for a kind without days."""
    give = GIVERS.get(source.key.kind)
    if give is None:
        return ()
    return remembered((*_past(office, source, office.past.get(source.path, ()), give), give(office, source)))


def staff_diary_of(office: Office, source: Source) -> tuple[Appointment, ...]:
    """The days on which staff receive by a reception calendar, without days off and those on which the head does."""
    return remembered((*_past(office, source, office.past.get(source.path, ()), _staff), _staff(office, source)))


def _past(
    office: Office, source: Source, records: Iterable[object | None], give: Giver
) -> Iterator[Iterable[Appointment]]:
    """The appointments of earlier versions; none for a time in which the file was not there."""
    for record in records:
        yield () if record is None else give(office, replace(source, record=record))


def dropped_diary_of(office: Office, gone: Removed, give: Giver) -> tuple[Appointment, ...]:
    """The appointments of a record whose file is gone, all cancelled, each until a year after its day.

    They keep their names and numbers, so that they leave the calendars of those who follow them. Nothing else of the
    record is told any more: a file may have been deleted because of what it said.
    """
    versions = _past(office, gone.source, (*gone.earlier, gone.source.record), give)
    found = remembered((*versions, ()))
    bare = (replace(one, title="", text="", place="", page="") for one in found)
    return tuple(one for one in bare if one.end.date() >= office.day - _YEAR)


def dropped_staff_of(office: Office, gone: Removed) -> tuple[Appointment, ...]:
    """The same of the days on which staff would have received by a reception calendar."""
    return dropped_diary_of(office, gone, _staff)


def concerned(office: Office, gone: Removed) -> Mapping[Key, frozenset[str] | None]:
    """The units in whose calendars the appointments of a record that is gone stood, with their names; None for all."""
    found: dict[Key, frozenset[str] | None] = {}
    for record in filter(None, (*gone.earlier, gone.source.record)):
        version = replace(gone.source, record=record)
        if isinstance(record, Plan):
            for work in plan_work(office, version):
                for key in (*work.units, *work.helping):
                    found[key] = (found.get(key) or frozenset()) | {appointment_of(office, work).uid}
        elif isinstance(record, Event | Reception | Roster):
            unit = office.repository.find("unit", record.unit, gone.source.key.office)
            if unit:
                found[unit.key] = None
    return found


def uid_of(source: Source, *parts: object) -> str:
    """The lasting name of an appointment: `reception.lich-2026.20261007.1`."""
    office = (source.key.office,) if source.key.office else ()
    return ".".join(map(str, (*office, source.key.kind, source.id, *parts)))


def _sessions(office: Office, source: Source) -> Iterator[Appointment]:
    """A session is named by the day that its rule gives, so it keeps its name when it is moved."""
    reception: Reception = source.record
    seen: dict[date, int] = {}
    for session in sorted(sessions(reception, office.workdays), key=lambda s: (s.planned, s.extra, s.receiver)):
        number = seen[session.planned] = seen.get(session.planned, 0) + 1
        for part, hours in enumerate(session.hours or (None,), 1):
            start, end = _span(session.day, hours)
            yield Appointment(
                uid=uid_of(source, f"{session.planned:%Y%m%d}", number, part),
                title=_session_title(office, source, session),
                start=start,
                end=end,
                whole_day=hours is None,
                page=address(source),
                place=reception.place,
                text="\n".join(part for part in _session_text(reception, session) if part),
                cancelled=session.cancelled,
                changed=session.moved or session.extra or session.reason is not None,
            )


def _session_title(office: Office, source: Source, session: Session) -> str:
    person = office.repository.find("official", session.receiver, source.key.office)
    return f"{_RECEPTION}: {person.record.title} {person.record.name}" if person else _RECEPTION


def _session_text(reception: Reception, session: Session) -> Iterator[str | None]:
    yield session.subject
    yield session.reason
    yield session.delegation
    yield reception.registration
    yield reception.phone


def _staff(office: Office, source: Source) -> Iterator[Appointment]:
    reception: Reception = source.record
    start, end = reception.period.start, reception.period.end
    if start is None or end is None:
        return
    head = {session.day for session in sessions(reception, office.workdays) if not session.cancelled}
    for day in (start + timedelta(days=n) for n in range((end - start).days + 1)):
        if day in head or not office.workdays.works(day):
            continue
        for number, rule in enumerate(reception.regular, 1):
            if not rule.falls_on(day):
                continue
            found = (office.repository.find("official", id_, source.key.office) for id_ in rule.receivers)
            names = ", ".join(one.record.name for one in found if one)
            for part, hours in enumerate(rule.hours, 1):
                first, last = _span(day, hours)
                yield Appointment(
                    uid=uid_of(source, "staff", f"{day:%Y%m%d}", number, part),
                    title=f"{_RECEPTION}: {names}",
                    start=first,
                    end=last,
                    page=address(source),
                    place=reception.place,
                    text=reception.phone or "",
                )


def _events(office: Office, source: Source) -> Iterator[Appointment]:
    event: Event = source.record
    for one in occurrences(event, office.workdays, office.day - BACK, office.day + AHEAD):
        start, end = _span(one.day, event.hours)
        unit = office.repository.find("unit", one.place, source.key.office) if one.place else None
        places = (unit.record.name, unit.record.address) if unit else (event.place,)
        yield Appointment(
            uid=uid_of(source, f"{one.planned:%Y%m%d}"),
            title=event.title,
            start=start,
            end=end,
            whole_day=event.hours is None,
            page=address(source),
            place=", ".join(place for place in places if place),
            text="\n".join(part for part in (one.reason, event.description) if part),
            cancelled=one.holiday is not None,
            changed=one.reason is not None,
        )


def _shifts(office: Office, source: Source) -> Iterator[Appointment]:
    roster: Roster = source.record
    posts = {post.id: post for post in roster.posts}
    for shift in roster.shifts:
        post = posts.get(shift.post)
        found = (office.repository.find("official", id_, source.key.office) for id_ in shift.people)
        people = "; ".join(f"{one.record.name}, {one.record.title}" for one in found if one)
        if post:
            yield Appointment(
                uid=uid_of(source, post.id, f"{shift.start:%Y%m%dT%H%M}"),
                title=f"{post.name}: {people}",
                start=shift.start,
                end=shift.end,
                page=address(source),
                place=post.place or "",
                text="\n".join(part for part in (heading(source), post.phone or roster.phone, shift.note) if part),
            )


def _span(day: date, hours: Hours | None) -> tuple[datetime, datetime]:
    if hours is None:
        return _moment(day), _moment(day)
    return _moment(day, hours.start), _moment(day, hours.end)


def _moment(day: date, hour: TimeOfDay | None = None) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=hour.minutes if hour else 0)


#: How long after its day a cancelled appointment of a record that is gone stays in a calendar.
_YEAR = timedelta(days=366)
#: How the title of every session begins.
_RECEPTION = "Tiếp công dân"

#: By kind of record.
GIVERS: Mapping[str, Giver] = MappingProxyType(
    {"reception": _sessions, "event": _events, "roster": _shifts, "plan": work_of}
)
