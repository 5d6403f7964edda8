"""What became late: tasks of plans, and duties of the law that were not kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from congkhai.derive.address import address, heading
from congkhai.derive.duties.occasion import Occasion
from congkhai.derive.duties.status import DutyStatus, statuses
from congkhai.derive.kept_days import kept_plans
from congkhai.derive.news.entry import Entry
from congkhai.derive.office import Office
from congkhai.derive.tasks import TaskView, became_late, plan_tasks
from congkhai.model.calendar import short_date
from congkhai.source.repository import Key, Source

_DAY = timedelta(days=1)
#: For how long it is told that something became late.
_MEMORY = timedelta(days=366)
LATE_TASK, MISSED_DUTY = "late_task", "missed_duty"


def late_tasks(office: Office) -> Iterator[Entry]:
    """One entry for each task whose last day has passed without its being done, also when it was done since."""
    for plan in kept_plans(office):
        for view in plan_tasks(plan, office.day):
            due = became_late(view, office.day)
            if due and due + _DAY >= office.day - _MEMORY:
                yield _task(office, plan, view, due)


def _task(office: Office, plan: Source, view: TaskView, due: date) -> Entry:
    prefix = f"{plan.key.office}/" if plan.key.office else ""
    done = view.done_on
    told = f"{_DUE} {short_date(due)}; {_DONE} {short_date(done)}" if done else f"{_DUE} {short_date(due)}"
    return Entry(
        name=f"{prefix}late/{plan.id}/{view.task.id}/{due.isoformat()}",
        topic=LATE_TASK,
        label=_LATE,
        title=f"{_LATE}: {view.task.text}",
        summary=f"{told}. {heading(plan)}",
        page=f"{address(plan)}nhiem-vu/#viec-{view.task.id}",
        published=due + _DAY,
        updated=max(done, due + _DAY) if done else due + _DAY,
        units=_units(office, plan, view),
        sources=plan.files,
    )


def _units(office: Office, plan: Source, view: TaskView) -> tuple[Key, ...]:
    ids = (view.task.lead, *view.task.cooperating)
    found = (office.repository.find("unit", id_, plan.key.office) for id_ in ids if id_)
    return tuple(unit.key for unit in found if unit)


def missed_duties(office: Office) -> Iterator[Entry]:
    """One entry for each time at which a duty of the law was not kept by its day."""
    unit = office.get("unit", office.site.office)
    for status in statuses(office):
        for one in status.unkept:
            if one.due and one.due < office.day and one.due + _DAY >= office.day - _MEMORY:
                yield _duty(unit, status, one, one.due)


def _duty(unit: Source, status: DutyStatus, one: Occasion, due: date) -> Entry:
    return Entry(
        name=f"missed/{status.source.id}/{due.isoformat()}",
        topic=MISSED_DUTY,
        label=_MISSED,
        title=f"{_MISSED}: {status.duty.title}",
        summary=f"{_DUE} {short_date(due)}. {status.duty.basis[0].full}",
        page=address(status.source),
        published=due + _DAY,
        updated=due + _DAY,
        units=(unit.key,),
        sources=tuple(path for source in one.records for path in source.files),
    )


#: Words of titles that stay what they are in readers that keep old entries.
_LATE, _MISSED, _DUE, _DONE = "Quá hạn", "Chưa thực hiện đúng hạn", "Hạn", "làm xong"
