"""How a task stands on a day: what is known, and never more than is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.derive.tasks import TaskState, by_due_day, plan_is_over, plan_tasks
from congkhai.model.calendar import Period
from congkhai.model.plan import Deadline, Plan, Precision, ProgressUpdate, Section, Task
from congkhai.source.reader import read
from congkhai.source.repository import Key, Source

BEFORE, START, MIDDLE, END, AFTER = (
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 6, 15),
    date(2026, 12, 31),
    date(2027, 1, 1),
)
NO_TREE = read("plans/thu.yml", b"title: x\n")[0]
YEAR = Period(start=START, end=END)
JUNE = Deadline(text="trong tháng 6", precision=Precision.MONTH, start=date(2026, 6, 1), end=date(2026, 6, 30))
MARCH = Deadline(text="quý I", precision=Precision.QUARTER, start=START, end=date(2026, 3, 31))
GUESS = replace(MARCH, expected=True)
FUZZY = replace(MARCH, precision=Precision.FUZZY)
TET = replace(MARCH, precision=Precision.HOLIDAY)
ALWAYS = Deadline(text="thường xuyên", precision=Precision.CONTINUOUS)
WEEKLY = Deadline(text="hằng tuần", precision=Precision.DAY, start=START, end=END, recurrence="FREQ=WEEKLY;BYDAY=FR")
OPEN = Deadline(text="thời gian tới", precision=Precision.OPEN)


def plan(*deadlines: Deadline, updates: tuple[ProgressUpdate, ...] = (), period: Period | None = YEAR) -> Source:
    task = Task(id="viec", text="Làm", deadlines=deadlines, updates=updates)
    record = Plan(title="Thử", issuer="ubnd", sections=(Section(number="I", tasks=(task,)),), period=period)
    return Source(Key("plan", "thu"), "plans/thu.yml", record, NO_TREE, "")


def state(source: Source, day: date) -> TaskState:
    return plan_tasks(source, day)[0].state


@pytest.mark.parametrize(
    ("deadline", "day", "expected"),
    [
        (JUNE, BEFORE, TaskState.NOT_STARTED),
        (JUNE, MIDDLE, TaskState.UNDER_WAY),
        (JUNE, date(2026, 6, 30), TaskState.UNDER_WAY),
        (JUNE, date(2026, 7, 1), TaskState.LATE),
        (GUESS, MIDDLE, TaskState.SLIPPED),
        (FUZZY, MIDDLE, TaskState.SLIPPED),
        (TET, MIDDLE, TaskState.UNREPORTED),
        (WEEKLY, MIDDLE, TaskState.RECURRING),
        (ALWAYS, MIDDLE, TaskState.RECURRING),
        (OPEN, MIDDLE, TaskState.UNDATED),
    ],
)
def test_without_reports(deadline: Deadline, day: date, expected: TaskState):
    assert state(plan(deadline), day) is expected


@pytest.mark.parametrize("deadline", [JUNE, GUESS, FUZZY, TET, WEEKLY, ALWAYS, OPEN])
def test_when_the_plan_is_over_nobody_is_blamed(deadline: Deadline):
    assert state(plan(deadline), AFTER) is TaskState.UNREPORTED
    told = ProgressUpdate(date=MIDDLE, text="Đã làm một nửa")
    assert state(plan(deadline, updates=(told,)), AFTER) is TaskState.UNFINISHED
    assert plan_tasks(plan(deadline), AFTER)[0].days_late == 0


def test_a_task_due_after_its_plan_is_waited_for():
    january = Deadline(text="tháng 1 năm sau", precision=Precision.MONTH, start=AFTER, end=date(2027, 1, 31))
    assert state(plan(january), date(2027, 1, 2)) is TaskState.UNDER_WAY
    assert state(plan(january), date(2027, 2, 1)) is TaskState.UNREPORTED


def test_the_last_of_several_deadlines_counts():
    view = plan_tasks(plan(MARCH, JUNE), date(2026, 2, 1))[0]
    assert (view.due, view.next, view.state) == (date(2026, 6, 30), date(2026, 3, 31), TaskState.UNDER_WAY)
    late = plan_tasks(plan(MARCH, JUNE), date(2026, 7, 10))[0]
    assert (late.state, late.days_late) == (TaskState.LATE, 10)


def test_a_weekly_task_names_its_next_day():
    assert plan_tasks(plan(WEEKLY), date(2026, 6, 16))[0].next == date(2026, 6, 19)


def test_only_what_was_reported_by_the_day_is_known():
    done = ProgressUpdate(date=date(2026, 6, 20), text="Xong", done=True)
    assert state(plan(JUNE, updates=(done,)), date(2026, 6, 19)) is TaskState.UNDER_WAY
    view = plan_tasks(plan(JUNE, updates=(done,)), date(2026, 6, 20))[0]
    assert (view.state, view.done_on) == (TaskState.DONE, date(2026, 6, 20))


def test_a_plan_without_period_is_over_after_its_last_day():
    assert not plan_is_over(plan(JUNE, period=None).record, date(2026, 6, 30))
    assert plan_is_over(plan(JUNE, period=None).record, date(2026, 7, 1))
    assert not plan_is_over(plan(OPEN, period=None).record, AFTER)


def test_fields_and_places_lead_to_the_task():
    task = Task(id="sau", text="Làm")
    inner = Section(number="2.", sections=(Section(text="gạch đầu dòng", tasks=(task,)),))
    record = Plan(title="Thử", issuer="ubnd", sections=(Section(number="I"), Section(number="II", sections=(inner,))))
    view = plan_tasks(replace(plan(), record=record), MIDDLE)[0]
    assert (view.field, view.place) == ("sections[1].sections[0].sections[0].tasks[0]", "II.2")


def test_what_is_waited_for_comes_first():
    views = [plan_tasks(plan(d), MIDDLE)[0] for d in (OPEN, TET, WEEKLY, JUNE)]
    assert [view.task.deadlines[0] for view in by_due_day(views)] == [WEEKLY, JUNE, OPEN, TET]


@given(
    st.dates(date(2025, 1, 1), date(2028, 1, 1)),
    st.lists(st.sampled_from([JUNE, MARCH, GUESS, FUZZY, TET, WEEKLY, ALWAYS, OPEN]), max_size=4),
    st.booleans(),
)
def test_any_task_has_a_state_that_fits(day: date, deadlines: list[Deadline], dated: bool):
    source = plan(*deadlines, period=YEAR if dated else None)
    view = plan_tasks(source, day)[0]
    assert (view.next is None) == (view.due is None or view.due < day)
    assert view.next is None or day <= view.next <= view.due
    assert (view.state is TaskState.LATE) == (view.days_late > 0)
    assert view.days_late == 0 or view.due == day - timedelta(days=view.days_late)
    if plan_is_over(source.record, day):
        assert view.state.over or (view.due and view.due >= day)
