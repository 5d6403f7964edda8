"""Deadlines as days."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from congkhai.model.budget import Phase
from congkhai.model.calendar import is_working_day, working_days_before
from congkhai.model.duty import DutyDeadline
from congkhai.model.duty_terms import TimeUnit, Timing

_DAY = timedelta(days=1)
#: The last month of the time that a phase of the budget reports on.
_LAST_MONTHS = {Phase.QUARTER_1: 3, Phase.HALF_YEAR: 6, Phase.NINE_MONTHS: 9, Phase.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Days:
    """Days off, and weekend days that are made working days."""

    holidays: Container[date]
    made_up: Container[date]

    def working(self, day: date) -> bool:
        """Say whether offices work."""
        return is_working_day(day, self.holidays, self.made_up)

    def after(self, day: date, amount: int, unit: TimeUnit) -> date:
        """The last day of a time that begins the day after `day` (Civil Code 2015, Article 147).

        A last day that is no working day is not moved: Decree 73/2026 itself counts to 10/4, 10/7 and 10/10.
        """
        if unit is TimeUnit.HOUR:
            return day + _DAY * -(-amount // 24)
        if unit is TimeUnit.DAY:
            return day + _DAY * amount
        while amount > 0:
            day += _DAY
            if self.working(day):
                amount -= 1
        return day

    def before(self, day: date, amount: int, unit: TimeUnit) -> date:
        """The last day that lies at least so long before `day`, which is not counted."""
        if unit is TimeUnit.WORKING_DAY:
            return working_days_before(day, amount, self.holidays, self.made_up)
        return day - _DAY * (amount if unit is TimeUnit.DAY else -(-amount // 24))

    def due(self, deadline: DutyDeadline | None, trigger: date | None) -> date | None:
        """The last day on which a duty is kept in time; None where no day can be named."""
        if deadline is None:
            return None
        if deadline.timing is Timing.DAY:
            return deadline.day
        if trigger is None or deadline.amount is None or deadline.unit is None:
            return None
        if deadline.timing is Timing.BEFORE:
            return self.before(trigger, deadline.amount, deadline.unit)
        if deadline.timing in {Timing.AFTER, Timing.PERIOD}:
            return self.after(trigger, deadline.amount, deadline.unit)
        return None


@dataclass(frozen=True, slots=True)
class Term:
    """A time that a duty is about, both days included; `phase` when it is one of a budget year."""

    first: date
    last: date
    phase: Phase | None = None


def quarters(until: date) -> Iterator[Term]:
    """The quarter that holds a day and those before it, going back without end."""
    while True:
        first = date(until.year, (until.month - 1) // 3 * 3 + 1, 1)
        yield Term(first, _month_end(first.year, first.month + 2))
        until = first - _DAY


def months(until: date) -> Iterator[Term]:
    """The month that holds a day and those before it, going back without end."""
    while True:
        first = until.replace(day=1)
        yield Term(first, _month_end(first.year, first.month))
        until = first - _DAY


def weeks(until: date) -> Iterator[Term]:
    """The week, from Monday on, that holds a day and those before it, going back without end."""
    while True:
        first = until - _DAY * until.weekday()
        yield Term(first, first + _DAY * 6)
        until = first - _DAY


def year_of(day: date) -> Term:
    """The calendar year that holds a day."""
    return Term(date(day.year, 1, 1), date(day.year, 12, 31))


def phase_term(year: int, phase: Phase) -> Term:
    """The time from the first of January that a phase reports on; the whole year for estimates and settlements."""
    return Term(date(year, 1, 1), _month_end(year, _LAST_MONTHS.get(phase, 12)), phase)


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - _DAY
