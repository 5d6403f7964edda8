"""Events and tasks whose places take turns, and what becomes of days off."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from congkhai.derive.occurrences import occurrences
from congkhai.derive.turns import task_turns
from congkhai.model.calendar import Period
from congkhai.model.event import Event, EventException, EventKind
from congkhai.model.plan import Deadline, Precision, Task
from congkhai.model.reception import HolidayRule
from congkhai.model.workdays import WorkDays

YEAR = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))
HOLIDAYS = st.dictionaries(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.just("Nghỉ"), max_size=60)


def event(**facts: object) -> Event:
    known: dict[str, object] = {"recurrence": "FREQ=WEEKLY;BYDAY=FR", "period": YEAR} | facts
    return Event(title="Gặp dân", kind=EventKind.MEETING, unit="ubnd-xa", **known)  # type: ignore[arg-type]


def held(of: Event, days: WorkDays) -> list[tuple[date, str | None]]:
    return [(one.day, one.reason) for one in occurrences(of, days, date(2026, 1, 1), date(2026, 1, 31))]


def test_a_day_off_is_dropped_or_moved_as_the_event_says() -> None:
    days = WorkDays({date(2026, 1, 2): "Nghỉ hoán đổi"})
    dropped, *_ = occurrences(event(), days, date(2026, 1, 1), date(2026, 1, 31))
    assert (dropped.day, dropped.holiday) == (date(2026, 1, 2), "Nghỉ hoán đổi")
    moved, *_ = held(event(holiday_rule=HolidayRule.NEXT_WORKING_DAY), days)
    assert moved == (date(2026, 1, 5), "trùng Nghỉ hoán đổi, chuyển sang ngày làm việc kế tiếp")


def test_a_day_is_moved_to_the_day_that_is_told() -> None:
    told = EventException(date=date(2026, 1, 9), moved_to=date(2026, 1, 10), reason="Mưa lớn")
    assert (date(2026, 1, 10), "Mưa lớn") in held(event(exceptions=(told,)), WorkDays())
    off = EventException(date=date(2026, 1, 9), reason="Bão")
    (one,) = [o for o in occurrences(event(exceptions=(off,)), WorkDays(), YEAR.start, YEAR.end) if o.reason]
    assert (one.day, one.holiday, one.place) == (date(2026, 1, 9), "Bão", None)


@given(HOLIDAYS, st.integers(1, 7), st.sampled_from(list(HolidayRule)))
def test_no_place_has_more_turns_than_another_but_one(days: dict[date, str], count: int, rule: HolidayRule) -> None:
    places = tuple(f"ap-{n}" for n in range(count))
    found = occurrences(event(rotation=places, holiday_rule=rule), WorkDays(days), YEAR.start, YEAR.end)
    turns = Counter(one.place for one in found if one.place)
    assert max(turns.values(), default=0) - min((turns[place] for place in places), default=0) <= 1
    assert all((one.place is None) is (one.holiday is not None) for one in found)

    deadline = Deadline(text="x", precision=Precision.DAY, recurrence="FREQ=WEEKLY;BYDAY=FR")
    task = Task(id="viec", text="Gặp dân", rotation=places, deadlines=(deadline,))
    dealt = task_turns(task, YEAR, days)
    shares = Counter(turn.place for turn in dealt if turn.place)
    assert max(shares.values(), default=0) - min((shares[place] for place in places), default=0) <= 1
    assert len(dealt) == 52
    assert all((turn.place is None) is (turn.day in days) for turn in dealt)
