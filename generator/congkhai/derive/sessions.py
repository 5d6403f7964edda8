"""A reception calendar worked out: every dated session, with the reason for each that was moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from congkhai.model.calendar import Weekday
from congkhai.model.clock import Hours
from congkhai.model.reception import HolidayRule, PeriodicReception, Reception, ReceptionException


@dataclass(frozen=True, slots=True)
class Session:
    """One day on which the head of the office receives.

    `planned` is the day that the rule gives; `reason` says why `day` differs from it, or why the session is extra
    or cancelled. `attending` are the bodies that sit with the receiver.
    """

    day: date
    planned: date
    hours: tuple[Hours, ...]
    receiver: str
    subject: str | None
    reason: str | None = None
    cancelled: bool = False
    attending: tuple[str, ...] = ()
    extra: bool = False

    @property
    def moved(self) -> bool:
        """The session is held on another day than the rule gives."""
        return self.day != self.planned


def sessions(reception: Reception, holidays: Mapping[date, str]) -> tuple[Session, ...]:
    """All sessions of a reception record in its period, in the order of their days.

    Law 42/2013/QH13, Article 24(4): a moved session is announced with its new day, so the planned day is kept.
    """
    found = [
        _settle(reception, _planned(rule, day), holidays)
        for rule in reception.periodic
        for day in _days(reception, rule)
    ]
    found += [_extra(reception, exception) for exception in reception.exceptions if exception.extra]
    return tuple(sorted(found, key=lambda s: (s.day, s.planned)))


def _planned(rule: PeriodicReception, day: date) -> Session:
    return Session(day, day, rule.hours, rule.receiver, rule.subject, attending=rule.attending)


def _days(reception: Reception, rule: PeriodicReception) -> list[date]:
    start, end = reception.period.start, reception.period.end
    if start is None or end is None:
        return []
    every = (start + timedelta(days=n) for n in range((end - start).days + 1))
    return [day for day in every if _matches(rule, day)]


def _matches(rule: PeriodicReception, day: date) -> bool:
    if rule.month_days:
        return day.day in rule.month_days
    weekdays = {weekday.number for weekday in rule.days}
    if day.weekday() not in weekdays:
        return False
    week = (day.day - 1) // 7 + 1
    last = (day + timedelta(days=7)).month != day.month
    return not rule.weeks or week in rule.weeks or (last and -1 in rule.weeks)


def _settle(reception: Reception, session: Session, holidays: Mapping[date, str]) -> Session:
    exception = next((e for e in reception.exceptions if e.date == session.planned and not e.extra), None)
    if exception:
        moved = replace(session, reason=exception.reason, receiver=exception.receiver or session.receiver)
        if exception.moved_to:
            return replace(moved, day=exception.moved_to)
        return moved if exception.receiver else replace(moved, cancelled=True)
    name = holidays.get(session.planned)
    weekend = session.planned.weekday() >= 5
    if name is None and not weekend:
        return session
    reason = name or _weekday(session.planned)
    if reception.holiday_rule is HolidayRule.DROP:
        return replace(session, cancelled=True, reason=reason)
    step = 1 if reception.holiday_rule is HolidayRule.NEXT_WORKING_DAY else -1
    day = session.planned
    while day in holidays or day.weekday() >= 5:
        day += timedelta(days=step)
    return replace(session, day=day, reason=reason)


def _weekday(day: date) -> str:
    return list(Weekday)[day.weekday()].label


def _extra(reception: Reception, exception: ReceptionException) -> Session:
    rule = reception.periodic[0] if reception.periodic else None
    receiver = exception.receiver or (rule.receiver if rule else "")
    hours = rule.hours if rule else ()
    return Session(exception.date, exception.date, hours, receiver, None, exception.reason, extra=True)
