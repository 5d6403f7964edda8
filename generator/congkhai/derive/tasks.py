"""The tasks of plans, and how each stands on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import unique

from congkhai.derive.office import Office
from congkhai.model.plan import Plan, Report, Section, Task
from congkhai.model.spec import Labelled
from congkhai.source.repository import Source


@unique
class TaskState(Labelled):
    """How a task stands."""

    DONE = "done", "Đã hoàn thành"
    LATE = "late", "Quá hạn"
    UNDER_WAY = "under_way", "Đang thực hiện"
    NOT_STARTED = "not_started", "Chưa đến kỳ"
    UNREPORTED = "unreported", "Hết kỳ, chưa có báo cáo"
    NOT_DATABLE = "not_datable", "Không xác định được thời hạn"


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task in its plan. `place` is the outline number, such as `III.2`; `days_late` counts calendar days."""

    plan: Source
    place: str
    task: Task
    state: TaskState
    due: date | None
    days_late: int = 0


def plan_tasks(plan: Source, day: date) -> tuple[TaskView, ...]:
    """The tasks of a plan in the order of the document."""
    record: Plan = plan.record
    return tuple(_view(plan, place, task, day) for place, task in _walk(record.sections, ""))


def tasks_of_unit(office: Office, unit: str) -> tuple[TaskView, ...]:
    """Everything that any plan asks of a unit, as lead or in cooperation, soonest due first."""
    views = [
        view
        for plan in office.repository.all("plan")
        for view in plan_tasks(plan, office.day)
        if unit == view.task.lead or unit in view.task.cooperating
    ]
    return tuple(sorted(views, key=lambda v: (v.due is None, v.due or date.max, v.plan.id, v.place)))


def reports_of_unit(office: Office, unit: str) -> tuple[tuple[Source, Report], ...]:
    """The reports that plans ask of a unit."""
    return tuple(
        (plan, report)
        for plan in office.repository.all("plan")
        for report in plan.record.reports
        if unit in report.from_units
    )


def _walk(sections: tuple[Section, ...], parent: str) -> Iterator[tuple[str, Task]]:
    for section in sections:
        number = (section.number or "").rstrip(".)")
        place = ".".join(p for p in (parent, number) if p)
        for task in section.tasks:
            yield place, task
        yield from _walk(section.sections, place)


def _view(plan: Source, place: str, task: Task, day: date) -> TaskView:
    due = max((d.end for d in task.deadlines if d.end), default=None)
    start = min((d.start for d in task.deadlines if d.start), default=None)
    if any(update.done for update in task.updates):
        return TaskView(plan, place, task, TaskState.DONE, due)
    if due is None:
        return TaskView(plan, place, task, TaskState.NOT_DATABLE, None)
    if day > due:
        over = plan.record.period and plan.record.period.end and plan.record.period.end < day
        state = TaskState.UNREPORTED if over and not task.updates else TaskState.LATE
        return TaskView(plan, place, task, state, due, (day - due).days)
    state = TaskState.NOT_STARTED if start and day < start else TaskState.UNDER_WAY
    return TaskView(plan, place, task, state, due)
