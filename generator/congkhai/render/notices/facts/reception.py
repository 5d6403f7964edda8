"""The reception poster: place, hours, who receives, and every dated session (Law 42/2013/QH13, Article 24(2))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.derive.sessions import Session, sessions
from congkhai.model.calendar import Period, Weekday, short_date
from congkhai.model.reception import Reception, RegularReception
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.identity import Holder, Identity, holder, hotline, identity
from congkhai.render.notices.facts.wording import citations, hours, weekdays
from congkhai.render.notices.text import UpTo, paragraphs
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class RegularFact:
    """Days on which staff receive all the time."""

    days: str
    hours: str
    receivers: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class DayFact:
    """One dated session; `note` says why it was moved, added or dropped."""

    day: str
    note: str
    cancelled: bool


@dataclass(frozen=True, slots=True)
class MonthFact:
    """The sessions of a month."""

    month: str
    days: tuple[DayFact, ...]


@dataclass(frozen=True, slots=True)
class PeriodicFact:
    """The sessions of one receiver at the same hours."""

    receiver: Holder
    hours: str
    attending: tuple[str, ...]
    subject: str
    months: tuple[MonthFact, ...]


@dataclass(frozen=True, slots=True)
class ReceptionFacts:
    """What the reception poster says."""

    office: Identity
    title: str
    place: str
    period: str
    announced: str
    regular: tuple[RegularFact, ...]
    periodic: tuple[PeriodicFact, ...]
    phone: str
    registration: str
    rules: Annotated[tuple[str, ...], UpTo(4000)]
    basis: tuple[str, ...]


def draft(office: Office, source: Source) -> Draft | None:
    """The poster of a calendar that has not ended on the day."""
    reception: Reception = source.record
    end = reception.period.end
    if end and end < office.day:
        return None
    also, found = tuple(_people(office, source)), partial(facts, office, source)
    return of_record(source, reception.title, f"TCD {source.id}", found, also, reception.announced, (end,))


def facts(office: Office, source: Source) -> ReceptionFacts:
    """Gather the poster."""
    reception: Reception = source.record
    at = source.key.office
    return ReceptionFacts(
        office=identity(office, at),
        title=reception.title,
        place=reception.place,
        period=_period(reception.period),
        announced=short_date(reception.announced),
        regular=tuple(_regular(office, regular, at) for regular in reception.regular),
        periodic=_periodic(office, reception, at),
        phone=reception.phone or hotline(office, at),
        registration=reception.registration or "",
        rules=paragraphs(reception.rules),
        basis=citations(office, reception.basis, at),
    )


def _people(office: Office, source: Source) -> Iterator[Source]:
    reception: Reception = source.record
    ids = {id for regular in reception.regular for id in regular.receivers}
    ids |= {rule.receiver for rule in reception.periodic}
    ids |= {exception.receiver for exception in reception.exceptions if exception.receiver}
    return (office.get("official", id, source.key.office) for id in sorted(ids))


def _regular(office: Office, regular: RegularReception, at: str) -> RegularFact:
    receivers = tuple(holder(office.get("official", id, at)) for id in regular.receivers)
    return RegularFact(weekdays(regular.days), hours(regular.hours), receivers)


def _periodic(office: Office, reception: Reception, at: str) -> tuple[PeriodicFact, ...]:
    found = [session for session in sessions(reception, office.workdays) if session.receiver]
    facts = []
    for receiver in dict.fromkeys(session.receiver for session in found):
        mine = [session for session in found if session.receiver == receiver]
        rule = next((r for r in reception.periodic if r.receiver == receiver), None)
        facts.append(
            PeriodicFact(
                receiver=holder(office.get("official", receiver, at)),
                hours=hours(mine[0].hours),
                attending=rule.attending if rule else (),
                subject=(rule.subject if rule else None) or "",
                months=tuple(
                    MonthFact(
                        phrase("notice_reception.month", month=month, year=year), tuple(_day(s, mine[0]) for s in days)
                    )
                    for (year, month), days in groupby(mine, key=lambda s: (s.day.year, s.day.month))
                ),
            )
        )
    return tuple(facts)


def _day(session: Session, usual: Session) -> DayFact:
    notes = []
    if session.cancelled:
        notes.append(phrase("notice_reception.cancelled", reason=session.reason or ""))
    elif session.day != session.planned:
        notes.append(phrase("notice_reception.moved", day=brief(session.planned), reason=session.reason or ""))
    elif session.reason:
        notes.append(session.reason)
    if session.hours != usual.hours:
        notes.append(hours(session.hours))
    return DayFact(
        f"{list(Weekday)[session.day.weekday()].label} {brief(session.day)}", "; ".join(notes), session.cancelled
    )


def brief(day: date) -> str:
    """`05/8`, `12/02`: the zero before months 1 and 2 only, as offices write."""
    return f"{day.day:02d}/{day.month:02d}" if day.month < 3 else f"{day.day:02d}/{day.month}"


def _period(period: Period) -> str:
    if period.start and period.end:
        return phrase("notice_reception.period", start=short_date(period.start), end=short_date(period.end))
    return ""
