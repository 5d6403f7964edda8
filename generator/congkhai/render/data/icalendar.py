"""iCalendar (RFC 5545): resolved events only, so that no client works a rule out onto a holiday."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from congkhai import __version__
from congkhai.derive.diary.appointment import Appointment

ZONE = "Asia/Ho_Chi_Minh"
#: Octets of a line before it is folded (section 3.1).
_WIDTH = 75
_DAY = timedelta(days=1)
#: Vietnam has kept one offset since 13 June 1975.
_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar to subscribe to; `url` and `site` are whole addresses, `stamp` the day of its last change."""

    name: str
    about: str
    url: str
    site: str
    host: str
    stamp: date
    appointments: tuple[Appointment, ...]


def icalendar(calendar: Calendar) -> bytes:
    """The calendar as a file: UTF-8, lines ended by CRLF and folded at 75 octets."""
    return b"".join(_folded(line) for line in _lines(calendar))


def escaped(text: str) -> str:
    """A value of type TEXT (section 3.3.11): what parts values, and line ends, stand for themselves."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return "\\n".join(line.strip() for line in text.replace("\r", "").split("\n"))


def _lines(calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//congkhai//congkhai {__version__}//VI"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"NAME:{escaped(calendar.name)}"
    yield f"X-WR-CALNAME:{escaped(calendar.name)}"
    yield f"DESCRIPTION:{escaped(calendar.about)}"
    yield f"X-WR-CALDESC:{escaped(calendar.about)}"
    yield f"X-WR-TIMEZONE:{ZONE}"
    yield f"URL:{calendar.url}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"
    yield from _ZONE
    for one in calendar.appointments:
        yield from _event(calendar, one)
    yield "END:VCALENDAR"


def _event(calendar: Calendar, one: Appointment) -> Iterable[str]:
    page = calendar.site + one.page
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}@{calendar.host}"
    yield f"DTSTAMP:{calendar.stamp:%Y%m%d}T000000Z"
    if one.whole_day:
        yield f"DTSTART;VALUE=DATE:{one.start:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.end + _DAY:%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    else:
        yield f"DTSTART;TZID={ZONE}:{_local(one.start)}"
        yield f"DTEND;TZID={ZONE}:{_local(one.end)}"
    yield f"SEQUENCE:{one.sequence}"
    yield f"STATUS:{'CANCELLED' if one.cancelled else 'TENTATIVE' if one.tentative else 'CONFIRMED'}"
    yield f"SUMMARY:{escaped(one.title)}"
    if one.place:
        yield f"LOCATION:{escaped(one.place)}"
    text = "\n".join(part for part in (one.text, page) if part)
    yield f"DESCRIPTION:{escaped(text)}"
    yield f"URL:{page}"
    yield "END:VEVENT"


def _local(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _folded(line: str) -> bytes:
    """A content line; no letter of several octets is broken."""
    whole = line.encode()
    if len(whole) <= _WIDTH:
        return whole + b"\r\n"
    out, room, part = bytearray(), _WIDTH, bytearray()
    for letter in line:
        octets = letter.encode()
        if len(part) + len(octets) > room:
            out += part + b"\r\n "
            part, room = bytearray(), _WIDTH - 1
        part += octets
    return bytes(out + part + b"\r\n")
