"""All that is due soon: milestones of plans, reports, duties of the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from congkhai.derive.address import address
from congkhai.derive.diary.work import Work, all_work
from congkhai.derive.duties.status import DutyState, DutyStatus, statuses
from congkhai.derive.kept_days import kept_plans
from congkhai.derive.office import Office
from congkhai.derive.tasks import TaskState, TaskView, plan_tasks
from congkhai.source.repository import Key, Source

#: The spans, in days from today, that are told apart; each ends with its number and begins after the one before.
SPANS = (7, 30, 90)
#: The label of what the law asks, beside those of `WorkKind`.
_DUTY = "Nghĩa vụ công khai"


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due on a day; `more` counts further days of the same thing in the same span.

    `plan` is None for a duty of the law.
    """

    day: date
    label: str
    text: str
    wording: str
    page: str
    units: tuple[Key, ...]
    plan: Source | None
    more: int = 0


@dataclass(frozen=True, slots=True)
class DueSpan:
    """What is due from the day after the last span to `days` days from today."""

    days: int
    last: date
    lines: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class DueList:
    """What is late, the longest first, and what is due in each span."""

    late: tuple[TaskView, ...]
    spans: tuple[DueSpan, ...]


def due_list(office: Office) -> DueList:
    """Everything that is due in the office within 90 days, and the tasks that are late."""
    work = [one for one in all_work(office) if not one.done and one.day >= office.day]
    duties = [status for status in statuses(office) if status.due and _waited_for(status)]
    late = [v for plan in kept_plans(office) for v in plan_tasks(plan, office.day)]
    late = [view for view in late if view.state is TaskState.LATE]
    return DueList(
        late=tuple(sorted(late, key=lambda v: (-v.days_late, v.plan.id, v.task.id))),
        spans=tuple(_span(office, work, duties, days) for days in SPANS),
    )


def _waited_for(status: DutyStatus) -> bool:
    return status.state not in {DutyState.LATE, DutyState.UNKNOWN} and not status.days


def _span(office: Office, work: Iterable[Work], duties: Iterable[DutyStatus], days: int) -> DueSpan:
    before = max((other for other in SPANS if other < days), default=-1)
    first, last = office.day + timedelta(days=before + 1), office.day + timedelta(days=days)
    lines = [*due_lines(one for one in work if first <= one.day <= last)]
    lines += [_duty(office, one, one.due) for one in duties if one.due and first <= one.due <= last]
    return DueSpan(days, last, tuple(sorted(lines, key=lambda line: (line.day, line.label, line.text))))


def due_lines(work: Iterable[Work]) -> tuple[Due, ...]:
    """One line for each deadline: its first day, and how many more there are."""
    grouped = sorted(work, key=lambda w: (w.plan.id, w.plan.key.office, _deadline(w), w.day))
    lines = []
    for _, group in groupby(grouped, key=lambda w: (w.plan.key, _deadline(w))):
        first, *others = group
        units = first.units or first.helping
        text = (first.kind.label, first.text, first.deadline.text)
        lines.append(Due(first.day, *text, first.page, units, first.plan, len(others)))
    return tuple(sorted(lines, key=lambda line: (line.day, line.text)))


def _deadline(work: Work) -> str:
    """The part of its name that all days of a deadline share."""
    return ".".join(work.name.split(".")[:2])


def _duty(office: Office, status: DutyStatus, day: date) -> Due:
    unit = office.get("unit", office.site.office)
    return Due(day, _DUTY, status.duty.title, status.duty.plain, address(status.source), (unit.key,), None)
