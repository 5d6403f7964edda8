"""Calendars to subscribe to, and the same days as JSON: of each record with days, of each unit, of the office."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlsplit

from congkhai.catalogue import phrase
from congkhai.derive.address import address, heading
from congkhai.derive.diary.appointment import Appointment
from congkhai.derive.diary.keep import GIVERS, concerned, diary_of, dropped_diary_of, dropped_staff_of, staff_diary_of
from congkhai.derive.diary.work import all_work, appointment_of, work_by_unit
from congkhai.derive.office import Office
from congkhai.render.data.icalendar import Calendar, icalendar
from congkhai.source.history import Removed
from congkhai.source.repository import Key, Source

#: The name of a page's calendar, beside the page.
CALENDAR = "lich.ics"
DATA = "lich.json"
#: Beside a reception calendar: the days on which staff receive.
STAFF = ("thuong-xuyen.ics", "thuong-xuyen.json")
#: How long what has passed stays in a calendar of many records.
_BACK = timedelta(days=92)
#: Kinds whose days stand in the calendar of the whole office: what a citizen may come to.
_OPEN = ("reception", "event", "roster")


#: A record whose file is gone, with its cancelled appointments.
Dropped = tuple[Removed, tuple[Appointment, ...]]


def files(office: Office) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """Yield (path, bytes, source files) of every calendar and of its JSON."""
    diaries = {source.key: diary_of(office, source) for kind in GIVERS for source in office.repository.all(kind)}
    for kind in GIVERS:
        for source in office.repository.all(kind):
            about = phrase("site.calendar_about", name=heading(source))
            yield from _pair(office, address(source), heading(source), about, (source,), diaries[source.key])
            if kind == "reception" and source.record.regular:
                name = phrase("site.calendar_staff", name=heading(source))
                staff = staff_diary_of(office, source)
                yield from _pair(office, address(source), name, about, (source,), staff, STAFF)
    dropped = [(gone, _dropped(office, gone)) for gone in office.removed]
    yield from _gone(office, dropped)
    yield from _units(office, diaries, dropped)
    known = {one.uid: one for diary in diaries.values() for one in diary}
    due = [known.get(one.uid, one) for one in (appointment_of(office, each) for each in all_work(office))]
    due += [one for gone, diary in dropped if gone.source.key.kind == "plan" for one in diary]
    title = phrase("site.due")
    yield from _pair(office, "viec-den-han/", title, phrase("site.due_about"), office.repository.all("plan"), due)
    sources = tuple(source for kind in _OPEN for source in office.repository.all(kind))
    since = office.day - _BACK
    every = [one for source in sources for one in diaries[source.key] if one.end.date() >= since]
    every += [one for gone, diary in dropped if gone.source.key.kind in _OPEN for one in diary]
    name = phrase("site.calendar_office", office=office.site.name)
    yield from _pair(office, "", name, phrase("site.calendar_about", name=office.site.name), sources, every)


def _dropped(office: Office, gone: Removed) -> tuple[Appointment, ...]:
    return _told(dropped_diary_of(office, gone, GIVERS[gone.source.key.kind]))


def _told(found: Iterable[Appointment]) -> tuple[Appointment, ...]:
    title = phrase("site.calendar_dropped")
    return tuple(replace(one, title=title) for one in found)


def _gone(office: Office, dropped: Iterable[Dropped]) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """Where the calendar of a deleted record was: that its days are cancelled, as long as somebody may follow them."""
    name, about = phrase("site.calendar_gone"), phrase("site.calendar_gone_about")
    for gone, diary in dropped:
        source = gone.source
        if diary:
            yield from _pair(office, address(source), name, about, (source,), diary, page="")
        staff = dropped_staff_of(office, gone) if source.key.kind == "reception" else ()
        if staff:
            yield from _pair(office, address(source), name, about, (source,), _told(staff), STAFF, page="")


def _units(
    office: Office, diaries: Mapping[Key, tuple[Appointment, ...]], dropped: Iterable[Dropped]
) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """Of each unit what plans ask of it, and the days of the events and rosters that it holds.

    Work is known by the diary of its plan, which remembers what changed.
    """
    known = {one.uid: one for diary in diaries.values() for one in diary}
    work = work_by_unit(office)
    held: dict[Key, list[Source]] = {}
    for kind in _OPEN:
        for source in office.repository.all(kind):
            held.setdefault(office.get("unit", source.record.unit, source.key.office).key, []).append(source)
    lost: dict[Key, list[Appointment]] = {}
    for gone, diary in dropped:
        for key, names in concerned(office, gone).items():
            lost.setdefault(key, []).extend(one for one in diary if names is None or one.uid in names)
    for unit in office.repository.all("unit"):
        asked = work.get(unit.key, ())
        mine = [known.get(one.uid, one) for one in (appointment_of(office, each) for each in asked)]
        own = held.get(unit.key, [])
        mine += lost.get(unit.key, [])
        mine += [one for source in own for one in diaries[source.key] if one.end.date() >= office.day - _BACK]
        plans = {each.plan.key: each.plan for each in asked}.values()
        name = phrase("site.calendar_unit", unit=unit.record.short_name or unit.record.name)
        about = phrase("site.calendar_about", name=unit.record.name)
        yield from _pair(office, address(unit), name, about, (unit, *plans, *own), mine)


def _pair(
    office: Office,
    at: str,
    name: str,
    about: str,
    sources: Iterable[Source],
    found: Iterable[Appointment],
    files: tuple[str, str] = (CALENDAR, DATA),
    page: str | None = None,
) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    appointments = tuple(sorted(found, key=lambda one: one.order))
    site = office.site.url.rstrip("/") + "/"
    made = tuple(sources)
    paths = tuple(dict.fromkeys(path for source in made for path in source.files))
    calendar = Calendar(
        name=name,
        about=about,
        url=site + (at if page is None else page),
        site=site,
        host=urlsplit(site).hostname or "localhost",
        stamp=office.changed(*made) or _stamp(made) or office.day,
        appointments=appointments,
    )
    yield f"{at}{files[0]}", icalendar(calendar), paths
    yield f"{at}{files[1]}", _json(calendar, f"{site}{at}{files[0]}"), paths


def _stamp(sources: Iterable[Source]) -> date | None:
    """Without history: the latest day on which a record says that it was made public."""
    days = (getattr(source.record, name, None) for source in sources for name in ("announced", "date"))
    return max((day for day in days if isinstance(day, date)), default=None)


def _json(calendar: Calendar, file: str) -> bytes:
    """The same days for programs; times are of Vietnam. `file` is the whole address of the calendar."""
    rows = [
        {
            "uid": f"{one.uid}@{calendar.host}",
            "title": one.title,
            "start": one.start.date().isoformat() if one.whole_day else f"{one.start.isoformat()}+07:00",
            "end": one.end.date().isoformat() if one.whole_day else f"{one.end.isoformat()}+07:00",
            "whole_day": one.whole_day,
            "place": one.place or None,
            "text": one.text or None,
            "status": "cancelled" if one.cancelled else "tentative" if one.tentative else "confirmed",
            "changed": one.changed,
            "sequence": one.sequence,
            "page": calendar.site + one.page,
        }
        for one in calendar.appointments
    ]
    told = {"name": calendar.name, "page": calendar.url, "calendar": file, "items": rows}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
