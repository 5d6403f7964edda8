"""A reception calendar worked out: every dated session, with the reason for each that was moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from congkhai.model.clock import Hours
from congkhai.model.reception import HolidayRule, PeriodicReception, Reception, ReceptionException
from congkhai.model.workdays import WorkDays

#: How the reason begins for which a rule moves or drops a session.
_FALLS_ON = "trùng"


@dataclass(frozen=True, slots=True)
class Session:
    """One day on which the head of the office receives.

    `planned` is the day that the rule gives; `reason` says why `day` differs from it, or why the session is extra
    or cancelled. `attending` are the bodies that sit with the receiver; `delegation` is the paper by which another
    receives; `changed` the day on which the change was announced.
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
    delegation: str | None = None
    changed: date | None = None

    @property
    def moved(self) -> bool:
        """The session is held on another day than the rule gives."""
        return self.day != self.planned


def sessions(reception: Reception, days: WorkDays) -> tuple[Session, ...]:
    """All sessions of a reception record in its period, in the order of their days.

    Law 42/2013/QH13, Article 24(4): a moved session is announced with its new day, so the planned day is kept.
    """
    found = [
        _settle(reception, _planned(rule, day), _off(rule, day, days), days)
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
    return [day for day in every if rule.falls_on(day)]


def _off(rule: PeriodicReception, day: date, days: WorkDays) -> str | None:
    """Why a session cannot be on its day: a rule that names days of the week means them, and only holidays move it."""
    if not rule.days or days.works(day):
        return days.why_off(day)
    return days.holidays.get(day)


def _settle(reception: Reception, session: Session, off: str | None, days: WorkDays) -> Session:
    exception = next((e for e in reception.exceptions if e.date == session.planned and not e.extra), None)
    if exception:
        changed = replace(
            session,
            reason=exception.reason,
            receiver=exception.receiver or session.receiver,
            delegation=exception.delegation,
            changed=exception.announced,
        )
        if exception.moved_to:
            return replace(changed, day=exception.moved_to)
        return changed if exception.receiver else replace(changed, cancelled=True)
    if off is None:
        return session
    reason = f"{_FALLS_ON} {off}, {reception.holiday_rule.label}"
    if reception.holiday_rule is HolidayRule.DROP:
        return replace(session, cancelled=True, reason=reason)
    forward = reception.holiday_rule is HolidayRule.NEXT_WORKING_DAY
    return replace(session, day=(days.next if forward else days.previous)(session.planned), reason=reason)


def _extra(reception: Reception, exception: ReceptionException) -> Session:
    rule = reception.periodic[0] if reception.periodic else None
    receiver = exception.receiver or (rule.receiver if rule else "")
    hours = exception.hours or (rule.hours if rule else ())
    return Session(
        exception.date,
        exception.date,
        hours,
        receiver,
        None,
        exception.reason,
        extra=True,
        delegation=exception.delegation,
        changed=exception.announced,
    )
