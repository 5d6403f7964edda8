"""The clock of a posting: what days count, what interruptions add, what each day makes of its state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from congkhai.derive.windows import PostingState, Window, window
from congkhai.model.posting import (
    Board,
    BoardKind,
    Extension,
    Interruption,
    ItemPointer,
    Outage,
    Posting,
    Withdrawal,
)
from congkhai.model.posting_clock import merged, pushed, readable

START = date(2026, 7, 1)
DAY = timedelta(days=1)
days = st.dates(date(2026, 6, 1), date(2026, 12, 31))
spans = st.lists(st.tuples(days, days))


def same(day: date) -> date:
    """Every day is a working day."""
    return day


def monday(day: date) -> date:
    while day.weekday() > 4:
        day += DAY
    return day


def board(kind: BoardKind = BoardKind.SEAT, *outages: Outage) -> Board:
    return Board(name="B", kind=kind, address="A", unit="u", outages=outages)


def posting(**given: object) -> Posting:
    values = {"number": 1, "year": 2026, "item": ItemPointer(kind="field", id="x"), "boards": ("b",)}
    return Posting(**{**values, "start": START, "days": 30, "posted_by": "p", **given})  # type: ignore[arg-type]


def seen(of: Posting, day: date, *outages: Outage, working: Callable[[date], date] = same) -> Window:
    return window(of, {id: board(BoardKind.SEAT, *outages) for id in of.boards}, day, working)


def test_the_day_of_posting_is_not_counted():
    assert seen(posting(), START).last == date(2026, 7, 31)


def test_a_time_that_ends_on_a_day_off_ends_with_the_next_working_day():
    of = posting(days=31)  # a Saturday
    assert seen(of, START, working=monday).last == date(2026, 8, 3)
    spoken = window(of, {"b": board(BoardKind.LOUDSPEAKER)}, START, monday)
    assert spoken.last == date(2026, 8, 1)
    assert not seen(of, START, working=monday).extended


def test_states_through_the_life_of_a_posting():
    of = posting(taken_down=date(2026, 8, 5))
    assert [seen(of, day).state for day in (START - DAY, START, date(2026, 7, 31), date(2026, 8, 1))] == [
        PostingState.PLANNED,
        PostingState.HANGING,
        PostingState.HANGING,
        PostingState.DUE_DOWN,
    ]
    assert seen(of, date(2026, 8, 5)).state is PostingState.TAKEN_DOWN


def test_a_closed_office_extends_all_that_hangs_there():
    closed = Outage(start=date(2026, 7, 10), end=date(2026, 7, 12), reason="Bão")
    found = seen(posting(), date(2026, 7, 11), closed)
    assert (found.state, found.last) == (PostingState.INTERRUPTED, date(2026, 8, 2))  # what is known on the day
    after = seen(posting(), date(2026, 7, 20), closed)
    assert (after.state, after.last, after.extended) == (PostingState.HANGING, date(2026, 8, 3), True)
    assert after.boards[0].readable_until(after.last) == 30


def test_an_interruption_without_end_moves_the_end_from_day_to_day():
    gone = Outage(start=date(2026, 7, 10), reason="Bảng bị hỏng")
    ends = [seen(posting(), date(2026, 9, n), gone).last for n in (1, 2, 3)]
    assert ends == [ends[0], ends[0] + DAY, ends[0] + 2 * DAY]
    assert seen(posting(), date(2026, 9, 3), gone).state is PostingState.INTERRUPTED


def test_a_torn_paper_is_extended_on_its_own_board_only():
    torn = Interruption(start=date(2026, 7, 10), end=date(2026, 7, 11), reason="Bị xé", boards=("a",))
    found = seen(posting(boards=("a", "b"), interruptions=(torn,)), date(2026, 7, 10))
    assert [one.state for one in found.boards] == [PostingState.INTERRUPTED, PostingState.HANGING]
    assert found.state is PostingState.HANGING
    later = seen(posting(boards=("a", "b"), interruptions=(torn,)), date(2026, 8, 1))
    assert [one.last for one in later.boards] == [date(2026, 8, 2), date(2026, 7, 31)]
    assert later.last == date(2026, 8, 2)


def test_an_extension_and_what_is_lost_after_it():
    longer = Extension(until=date(2026, 8, 20), reason="Chờ kết quả", decided=date(2026, 7, 25), decided_by="p")
    before = Outage(start=date(2026, 7, 10), end=date(2026, 7, 11), reason="Bão")
    after = Outage(start=date(2026, 8, 10), end=date(2026, 8, 11), reason="Bão")
    day = date(2026, 8, 15)
    assert seen(posting(extensions=(longer,)), day).last == date(2026, 8, 20)
    assert seen(posting(extensions=(longer,)), day, before).last == date(2026, 8, 20)
    assert seen(posting(extensions=(longer,)), day, before, after).last == date(2026, 8, 22)


def test_what_was_withdrawn_stays_withdrawn():
    of = posting(withdrawn=Withdrawal(day=date(2026, 7, 5), reason="Sai mức phí", by="p"), taken_down=date(2026, 7, 6))
    assert seen(of, date(2026, 7, 4)).state is PostingState.HANGING
    assert seen(of, date(2026, 12, 1)).state is PostingState.WITHDRAWN
    assert of.down == date(2026, 7, 5)


def test_what_is_lost_before_and_after_a_posting_is_none_of_its():
    of = posting(taken_down=date(2026, 8, 3))
    before = Outage(start=date(2026, 6, 20), end=date(2026, 7, 2), reason="Bão")
    after = Outage(start=date(2026, 8, 3), end=date(2026, 9, 1), reason="Bão")
    found = seen(of, date(2026, 12, 1), before, after).boards[0]
    assert found.lost == ((START, date(2026, 7, 2)), (date(2026, 8, 3), date(2026, 8, 3)))
    assert found.last == date(2026, 8, 1)


def test_a_standing_posting_never_ends():
    found = seen(posting(days=None), date(2036, 1, 1))
    assert (found.last, found.state, found.extended) == (None, PostingState.HANGING, False)


def gone(found: tuple[tuple[date, date], ...]) -> set[date]:
    return {first + n * DAY for first, last in found for n in range((last - first).days + 1)}


@given(spans)
def test_merged_spans_hold_the_same_days_apart_and_in_order(given_spans: list[tuple[date, date]]):
    found = merged(given_spans)
    assert gone(found) == gone(tuple(span for span in given_spans if span[0] <= span[1]))
    assert all(a[1] + DAY < b[0] for a, b in zip(found, found[1:], strict=False))


@given(spans, st.integers(0, 90))
def test_every_day_lost_is_made_up_for(given_spans: list[tuple[date, date]], length: int):
    lost = merged(given_spans)
    end = pushed(START + length * DAY, START, lost)
    assert readable(START, end, lost) == length
    every = {START + n * DAY for n in range(1, (end - START).days + 1)}
    assert len(every - gone(lost)) == length
    if length:
        assert end not in gone(lost)  # no later than it must be


@given(st.lists(st.tuples(days, days)), st.integers(1, 60), days)
def test_windows_only_grow_with_what_is_lost(pairs: list[tuple[date, date]], length: int, day: date):
    outages = [Outage(start=a, end=b, reason="x") for a, b in pairs]
    of = posting(days=length)
    with_all, without = seen(of, day, *outages), seen(of, day)
    assert with_all.last >= without.last
    place = with_all.boards[0]
    assert place.readable_until(place.last) == length
    assert with_all.extended is (with_all.last > without.last)
