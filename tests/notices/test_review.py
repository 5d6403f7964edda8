"""By when a copy must have been looked at again."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from congkhai.render.notices.review import quarter_start, review_by

DAYS = st.dates(date(2000, 1, 1), date(2099, 1, 1))


def test_the_end_of_the_next_quarter():
    assert review_by(date(2026, 11, 22), ()) == date(2027, 3, 31)
    assert review_by(date(2026, 1, 1), ()) == date(2026, 6, 30)
    assert review_by(date(2026, 6, 30), ()) == date(2026, 9, 30)


def test_the_first_end_of_a_fact_comes_before_it():
    ends = (date(2026, 12, 31), None, date(2028, 1, 1), date(2020, 1, 1))
    assert review_by(date(2026, 11, 22), ends) == date(2026, 12, 31)


@given(DAYS)
def test_it_is_three_to_six_months_ahead_and_the_same_all_quarter(day: date):
    last = review_by(day, ())
    assert timedelta(days=89) <= last - day <= timedelta(days=185)
    assert (last + timedelta(days=1)).day == 1
    assert review_by(quarter_start(day), ()) == last
