"""The work of a plan along time: what a picture of it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from congkhai.derive.occurrences import days_of
from congkhai.derive.tasks import TaskView, last_day
from congkhai.model.calendar import Period
from congkhai.model.plan import Deadline, Plan

_DAY = timedelta(days=1)
#: More dots than this on a line are drawn as a bar.
_DOTS = 60
#: A picture of more days than this counts in years, of more than the other in quarters.
_YEARS, _QUARTERS = 3 * 366, 400


@dataclass(frozen=True, slots=True)
class Line:
    """One task: the time that it takes (None when only its last day is told), and the days on which it comes again."""

    view: TaskView
    start: date | None
    end: date
    dots: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """A month, a quarter or a year, from its first day on."""

    day: date
    months: int

    @property
    def quarter(self) -> int:
        """The number of the quarter that begins."""
        return (self.day.month + 2) // 3


@dataclass(frozen=True, slots=True)
class Timeline:
    """`first` and `last` bound the picture, both included; tasks without any day stand in `undated`."""

    first: date
    last: date
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    undated: tuple[TaskView, ...]

    def share(self, day: date) -> float:
        """Where a day begins, from 0 to 1."""
        whole = (self.last - self.first).days + 1
        return min(max((day - self.first).days / whole, 0.0), 1.0)


def timeline(plan: Plan, views: Iterable[TaskView]) -> Timeline | None:
    """The tasks in the order of the document; None when fewer than two of them have a day."""
    known = tuple(views)
    period = plan.period or Period()
    lines = [line for view in known if (line := _line(view, period))]
    if len(lines) < 2:
        return None
    days = [d for line in lines for d in (line.start, line.end, *line.dots) if d]
    first = min([*days, *([period.start] if period.start else [])])
    last = max([*days, *([period.end] if period.end else [])])
    first, last = first.replace(day=1), _next_month(last) - _DAY
    dated = {line.view.field for line in lines}
    undated = tuple(view for view in known if view.field not in dated)
    return Timeline(first, last, tuple(_ticks(first, last)), tuple(lines), undated)


def _line(view: TaskView, period: Period) -> Line | None:
    deadlines = view.task.deadlines
    starts = [d.start for d in deadlines if d.start]
    dots = sorted({day for d in deadlines for day in _dots(d, period)})
    ends = [last for d in deadlines if (last := last_day(d))]
    if not ends and dots:
        ends = [dots[-1]]
    if not ends:
        return None
    if len(dots) > _DOTS:
        return Line(view, min([*starts, dots[0]]), max(ends))
    return Line(view, min(starts, default=None), max(ends), tuple(dots))


def _dots(deadline: Deadline, period: Period) -> Iterable[date]:
    if deadline.occurrences or not deadline.recurrence or "BY" not in deadline.recurrence:
        return deadline.occurrences
    start, end = deadline.start or period.start, deadline.end or period.end
    return days_of(deadline.recurrence, start, end) if start and end and start <= end else ()


def _ticks(first: date, last: date) -> Iterator[Tick]:
    days = (last - first).days
    months = 12 if days > _YEARS else 3 if days > _QUARTERS else 1
    day = first
    while day <= last:
        if (day.month - 1) % months == 0:
            yield Tick(day, months)
        day = _next_month(day)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
