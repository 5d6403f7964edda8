"""Places that take turns: the days of a task that comes again, dealt out fairly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from congkhai.derive.occurrences import days_of
from congkhai.model.calendar import Period
from congkhai.model.plan import Task


@dataclass(frozen=True, slots=True)
class Turn:
    """A day of the task and the id of the unit whose turn it is; `holiday` names a day off, on which nobody's is."""

    day: date
    place: str | None
    holiday: str | None


def task_turns(task: Task, period: Period | None, holidays: Mapping[date, str]) -> tuple[Turn, ...]:
    """All days of a task with a rotation inside the plan's time, in their order.

    Every place has had a turn before any has a second one more than another: two places never differ by more than
    one turn, whatever days are off. Empty without a rotation, a rule that gives days, or an end.
    """
    days = sorted({day for deadline in task.deadlines for day in deadline.occurrences})
    if not days:
        for deadline in task.deadlines:
            start = deadline.start or (period.start if period else None)
            end = deadline.end or (period.end if period else None)
            if deadline.recurrence and "BY" in deadline.recurrence and start and end and start <= end:
                days = sorted({*days, *days_of(deadline.recurrence, start, end)})
    if not task.rotation:
        return ()
    turns, number = [], 0
    for day in days:
        off = holidays.get(day)
        place = None if off else task.rotation[number % len(task.rotation)]
        number += 0 if off else 1
        turns.append(Turn(day, place, off))
    return tuple(turns)
