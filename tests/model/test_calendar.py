"""Dates, spans, working days, months and weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.model.calendar import (
    ALWAYS,
    Period,
    Weekday,
    clamp,
    is_working_day,
    long_date,
    months_inside,
    parse_date,
    short_date,
    weeks_inside,
    working_days_before,
)
from congkhai.model.problem import ValueProblem
from tests.problems import problem_of

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
NEAR = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(DAYS)
def test_both_spellings_are_read(day: date) -> None:
    assert parse_date(day.isoformat()) == parse_date(short_date(day)) == day
    assert parse_date(f"{day.day}-{day.month}-{day.year}") == day


@pytest.mark.parametrize("text", ["31/02/2026", "29/02/2025", "2026-13-01", "00/01/2026", "1899-12-31", "2200-01-01"])
def test_days_that_do_not_exist(text: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_date(text)
    assert caught.value.code == "YM221"


@pytest.mark.parametrize("text", ["", "1/7/26", "07/2026", "2026/07/01", "01.07.2026", "hôm nay", "20260701"])
def test_texts_that_are_no_dates(text: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_date(text)
    assert caught.value.code == "YM220"


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert problem_of(parse_date, text) in {None, "YM220", "YM221"}


def test_long_date_pads_the_first_months_only() -> None:
    assert long_date(date(2026, 2, 5)) == "ngày 05 tháng 02 năm 2026"
    assert long_date(date(2026, 3, 15)) == "ngày 15 tháng 3 năm 2026"


def test_weekdays_count_from_monday() -> None:
    assert [day.number for day in Weekday] == list(range(7))
    assert Weekday("fri").number == date(2026, 11, 20).weekday()


@given(DAYS, DAYS, DAYS)
def test_a_clamped_day_lies_in_the_span(day: date, one: date, other: date) -> None:
    period = Period(start=min(one, other), end=max(one, other))
    assert period.holds(clamp(day, period))
    assert clamp(day, period) == day or not period.holds(day)
    assert clamp(day, ALWAYS) == clamp(day, None) == day


def test_holidays_and_days_made_up_for() -> None:
    holiday, saturday = date(2026, 9, 2), date(2026, 8, 22)
    assert not is_working_day(holiday, {holiday})
    assert is_working_day(holiday, ())
    assert not is_working_day(saturday, ())
    assert is_working_day(saturday, (), {saturday})
    assert is_working_day(saturday, {saturday}, {saturday})


@given(NEAR, st.integers(0, 30), st.frozensets(NEAR, max_size=20))
def test_working_days_before_counts_the_days_between(day: date, count: int, holidays: frozenset[date]) -> None:
    found = working_days_before(day, count, holidays)
    between = [found + timedelta(days=n) for n in range((day - found).days)]
    assert sum(is_working_day(d, holidays) for d in between) == count
    assert count == 0 or is_working_day(found, holidays)


def test_working_days_before_the_day_of_reception() -> None:
    assert working_days_before(date(2026, 10, 7), 5, ()) == date(2026, 9, 30)
    assert working_days_before(date(2026, 10, 5), 5, ()) == date(2026, 9, 28)
    assert working_days_before(date(2026, 9, 7), 5, {date(2026, 9, 2)}) == date(2026, 8, 28)


@given(NEAR, st.integers(0, 800))
def test_months_and_weeks_lie_wholly_inside(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    months, weeks = list(months_inside(start, end)), list(weeks_inside(start, end))
    assert all(start <= first <= last <= end for first, last in months + weeks)
    assert all(first.day == 1 and (last + timedelta(days=1)).day == 1 for first, last in months)
    assert all(first.weekday() == 0 and (last - first).days == 6 for first, last in weeks)
    whole_months = {(d.year, d.month) for d in (start + timedelta(days=n) for n in range(length + 1)) if d.day == 1}
    assert len(months) in {len(whole_months), len(whole_months) - 1}
    assert len(weeks) >= (length + 1 - 6) // 7
    assert months == sorted(set(months))


def test_months_across_a_year() -> None:
    assert list(months_inside(date(2026, 11, 2), date(2027, 1, 31))) == [
        (date(2026, 12, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 1, 31)),
    ]
