"""The tasks of plans, and how each stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import unique

from congkhai.derive.kept_days import kept_plans
from congkhai.derive.occurrences import days_of
from congkhai.derive.office import Office
from congkhai.model.plan import Deadline, Plan, Precision, Section, Task
from congkhai.model.spec import Labelled
from congkhai.source.repository import Key, Source


@unique
class TaskState(Labelled):
    """How a task stands. No state blames: when a plan's time is over and nobody reported, that is all we know."""

    DONE = "done", "Đã hoàn thành"
    LATE = "late", "Quá hạn"
    SLIPPED = "slipped", "Quá thời gian dự kiến"
    UNDER_WAY = "under_way", "Đang thực hiện"
    RECURRING = "recurring", "Làm thường xuyên, định kỳ"
    NOT_STARTED = "not_started", "Chưa đến kỳ"
    UNDATED = "undated", "Không ấn định ngày"
    UNFINISHED = "unfinished", "Hết kỳ, chưa báo hoàn thành"
    UNREPORTED = "unreported", "Hết kỳ, chưa có báo cáo"

    @property
    def over(self) -> bool:
        """Nothing more is waited for."""
        return self in {TaskState.DONE, TaskState.UNFINISHED, TaskState.UNREPORTED}


@unique
class Undated(Labelled):
    """Why no day can be named by which a task is to be done."""

    NO_DEADLINE = "no_deadline", "Văn bản không nêu thời hạn"
    UNREAD = "unread", "Chưa quy được thời hạn của văn bản ra ngày"
    EVENT = "event", "Tùy vào một việc khác"
    CONTINUOUS = "continuous", "Việc làm thường xuyên"
    PROMPT = "prompt", "Làm ngay, kịp thời; văn bản không ấn định ngày"
    OPEN = "open", "Văn bản không ấn định ngày"


#: Times at whose end an activity stops, rather than times by which something must exist.
_ACTIVITY = frozenset({Precision.CONTINUOUS, Precision.HOLIDAY})
#: Times that a document only estimates, or during which something goes on.
_SOFT = _ACTIVITY | {Precision.FUZZY}
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task in its plan.

    `field` is where the task stands in the record, `place` its outline number, such as `III.2`; `due` the last day
    of the last deadline; `next` the first day still to come that the document names; `done_on` the day on which
    completion was reported; `days_late` counts calendar days.
    """

    plan: Source
    field: str
    place: str
    task: Task
    state: TaskState
    due: date | None
    next: date | None = None
    done_on: date | None = None
    days_late: int = 0


def plan_tasks(plan: Source, day: date) -> tuple[TaskView, ...]:
    """The tasks of a plan in the order of the document."""
    record: Plan = plan.record
    over = plan_is_over(record, day)
    views = (TaskView(plan, *found, TaskState.UNDATED, None) for found in _walk(record.sections))
    return tuple(_settle(view, day, over) for view in views)


def by_due_day(views: Iterable[TaskView]) -> tuple[TaskView, ...]:
    """What is still waited for first, soonest milestone first; undated tasks after the dated ones."""
    return tuple(sorted(views, key=_urgency))


def tasks_by_unit(office: Office) -> Mapping[Key, tuple[TaskView, ...]]:
    """For each unit, everything that any plan asks of it, as lead or in cooperation, most urgent first."""
    found: dict[Key, list[TaskView]] = {}
    for plan in kept_plans(office):
        for view in plan_tasks(plan, office.day):
            for unit in dict.fromkeys((view.task.lead, *view.task.cooperating)):
                if unit:
                    found.setdefault(office.get("unit", unit, plan.key.office).key, []).append(view)
    return {key: by_due_day(views) for key, views in found.items()}


def plan_is_over(plan: Plan, day: date) -> bool:
    """Say whether a plan's period has passed; without a period, whether its last dated task or report has."""
    end = plan.period.end if plan.period else None
    if end is None:
        deadlines = [d for *_, task in _walk(plan.sections) for d in task.deadlines]
        deadlines += [d for report in plan.reports for d in report.deadlines]
        end = max((last for d in deadlines if (last := last_day(d))), default=None)
    return end is not None and end < day


def last_day(deadline: Deadline) -> date | None:
    """The last day on which a deadline is still kept, moved or not; None when the document fixes none."""
    if deadline.moved_to:
        return deadline.moved_to
    return max((d for d in (deadline.end, *deadline.occurrences) if d), default=None)


def why_undated(view: TaskView) -> Undated | None:
    """Why a task has no day; None for one that has."""
    if view.due is not None or view.next is not None:
        return None
    if not view.task.deadlines:
        return Undated.NO_DEADLINE
    known = {one.value: one for one in Undated}
    return known.get(view.task.deadlines[0].precision.value, Undated.OPEN)


def became_late(view: TaskView, day: date) -> date | None:
    """The last day of a task that was not done by then; None for one in time, or whose words fix no hard day."""
    due = view.due
    if due is None or due >= day or (view.done_on and view.done_on <= due):
        return None
    if view.state not in {TaskState.LATE, TaskState.DONE}:
        return None
    last = [d for d in view.task.deadlines if last_day(d) == due]
    soft = (_repeats(d) or d.expected or d.precision in _SOFT for d in last)
    return None if any(soft) else due


def _walk(sections: tuple[Section, ...], field: str = "", parent: str = "") -> Iterator[tuple[str, str, Task]]:
    """Each task with the path of its field and its outline number."""
    for n, section in enumerate(sections):
        path, place = f"{field}sections[{n}]", outline_place(parent, section)
        for m, task in enumerate(section.tasks):
            yield f"{path}.tasks[{m}]", place, task
        yield from _walk(section.sections, f"{path}.", place)


def outline_place(parent: str, section: Section) -> str:
    """The outline number of a section below `parent`: `III` and `2.` make `III.2`; an unnumbered one adds nothing."""
    number = (section.number or "").rstrip(".)")
    return ".".join(p for p in (parent, number) if p)


def _settle(view: TaskView, day: date, over: bool) -> TaskView:
    task = view.task
    due = max((last for d in task.deadlines if (last := last_day(d))), default=None)
    view = replace(view, due=due)
    updates = [u for u in task.updates if u.date <= day]
    done_on = min((u.date for u in updates if u.done), default=None)
    if done_on:
        return replace(view, state=TaskState.DONE, done_on=done_on)
    if due and day <= due:
        return replace(view, state=_running(task, day), next=min(d for d in _milestones(task, day) if d >= day))
    if over:
        return replace(view, state=TaskState.UNFINISHED if updates else TaskState.UNREPORTED)
    if due is None:
        return replace(view, state=TaskState.UNDER_WAY if updates else _undated(task))
    return _missed(view, day, due, reported=bool(updates))


def _milestones(task: Task, day: date) -> Iterator[date]:
    for deadline in task.deadlines:
        yield from (d for d in (deadline.moved_to or deadline.end, *deadline.occurrences) if d)
        if deadline.recurrence and "BY" in deadline.recurrence and deadline.start and deadline.end:
            yield from days_of(deadline.recurrence, deadline.start, min(deadline.end, day + _YEAR))


def _running(task: Task, day: date) -> TaskState:
    start = min((d.start for d in task.deadlines if d.start), default=None)
    if start and day < start:
        return TaskState.NOT_STARTED
    return TaskState.RECURRING if any(_repeats(d) for d in task.deadlines) else TaskState.UNDER_WAY


def _undated(task: Task) -> TaskState:
    return TaskState.RECURRING if any(_repeats(d) for d in task.deadlines) else TaskState.UNDATED


def _missed(view: TaskView, day: date, due: date, *, reported: bool) -> TaskView:
    """A task whose last day has passed while its plan still runs."""
    last = [d for d in view.task.deadlines if last_day(d) == due]
    if all(_repeats(d) or d.precision in _ACTIVITY for d in last):
        return replace(view, state=TaskState.UNFINISHED if reported else TaskState.UNREPORTED)
    if all(d.expected or d.precision is Precision.FUZZY for d in last):
        return replace(view, state=TaskState.SLIPPED)
    return replace(view, state=TaskState.LATE, days_late=(day - due).days)


def _repeats(deadline: Deadline) -> bool:
    return bool(deadline.recurrence) or deadline.precision is Precision.CONTINUOUS


def _urgency(view: TaskView) -> tuple[object, ...]:
    turn = view.next or view.due
    return (view.state.over, turn is None, turn or date.max, view.plan.id, view.place, view.task.id)
