"""Reception of citizens: what Law 42/2013/QH13 asks of a calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.calendar import (
    is_working_day,
    months_inside,
    short_date,
    weeks_inside,
    working_days_before,
)
from congkhai.model.official import Official, Role
from congkhai.model.reception import HolidayRule, PeriodicReception, Reception
from congkhai.model.unit import Unit, UnitLevel, UnitType
from congkhai.source.repository import Repository, Source

#: Working days between the announcement of a calendar and its first session (Article 24(4); in force 1 July 2014).
_NOTICE = 5
#: How far from its planned day a session may be moved before it looks like a slip of the keyboard.
_FAR = timedelta(days=31)
#: A calendar is looked at for two years at most: it is announced for a quarter, a half or a whole year.
_HORIZON = timedelta(days=731)
_DAY = timedelta(days=1)
_WEEKS = frozenset({-1, 1, 2, 3, 4, 5})
_MONTH_DAYS = frozenset(range(1, 32))


@dataclass(frozen=True, slots=True)
class Minimum:
    """The least number of days in each week or month on which a chair receives in person, while the law holds."""

    level: UnitLevel
    days: int
    weekly: bool
    valid_from: date
    valid_to: date | None
    basis: str
    verified: bool

    def spans(self, start: date, end: date) -> Iterator[tuple[date, date]]:
        """The weeks or months that lie wholly between two days and in the time of this rule."""
        start, end = max(start, self.valid_from), min(end, self.valid_to or end)
        return (weeks_inside if self.weekly else months_inside)(start, end)


#: Frequencies by level of the people's committee; research: section 5.2, with its marks.
MINIMA = (
    Minimum(
        UnitLevel.COMMUNE, 1, True, date(2014, 7, 1), date(2026, 6, 30), "Luật 42/2013/QH13, Điều 15 khoản 2", True
    ),
    Minimum(
        UnitLevel.COMMUNE, 2, False, date(2026, 7, 1), None, "Luật 42/2013/QH13 sửa đổi bởi Luật 136/2025/QH15", False
    ),
    Minimum(UnitLevel.PROVINCE, 1, False, date(2014, 7, 1), None, "Luật 42/2013/QH13, Điều 12 khoản 5", True),
)


def _announced_late(source: Source, context: Context) -> Violations:
    reception: Reception = source.record
    first = _first_session(reception, context)
    if first is None:
        return
    latest = working_days_before(first, _NOTICE, context.holidays, context.made_up)
    if reception.announced > latest:
        days = {"announced": short_date(reception.announced), "first": short_date(first), "latest": short_date(latest)}
        yield "announced", {**days, "least": _NOTICE}


def _first_session(reception: Reception, context: Context) -> date | None:
    days = (_held(reception, day, context) for day in _days(reception))
    return next((day for day in days if day), None)


def _held(reception: Reception, day: date, context: Context) -> date | None:
    """The day on which the session planned for a day is held; None when there is none."""
    if is_working_day(day, context.holidays, context.made_up):
        return day if _planned(reception, day) else None
    if day not in context.holidays and _named(reception, day):
        return day
    if not any(rule.falls_on(day) for rule in reception.periodic) or reception.holiday_rule is HolidayRule.DROP:
        return None
    step = _DAY if reception.holiday_rule is HolidayRule.NEXT_WORKING_DAY else -_DAY
    while not is_working_day(day, context.holidays, context.made_up):
        day += step
    return day


def _named(reception: Reception, day: date) -> bool:
    """A rule that names days of the week means Saturdays too, and only holidays move it."""
    regular = any(rule.falls_on(day) for rule in reception.regular)
    return regular or any(rule.falls_on(day) for rule in reception.periodic if rule.days)


def _days(reception: Reception) -> Iterator[date]:
    start, end = reception.period.start, reception.period.end
    day = start
    while day and start and day <= min(end or day, start + _HORIZON):
        yield day
        day += _DAY


def _planned(reception: Reception, day: date) -> bool:
    regularly = any(rule.falls_on(day) for rule in reception.regular)
    return regularly or any(rule.falls_on(day) for rule in reception.periodic)


def _wrong_receiver(source: Source, context: Context) -> Violations:
    """Periodic reception is the duty of the head of the office, in person (Law 42/2013, Article 18)."""
    reception: Reception = source.record
    for n, rule in enumerate(reception.periodic):
        official = _official(rule.receiver, source, context.repository)
        if official and official.role not in {Role.CHAIR, Role.HEAD}:
            yield f"periodic[{n}].receiver", {"name": official.name, "title": official.title}


def _official(id: str, source: Source, repository: Repository) -> Official | None:  # noqa: A002 - the domain's word
    found = repository.find("official", id, source.key.office)
    return found.record if found else None


def _too_few_days(source: Source, context: Context) -> Violations:
    """The rule's own days are counted, holidays or not; told of the first week or month that has too few."""
    reception: Reception = source.record
    start = reception.period.start
    if start is None:
        return
    end = min(reception.period.end or start + _HORIZON, start + _HORIZON)
    for level, rules in _chairs(source, context).items():
        for minimum in MINIMA:
            if minimum.level is not level:
                continue
            for first, last in minimum.spans(start, end):
                span = (first + _DAY * n for n in range((last - first).days + 1))
                count = sum(any(rule.falls_on(day) for _, rule in rules) for day in span)
                if count < minimum.days:
                    yield f"periodic[{rules[0][0]}]", _shortfall(minimum, first, last, count)
                    break


def _chairs(source: Source, context: Context) -> Mapping[UnitLevel, list[tuple[int, PeriodicReception]]]:
    """The rules by which chairs of people's committees receive, with their places in the list, by level."""
    found: dict[UnitLevel, list[tuple[int, PeriodicReception]]] = {}
    for n, rule in enumerate(source.record.periodic):
        official = _official(rule.receiver, source, context.repository)
        if official is None or official.role is not Role.CHAIR:
            continue
        home = context.repository.find("unit", official.unit, source.key.office)
        unit: Unit | None = home.record if home else None
        if unit and unit.type is UnitType.PEOPLES_COMMITTEE:
            found.setdefault(unit.level, []).append((n, rule))
    return found


def _shortfall(minimum: Minimum, first: date, last: date, count: int) -> dict[str, object]:
    return {
        "first": short_date(first),
        "last": short_date(last),
        "count": count,
        "least": minimum.days,
        "want": "weekly" if minimum.weekly else "monthly",
        "basis": minimum.basis,
        "reason": "verified" if minimum.verified else "unverified",
    }


def _no_days_or_both(source: Source, _context: Context) -> Violations:
    reception: Reception = source.record
    if reception.periodic and not (reception.period.start and reception.period.end):
        yield "period", {"reason": "no_first_and_last_day"}  # without both, no session could be dated and printed
    for n, rule in enumerate(reception.periodic):
        if bool(rule.days) == bool(rule.month_days):
            yield f"periodic[{n}]", {"reason": "days_and_month_days" if rule.days else "no_days"}


def _impossible_days(source: Source, _context: Context) -> Violations:
    reception: Reception = source.record
    for n, rule in enumerate(reception.periodic):
        for name, values, known in (("weeks", rule.weeks, _WEEKS), ("month_days", rule.month_days, _MONTH_DAYS)):
            for v, value in enumerate(values):
                if value not in known:
                    yield f"periodic[{n}].{name}[{v}]", {"value": value, "want": name}


def _exceptions(source: Source, _context: Context) -> Violations:
    """Only what is held periodically has days of its own that can be moved or dropped."""
    reception: Reception = source.record
    for n, exception in enumerate(reception.exceptions):
        inside = reception.period.holds(exception.date)
        if exception.extra:
            reason = "" if inside else "extra_outside"
        else:
            planned = any(rule.falls_on(exception.date) for rule in reception.periodic)
            reason = "" if inside and planned else "no_session"
        if reason:
            yield f"exceptions[{n}].date", {"day": short_date(exception.date), "reason": reason}
        if exception.moved_to and not exception.extra and abs(exception.moved_to - exception.date) > _FAR:
            yield f"exceptions[{n}].moved_to", {"day": short_date(exception.moved_to), "reason": "far_away"}


def _without_effect(source: Source, context: Context) -> Violations:
    """A session is changed once; one that is added has no other day; who stays on a working day has not moved."""
    reception: Reception = source.record
    changed: set[date] = set()
    for n, exception in enumerate(reception.exceptions):
        day, moved_to = exception.date, exception.moved_to
        if not exception.extra:
            if day in changed:
                yield f"exceptions[{n}].date", {"day": short_date(day), "reason": "changed_twice"}
            changed.add(day)
        if moved_to and exception.extra:
            yield f"exceptions[{n}].moved_to", {"day": short_date(moved_to), "reason": "extra_moved"}
        elif moved_to == day and not exception.receiver and is_working_day(day, context.holidays, context.made_up):
            yield f"exceptions[{n}].moved_to", {"day": short_date(day), "reason": "same_day"}


RULES = (
    Rule("LT101", _announced_late, ("reception",)),
    Rule("LT102", _wrong_receiver, ("reception",)),
    Rule("LT103", _too_few_days, ("reception",)),
    Rule("LT104", _no_days_or_both, ("reception",)),
    Rule("LT105", _exceptions, ("reception",)),
    Rule("LT106", _impossible_days, ("reception",)),
    Rule("LT110", _without_effect, ("reception",)),
)
