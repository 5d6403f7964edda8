"""What plans ask for by a day: the milestones of their tasks, and their reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import unique

from congkhai.derive.address import address
from congkhai.derive.diary.appointment import Appointment
from congkhai.derive.kept_days import kept_plans
from congkhai.derive.occurrences import days_of
from congkhai.derive.office import Office
from congkhai.derive.tasks import plan_tasks
from congkhai.model.plan import Deadline, Plan
from congkhai.model.spec import Labelled
from congkhai.source.repository import Key, Source

#: How far ahead the days of what comes again are told.
_AHEAD = timedelta(days=366)
#: How long a day that has passed stays in a calendar.
_BACK = timedelta(days=92)
#: More days than this of one deadline in a year are a way of working, not a deadline.
_MOST = 60


@unique
class WorkKind(Labelled):
    """What is due."""

    TASK = "task", "Việc"
    REPORT = "report", "Báo cáo"


@dataclass(frozen=True, slots=True)
class Work:
    """One day by which a plan asks for something.

    `name` is lasting inside the plan; `units` are those that lead, `helping` those that cooperate; `deadline` the
    deadline that gives the day; `field` where the task or the report stands in the record.
    """

    plan: Source
    kind: WorkKind
    name: str
    field: str
    text: str
    day: date
    deadline: Deadline
    units: tuple[Key, ...]
    helping: tuple[Key, ...] = ()
    done: bool = False

    @property
    def page(self) -> str:
        """Where it is told, relative to the site."""
        if self.kind is WorkKind.TASK:
            return f"{address(self.plan)}nhiem-vu/#viec-{self.name.partition('.')[0]}"
        return f"{address(self.plan)}nhiem-vu/#bao-cao"


def plan_work(office: Office, plan: Source) -> Iterator[Work]:
    """Every dated milestone of a plan from three months back to a year ahead, tasks before reports."""
    record: Plan = plan.record
    for view in plan_tasks(plan, office.day):
        task = view.task
        units = _units(office, plan, (task.lead,) if task.lead else ())
        for n, deadline in enumerate(task.deadlines):
            for name, day in _days(office, deadline):
                yield Work(
                    plan=plan,
                    kind=WorkKind.TASK,
                    name=f"{task.id}.{n + 1}{name}",
                    field=view.field,
                    text=task.text,
                    day=day,
                    deadline=deadline,
                    units=units,
                    helping=_units(office, plan, task.cooperating),
                    done=view.done_on is not None,
                )
    for r, report in enumerate(record.reports):
        for n, deadline in enumerate(report.deadlines):
            for name, day in _days(office, deadline):
                yield Work(
                    plan=plan,
                    kind=WorkKind.REPORT,
                    name=f"bao-cao-{r + 1}.{n + 1}{name}",
                    field=f"reports[{r}]",
                    text=report.about,
                    day=day,
                    deadline=deadline,
                    units=_units(office, plan, report.from_units),
                )


def work_by_unit(office: Office) -> Mapping[Key, tuple[Work, ...]]:
    """For each unit everything that a plan asks of it by a day, in the order of the days."""
    found: dict[Key, list[Work]] = {}
    for work in all_work(office):
        for unit in dict.fromkeys((*work.units, *work.helping)):
            found.setdefault(unit, []).append(work)
    return {key: tuple(list_) for key, list_ in found.items()}


def all_work(office: Office) -> tuple[Work, ...]:
    """The milestones of all plans, in the order of the days."""
    found = [work for plan in kept_plans(office) for work in plan_work(office, plan)]
    return tuple(sorted(found, key=lambda w: (w.day, w.plan.id, w.name)))


def work_of(office: Office, plan: Source) -> Iterator[Appointment]:
    """The milestones of a plan as appointments; a task that is done keeps its day."""
    for work in plan_work(office, plan):
        yield appointment_of(office, work)


def appointment_of(office: Office, work: Work) -> Appointment:
    """One milestone: a whole day, the last on which it is in time."""
    day = datetime.combine(work.day, time())
    units = (office.repository.sources.get(key) for key in work.units)
    names = ", ".join(unit.record.name for unit in units if unit)
    prefix = (work.plan.key.office,) if work.plan.key.office else ()
    return Appointment(
        uid=".".join((*prefix, "plan", work.plan.id, work.name)),
        title=f"{work.kind.label}: {work.text}",
        start=day,
        end=day,
        whole_day=True,
        page=work.page,
        text="\n".join(
            part for part in (names, work.deadline.text, work.deadline.moved_reason, work.plan.record.title) if part
        ),
        tentative=work.deadline.expected,
    )


def _days(office: Office, deadline: Deadline) -> Iterator[tuple[str, date]]:
    """The days of a deadline, each with what tells it from the others of the same deadline."""
    first, last = office.day - _BACK, office.day + _AHEAD
    repeated = set(deadline.occurrences)
    if deadline.recurrence and "BY" in deadline.recurrence and not repeated:
        start, end = deadline.start or first, min(deadline.end or last, last)
        repeated = set(days_of(deadline.recurrence, start, end)) if start <= end else set()
    if repeated:
        inside = sorted(day for day in repeated if first <= day <= last)
        yield from ((f".{day:%Y%m%d}", day) for day in inside[:_MOST])
    elif (day := deadline.moved_to or deadline.end) and first <= day <= last:
        yield "", day


def _units(office: Office, plan: Source, ids: Iterable[str]) -> tuple[Key, ...]:
    found = (office.repository.find("unit", id_, plan.key.office) for id_ in ids)
    return tuple(unit.key for unit in found if unit)
