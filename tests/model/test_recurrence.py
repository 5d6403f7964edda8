"""Rules by which something happens again."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from congkhai.model.recurrence import Recurrence

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
PARTS = st.sampled_from(
    ["INTERVAL=2", "COUNT=3", "UNTIL=20260601", "BYDAY=FR", "BYDAY=1FR", "BYMONTH=2", "BYMONTHDAY=31", "BYMONTHDAY=-1"]
    + ["WKST=SU", "BYSETPOS=1", "BYYEARDAY=60", "BYWEEKNO=53", "INTERVAL=0", "COUNT=-1", "UNTIL=x", "BYDAY=99MO", "X=1"]
)
RULES = st.builds(
    lambda freq, parts: ";".join([f"FREQ={freq}", *parts]),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "SECONDLY", ""]),
    st.lists(PARTS, max_size=4),
)


def test_every_friday_and_every_first_friday() -> None:
    fridays = list(Recurrence.parse("FREQ=WEEKLY;BYDAY=FR").days(FIRST, date(2026, 1, 31)))
    assert fridays == [date(2026, 1, day) for day in (2, 9, 16, 23, 30)]
    first = list(Recurrence.parse("RRULE:FREQ=MONTHLY;BYDAY=1FR").days(FIRST, date(2026, 3, 31)))
    assert first == [date(2026, 1, 2), date(2026, 2, 6), date(2026, 3, 6)]


def test_a_rule_may_have_an_end_of_its_own() -> None:
    assert len(list(Recurrence.parse("FREQ=DAILY;COUNT=3").days(FIRST, LAST))) == 3
    assert max(Recurrence.parse("FREQ=DAILY;UNTIL=20260110").days(FIRST, LAST)) == date(2026, 1, 10)
    assert list(Recurrence.parse("FREQ=DAILY;UNTIL=20250110").days(FIRST, LAST)) == []


def test_what_never_happens() -> None:
    leap_days = Recurrence.parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")
    assert leap_days.happens(FIRST, None)
    assert not leap_days.happens(FIRST, LAST)
    assert not Recurrence.parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").happens(FIRST, None)
    assert not Recurrence.parse("FREQ=WEEKLY;BYDAY=FR").happens(LAST, FIRST)


@pytest.mark.parametrize(
    "text",
    ["", "hằng tuần", "FREQ=", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;BYDAY=T6", "FREQ=DAILY;FREQ=DAILY"]
    + [
        "FREQ=WEEKLY;UNTIL=20261231T000000Z",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=DAILY;BYMONTHDAY=31",
        "FREQ=DAILY;COUNT=0",
    ],
)
def test_rules_that_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text is all there is to say
        Recurrence.parse(text)


@given(RULES)
def test_a_rule_is_refused_or_gives_the_days_of_the_standard(text: str) -> None:
    try:
        rule = Recurrence.parse(text)
    except ValueError:
        return
    days = list(rule.days(FIRST, LAST))
    assert days == sorted(set(days))
    assert all(FIRST <= day <= LAST for day in days)
    assert rule.happens(FIRST, LAST) == bool(days)
    if "COUNT" not in text or "UNTIL" not in text:
        midnight = rrulestr(text, dtstart=_at(FIRST))
        assert days == [moment.date() for moment in midnight.between(_at(FIRST), _at(LAST), inc=True)]


def _at(day: date) -> datetime:
    return datetime.combine(day, time())


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(ValueError):
        Recurrence.parse(text)
