"""What holds for every text: the reader never raises, no time ends before it starts, and what is spoken reads back."""

from __future__ import annotations

import time as clock
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.model.calendar import Period
from congkhai.model.clock import TimeOfDay
from congkhai.model.phrases import (
    Amount,
    Anchor,
    Bound,
    Kind,
    Reading,
    Times,
    Understood,
    Unit,
    as_deadline,
    read_deadline,
    spoken,
)
from congkhai.model.phrases.moment import months, quarter
from congkhai.model.plan import Part, Precision
from congkhai.model.recurrence import Recurrence
from tests.phrases.shorthand import CASES, cases

#: Days before 2000 are history to the reader, and nothing is due on them.
DAYS = st.dates(date(2001, 1, 1), date(2049, 12, 31))
#: Pieces of the language, from which nonsense is made that looks like time.
PIECES = sorted(
    {word for path in CASES.glob("*.txt") for case in cases(path.stem) for word in case.phrase.split()}
    | {
        "31/02",
        "29/02/2027",
        "00/00",
        "99/99/9999",
        "13",
        "0",
        "24h",
        "25 giờ",
        "năm",
        "quý",
        "âm lịch",
        "Tết",
        "(",
        ")",
    }
)


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    start, length = draw(DAYS), draw(st.integers(0, 2000))
    period = Period(start=start, end=start + timedelta(days=length))
    return Anchor(issued=draw(st.none() | DAYS), period=draw(st.sampled_from([None, period])))


def check(reading: Reading) -> None:
    for time in reading.times:
        assert time.start is None or time.end is None or time.start <= time.end
        assert 0 <= time.at < time.to <= len(reading.text)
        assert reading.text[time.at : time.to] == time.wording
        for rule in (time.rule, time.start_rule, time.due_rule):
            assert rule is None or Recurrence.parse(rule)
        assert list(time.occurrences) == sorted(time.occurrences)
        as_deadline(time)
        spoken(time)
    for stretch in reading.unread:
        assert reading.text[stretch.at : stretch.to] == stretch.wording


@given(st.text(max_size=200), anchors())
def test_any_text_is_read_without_raising(text: str, known: Anchor) -> None:
    check(read_deadline(text, known))


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), anchors())
def test_nonsense_made_of_times_is_read_without_raising(text: str, known: Anchor) -> None:
    check(read_deadline(text, known))


@given(st.text("0123456789/-.: ngàythángnămquýthứtrướcđến()", max_size=80), anchors())
def test_digits_and_marks_are_read_without_raising(text: str, known: Anchor) -> None:
    check(read_deadline(text, known))


def understood(kind: Kind, precision: Precision, **facts: object) -> Understood:
    return Understood(at=0, to=0, wording="", kind=kind, precision=precision, **facts)  # type: ignore[arg-type]


@st.composite
def deadlines(draw: st.DrawFn) -> Understood:
    """Deadlines as the reader makes them, of every precision that has a day."""
    day = draw(DAYS)
    shape = draw(st.sampled_from(["before", "by", "hour", "month", "quarter", "half", "year"]))
    if shape == "before":
        return understood(Kind.DEADLINE, Precision.DAY, end=day - timedelta(days=1), named_day=day, inclusive=False)
    if shape == "by":
        return understood(Kind.DEADLINE, Precision.DAY, end=day, named_day=day)
    if shape == "hour":
        hour = TimeOfDay(draw(st.integers(0, 1438)))
        return understood(Kind.DEADLINE, Precision.DAY, end=day, named_day=day, to_time=hour)
    span = {
        "month": months(day.month, day.month, day.year),
        "quarter": quarter((day.month + 2) // 3, day.year),
        "half": months(1, 6, day.year) if day.month < 7 else months(7, 12, day.year),
        "year": months(1, 12, day.year),
    }[shape]
    first, last = span.bounds()
    if draw(st.booleans()):
        return understood(Kind.DEADLINE, span.precision, end=last)
    return understood(Kind.DEADLINE, span.precision, end=first - timedelta(days=1), named_day=first, inclusive=False)


@st.composite
def windows(draw: st.DrawFn) -> Understood:
    day = draw(DAYS)
    shape = draw(st.sampled_from(["day", "hours", "span", "since", "after", "month", "quarter", "half", "year"]))
    if shape == "day":
        part = draw(st.sampled_from([None, *Part]))
        return understood(Kind.WINDOW, Precision.DAY, start=day, end=day, named_day=day, part=part)
    if shape == "hours":
        low, high = sorted(draw(st.lists(st.integers(0, 1438), min_size=2, max_size=2, unique=True)))
        hours = {"from_time": TimeOfDay(low), "to_time": TimeOfDay(high)}
        return understood(Kind.WINDOW, Precision.DAY, start=day, end=day, named_day=day, **hours)
    if shape == "span":
        return understood(
            *(Kind.WINDOW, Precision.SPAN), start=day, end=day + timedelta(days=draw(st.integers(1, 700)))
        )
    if shape == "since":
        return understood(Kind.WINDOW, Precision.DAY, start=day, named_day=day)
    if shape == "after":
        return understood(*(Kind.WINDOW, Precision.DAY), start=day + timedelta(days=1), named_day=day, inclusive=False)
    span = {
        "month": months(day.month, day.month, day.year),
        "quarter": quarter((day.month + 2) // 3, day.year),
        "half": months(1, 6, day.year) if day.month < 7 else months(7, 12, day.year),
        "year": months(1, 12, day.year),
    }[shape]
    first, last = span.bounds()
    return understood(Kind.WINDOW, span.precision, start=first, end=last)


@st.composite
def lengths(draw: st.DrawFn) -> Understood:
    low = draw(st.integers(1, 90))
    high = draw(st.sampled_from([low, low + 5]))
    unit = draw(st.sampled_from([Unit.DAY, Unit.WORKING_DAY, Unit.MONTH, Unit.WEEK, Unit.WORKING_HOUR]))
    bound = draw(st.sampled_from([*Bound])) if low == high else Bound.EXACT
    amount = Amount(low=low, high=high, unit=unit, bound=bound)  # type: ignore[arg-type]
    return understood(Kind.DURATION, Precision.EVENT, amount=amount)


RULES = st.sampled_from(
    [
        *(("FREQ=WEEKLY;BYDAY=FR", Precision.DAY), ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", Precision.DAY)),
        *(("FREQ=MONTHLY;BYDAY=1FR", Precision.DAY), ("FREQ=MONTHLY;BYDAY=2TU,2TH", Precision.DAY)),
        *(("FREQ=MONTHLY;BYDAY=-1FR", Precision.DAY), ("FREQ=MONTHLY;BYDAY=1MO,3MO", Precision.DAY)),
        *(("FREQ=MONTHLY;BYMONTHDAY=25", Precision.DAY), ("FREQ=MONTHLY;BYMONTHDAY=5,20", Precision.DAY)),
        *(("FREQ=MONTHLY;BYMONTHDAY=-1", Precision.DAY), ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", Precision.DAY)),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15", Precision.DAY),
    ]
)


@st.composite
def recurrences(draw: st.DrawFn) -> Understood:
    rule, precision = draw(RULES)
    part = draw(st.sampled_from([None, *Part])) if "BYDAY" in rule else None
    return understood(Kind.RECURRENCE, precision, rule=rule, due_rule=rule, part=part)


@st.composite
def frequencies(draw: st.DrawFn) -> Understood:
    rule, precision = draw(
        st.sampled_from(
            [
                *(("FREQ=DAILY", Precision.DAY), ("FREQ=WEEKLY", Precision.OPEN), ("FREQ=MONTHLY", Precision.MONTH)),
                *(("FREQ=YEARLY", Precision.YEAR), ("FREQ=MONTHLY;INTERVAL=3", Precision.QUARTER)),
            ]
        )
    )
    count = draw(st.none() | st.integers(1, 9))
    times = Times(low=count, high=count, bound=draw(st.sampled_from([Bound.EXACT, Bound.AT_LEAST]))) if count else None
    return understood(Kind.RECURRENCE, precision, rule=rule, times=times)


@settings(max_examples=800)
@given(deadlines() | windows() | lengths() | recurrences() | frequencies(), st.booleans())
def test_what_is_spoken_is_read_back(time: Understood, expected: bool) -> None:
    time = replace(time, expected=expected)
    said = spoken(time)
    assert said is not None
    reading = read_deadline(said, Anchor())
    assert not reading.unread, said
    (back,) = reading.times
    assert replace(back, at=0, to=0, wording="") == time, said


@pytest.mark.parametrize("topic", sorted(path.stem for path in CASES.glob("*.txt")))
def test_what_is_spoken_of_a_phrase_is_read_back(topic: str) -> None:
    for case in cases(topic):
        for time in read_deadline(case.phrase, case.anchor).times:
            said = spoken(time)
            if said is None or time.not_a_deadline:
                continue
            reading = read_deadline(said, case.anchor)
            assert reading.times, (case.phrase, said)
            assert not reading.unread, (case.phrase, said)
            back = reading.times[0]
            assert _sense(back) == _sense(time), (case.phrase, said)


def _sense(time: Understood) -> tuple[object, ...]:
    facts = (time.kind, time.start, time.end, time.rule, time.due_rule, time.part, time.from_time, time.to_time)
    return (*facts, time.inclusive, time.expected, time.amount, time.times, time.occurrences)


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "1", "1/", "15/3, ", "ngày ", "thứ hai, ", "05 (", "trước ", "kể từ ngày ", "định kỳ 6 tháng, ", "."),
        *(
            "(",
            "@",
            "https://",
            "mười ",
            "7h30 - ",
            "ngày 3/4 của năm ",
            "83/KH-",
            "Điều 1, 2, ",
            "quý I, II, ",
            "hằng năm, trước ngày 15/12 ",
        ),
        "Báo cáo kết quả về Sở Nội vụ trước ngày 01/11/2015 để tổng hợp, trình Ủy ban nhân dân tỉnh. ",
    ],
)
def test_time_grows_with_length(piece: str) -> None:
    """Four times the text takes about four times the work: no reader looks far ahead again and again.

    It takes sixteen times each time where one does; once may be mere chance.
    """
    short, long = ((piece * size)[:size] for size in (2_000, 8_000))
    assert any(_seconds(long) < 9 * _seconds(short) + 0.005 for _ in range(3))


def _seconds(text: str) -> float:
    """Of this thread's own work: a busy machine changes nothing."""
    started = clock.thread_time()
    read_deadline(text, Anchor(issued=date(2026, 1, 10)))
    return clock.thread_time() - started
