"""Deadlines as days, and the times that duties are about."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.derive.duties.reckoning import Days, Term, months, phase_term, quarters, weeks, year_of
from congkhai.model.budget import Phase
from congkhai.model.duty import DutyDeadline
from congkhai.model.duty_terms import TimeUnit, Timing

DAYS = Days({date(2026, 9, 1), date(2026, 9, 2)}, {date(2026, 9, 5)})
ANY_DAY = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def deadline(timing: Timing, amount: int | None = None, unit: TimeUnit | None = None, day: date | None = None):
    return DutyDeadline(timing=timing, amount=amount, unit=unit, day=day, note=None)


@pytest.mark.parametrize(
    ("made", "trigger", "due"),
    [
        (deadline(Timing.AFTER, 5, TimeUnit.WORKING_DAY), date(2026, 8, 28), date(2026, 9, 7)),  # 5/9 is worked
        (deadline(Timing.AFTER, 30, TimeUnit.DAY), date(2026, 8, 28), date(2026, 9, 27)),
        (deadline(Timing.AFTER, 24, TimeUnit.HOUR), date(2026, 8, 28), date(2026, 8, 29)),
        (deadline(Timing.BEFORE, 5, TimeUnit.WORKING_DAY), date(2026, 7, 1), date(2026, 6, 24)),
        (deadline(Timing.BEFORE, 16, TimeUnit.DAY), date(2026, 3, 15), date(2026, 2, 27)),
        (deadline(Timing.PERIOD, 10, TimeUnit.DAY), date(2026, 9, 30), date(2026, 10, 10)),
        (deadline(Timing.DAY, day=date(2027, 3, 1)), None, date(2027, 3, 1)),
        (deadline(Timing.STANDING), date(2026, 1, 1), None),
        (deadline(Timing.AT_ONCE), date(2026, 1, 1), None),
        (deadline(Timing.AFTER, 5, TimeUnit.DAY), None, None),
        (None, date(2026, 1, 1), None),
    ],
)
def test_deadlines(made: DutyDeadline | None, trigger: date | None, due: date | None):
    assert DAYS.due(made, trigger) == due


@given(ANY_DAY, st.integers(1, 60))
def test_working_days_there_and_back(day: date, amount: int):
    last = DAYS.after(day, amount, TimeUnit.WORKING_DAY)
    between = (day + timedelta(days=n) for n in range(1, (last - day).days + 1))
    assert sum(DAYS.working(one) for one in between) == amount
    assert DAYS.working(last)
    assert DAYS.before(last + timedelta(days=1), amount, TimeUnit.WORKING_DAY) > day


@given(ANY_DAY)
def test_terms_hold_the_day_and_join(day: date):
    for series in (quarters, months, weeks):
        found = list(islice(series(day), 9))
        assert found[0].first <= day <= found[0].last
        assert all(older.last + timedelta(days=1) == newer.first for newer, older in pairwise(found))


def test_phases_of_a_year():
    ends = {phase: phase_term(2026, phase).last for phase in Phase}
    assert ends[Phase.QUARTER_1] == date(2026, 3, 31)
    assert ends[Phase.HALF_YEAR] == date(2026, 6, 30)
    assert ends[Phase.NINE_MONTHS] == date(2026, 9, 30)
    assert ends[Phase.SETTLED] == date(2026, 12, 31)
    assert year_of(date(2026, 5, 5)) == Term(date(2026, 1, 1), date(2026, 12, 31))
