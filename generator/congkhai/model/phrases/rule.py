"""Rules of RFC 5545 for times that come again."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from congkhai.model.calendar import Period
from congkhai.model.phrases.moment import Civil
from congkhai.model.phrases.reading import Unit
from congkhai.model.phrases.words import DAY_CODES
from congkhai.model.recurrence import Recurrence

#: A rule of more days than this inside a period is left as a rule.
_MOST = 370


@dataclass(frozen=True, slots=True)
class Every:
    """Each so many units: `hằng quý` is 1 quarter, `06 tháng một lần` 6 months."""

    count: int
    unit: Unit

    @property
    def rule(self) -> str:
        """The rule without a day. Quarters are three months, as RFC 5545 has none."""
        frequency, factor = {
            Unit.DAY: ("DAILY", 1),
            Unit.WEEK: ("WEEKLY", 1),
            Unit.MONTH: ("MONTHLY", 1),
            Unit.QUARTER: ("MONTHLY", 3),
            Unit.YEAR: ("YEARLY", 1),
        }[self.unit]
        interval = self.count * factor
        return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


@dataclass(frozen=True, slots=True)
class Rules:
    """A rule as worded, and those of the first and last days it means."""

    rule: str
    start: str | None = None
    due: str | None = None


def yearly(days: Iterable[tuple[int, int]], before: bool) -> Rules:
    """The same days of every year: pairs of month and day that share the day; `before` excludes them."""
    pairs = list(days)
    due = [previous(month, number) for month, number in pairs] if before else pairs
    return Rules(_yearly(pairs), None, _yearly(due))


def previous(month: int, number: int) -> tuple[int, int]:
    """The day before, with -1 for the last day of a month."""
    if number == 1:
        return (month - 2) % 12 + 1, -1
    return month, number - 1 if number > 0 else _length(month) + number


def _length(month: int) -> int:
    return calendar.monthrange(2001, month)[1]


def _yearly(days: Iterable[tuple[int, int]]) -> str:
    pairs = sorted(set(days))
    numbers = {number for _, number in pairs}
    if len(numbers) > 1:
        numbers = {-1} if all(number in {-1, _length(month)} for month, number in pairs) else numbers
    months = ",".join(str(month) for month, _ in pairs)
    return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={','.join(map(str, sorted(numbers)))}"


def monthly(numbers: Iterable[int], before: bool) -> Rules:
    """The same days of every month; `before` excludes them."""
    days = sorted(set(numbers), key=lambda number: number % 40)
    due = [number - 1 if number > 1 else -1 if number == 1 else number - 1 for number in days] if before else days
    return Rules(_monthly(days), None, _monthly(due))


def _monthly(numbers: Iterable[int]) -> str:
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, numbers))}"


def window(when: Civil, before: bool = False) -> Rules:
    """A part of every year, or of every month when it has no month of its own."""
    if when.month is None:
        due = _monthly([when.first - 1 or -1]) if before else _monthly([when.last])
        return Rules("FREQ=MONTHLY", _monthly([when.first]), due)
    first, last = (when.month, when.first), (when.end_month or when.month, when.last)
    whole = when.first == 1 and when.last == -1 and when.end_month == when.month
    rule = f"FREQ=YEARLY;BYMONTH={when.month}" if whole else "FREQ=YEARLY"
    return Rules(rule, _yearly([first]), _yearly([previous(*first) if before else last]))


def weekly(days: Iterable[int]) -> str:
    """The same days of every week, 0 for Monday."""
    return f"FREQ=WEEKLY;BYDAY={','.join(DAY_CODES[day] for day in days)}"


def by_weekday(days: Iterable[int], numbers: Iterable[int]) -> str:
    """The n-th of some days of the week in every month; -1 for the last."""
    codes = [f"{number}{DAY_CODES[day]}" for number in numbers for day in days]
    return f"FREQ=MONTHLY;BYDAY={','.join(codes)}"


def occurrences(rule: str | None, period: Period | None) -> tuple[date, ...]:
    """The days of a rule inside a closed period; none for a rule that names no day, or too many of them."""
    if rule is None or period is None or period.start is None or period.end is None:
        return ()
    if "DAY=" not in rule or "INTERVAL" in rule:
        return ()
    days = []
    for found in Recurrence.parse(rule).days(period.start, period.end):
        days.append(found)
        if len(days) > _MOST:
            return ()
    return tuple(days)
