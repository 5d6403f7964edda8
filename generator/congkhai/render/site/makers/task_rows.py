"""Tasks and reports of plans as lists show them, on the plan's pages and on the unit's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from congkhai.derive.address import address, heading
from congkhai.derive.office import Office
from congkhai.derive.reports import ReportView
from congkhai.derive.tasks import TaskState, TaskView, Undated, why_undated
from congkhai.derive.turns import task_turns
from congkhai.render.site.makers.deadlines import DeadlineView, deadline_views
from congkhai.render.site.makers.figures import quantity, shortened
from congkhai.render.site.makers.links import Link, file_address
from congkhai.source.repository import Source

#: How each state looks; see `ck-badge`.
TONES = {
    TaskState.DONE: "ok",
    TaskState.LATE: "late",
    TaskState.SLIPPED: "warn",
    TaskState.UNDER_WAY: "",
    TaskState.RECURRING: "",
    TaskState.NOT_STARTED: "muted",
    TaskState.UNDATED: "muted",
    TaskState.UNFINISHED: "muted",
    TaskState.UNREPORTED: "muted",
}


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One progress report; `evidence` is a whole address, `file` one relative to the site."""

    day: date
    text: str
    done: bool
    by: Link | None
    evidence: str | None
    file: str | None


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A day to come of a task whose places take turns; `place` is None on a day off."""

    day: date
    place: Link | None
    holiday: str | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with everything that is known of it. `anchor` is its fragment on both pages of its plan."""

    field: str
    anchor: str
    address: str
    plan: Link
    place: str
    text: str
    lead: Link | None
    cooperating: tuple[Link, ...]
    deadlines: tuple[DeadlineView, ...]
    due: date | None
    next: date | None
    state: TaskState
    tone: str
    done_on: date | None
    days_late: int
    why: str | None
    product: str | None
    quantities: tuple[tuple[str, str], ...]
    rotation: tuple[Link, ...]
    turns: tuple[TurnRow, ...]
    rotation_note: str | None
    budget_note: str | None
    progress: tuple[ProgressRow, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report due: who owes it to whom, about what and when."""

    plan: Link
    senders: tuple[Link, ...]
    receiver: Link
    about: str
    deadlines: tuple[DeadlineView, ...]
    next: date | None
    over: bool


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many tasks stand in a state."""

    state: TaskState
    tone: str
    count: int


def unit_link(office: Office, unit: str, at: str) -> Link:
    """The link to a unit under its short name."""
    source = office.get("unit", unit, at)
    return Link(source.record.short_name or source.record.name, address(source))


def plan_name(source: Source) -> str:
    """`Kế hoạch 83/KH-UBND`, or the beginning of the title where the source has no number."""
    number = source.record.number
    return f"{source.kind.title} {number}" if number else f"{source.kind.title}: {shortened(heading(source), 90)}"


def task_row(office: Office, view: TaskView) -> TaskRow:
    """One task; only progress reported up to the day is shown, latest first."""
    task, at = view.task, view.plan.key.office
    anchor = f"viec-{task.id}"
    plan_address = address(view.plan)
    progress = [
        ProgressRow(
            day=update.date,
            text=update.text,
            done=update.done,
            by=unit_link(office, update.by, at) if update.by else None,
            evidence=update.evidence,
            file=file_address(update.evidence_file) if update.evidence_file else None,
        )
        for update in sorted(task.updates, key=lambda u: u.date, reverse=True)
        if update.date <= office.day
    ]
    return TaskRow(
        field=view.field,
        anchor=anchor,
        address=f"{plan_address}nhiem-vu/#{anchor}",
        plan=Link(plan_name(view.plan), plan_address),
        place=view.place,
        text=task.text,
        lead=unit_link(office, task.lead, at) if task.lead else None,
        cooperating=tuple(unit_link(office, unit, at) for unit in task.cooperating),
        deadlines=deadline_views(task.deadlines),
        due=view.due,
        next=view.next,
        state=view.state,
        tone=TONES[view.state],
        done_on=view.done_on,
        days_late=view.days_late,
        why=_why(view),
        product=task.product,
        quantities=tuple((wanted.what, quantity(wanted)) for wanted in task.quantities),
        rotation=tuple(unit_link(office, unit, at) for unit in task.rotation),
        turns=tuple(_turns(office, view)),
        rotation_note=task.rotation_note,
        budget_note=task.budget_note,
        progress=tuple(progress),
    )


def _turns(office: Office, view: TaskView) -> Iterator[TurnRow]:
    """The next round: as many days as there are places."""
    at = view.plan.key.office
    ahead = [turn for turn in task_turns(view.task, view.plan.record.period, office.holidays) if turn.day >= office.day]
    for turn in ahead[: len(view.task.rotation)]:
        yield TurnRow(turn.day, unit_link(office, turn.place, at) if turn.place else None, turn.holiday)


def _why(view: TaskView) -> str | None:
    """Why a task has no day, where its deadlines do not say it themselves."""
    why = why_undated(view)
    return why.label if why in {Undated.NO_DEADLINE, Undated.UNREAD} else None


def report_row(office: Office, view: ReportView) -> ReportRow:
    """One report."""
    report, at = view.report, view.plan.key.office
    return ReportRow(
        plan=Link(plan_name(view.plan), address(view.plan)),
        senders=tuple(unit_link(office, unit, at) for unit in report.from_units),
        receiver=unit_link(office, report.to, at),
        about=report.about,
        deadlines=deadline_views(report.deadlines),
        next=view.next,
        over=view.over,
    )


def count_states(views: Iterable[TaskView]) -> tuple[StateCount, ...]:
    """The states that occur, in the order of `TaskState`."""
    counts = Counter(view.state for view in views)
    return tuple(StateCount(state, TONES[state], counts[state]) for state in TaskState if counts[state])
