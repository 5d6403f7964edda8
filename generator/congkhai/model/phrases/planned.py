"""Plans whose deadlines state the wording of the document alone: the reader adds what the words mean."""

from __future__ import annotations

from dataclasses import replace

from congkhai.model.phrases.deadline import as_deadline
from congkhai.model.phrases.reader import read_deadline
from congkhai.model.phrases.reading import Anchor, Kind, Reading, Understood
from congkhai.model.plan import Deadline, Plan, Report, Section, Task


def anchor_of(plan: Plan) -> Anchor:
    """The days that a plan gives to those of its phrases that leave something out."""
    return Anchor(issued=plan.date, period=plan.period)


def read_alone(text: str, anchor: Anchor) -> Reading:
    """Read a phrase that is said to be a deadline: a period that stands alone is the time of the work."""
    reading = read_deadline(text, anchor)
    return replace(reading, times=tuple(_as_window(time) for time in reading.times))


def deadlines_in(reading: Reading) -> tuple[Deadline, ...]:
    """The deadlines of a phrase; none when a part or a number was left unread: half of it may mean another day."""
    if reading.unread or _has_other_numbers(reading):
        return ()
    found = [deadline for time in reading.times if (deadline := as_deadline(time))]
    if len(found) == 1:
        return (replace(found[0], text=reading.text),)
    return tuple(found)


def _has_other_numbers(reading: Reading) -> bool:
    at = 0
    for time in (*reading.times, None):
        to = time.at if time else len(reading.text)
        if any(letter.isdigit() for letter in reading.text[at:to]):
            return True
        at = max(at, time.to) if time else at
    return False


def with_phrases_read(plan: Plan) -> Plan:
    """The plan with every deadline understood whose words could be read; the others stay `Precision.UNREAD`.

    A phrase with several times becomes several deadlines: the first takes its place in the list and the others follow
    after all that the file states, so that a place in the list is the same in the record and in the file.
    """
    anchor = anchor_of(plan)
    return replace(
        plan,
        sections=tuple(_section(section, anchor) for section in plan.sections),
        reports=tuple(_report(report, anchor) for report in plan.reports),
    )


def says_words_alone(deadline: Deadline) -> bool:
    """Say whether a deadline holds its wording and nothing of its meaning."""
    return deadline == Deadline(text=deadline.text, moved_to=deadline.moved_to, moved_reason=deadline.moved_reason)


def _as_window(time: Understood) -> Understood:
    return replace(time, kind=Kind.WINDOW) if time.kind is Kind.PERIOD and time.end else time


def _section(section: Section, anchor: Anchor) -> Section:
    if not section.tasks and not section.sections:
        return section
    return replace(
        section,
        tasks=tuple(_task(task, anchor) for task in section.tasks),
        sections=tuple(_section(inner, anchor) for inner in section.sections),
    )


def _task(task: Task, anchor: Anchor) -> Task:
    if not any(map(says_words_alone, task.deadlines)):
        return task
    return replace(task, deadlines=_read(task.deadlines, anchor))


def _report(report: Report, anchor: Anchor) -> Report:
    if not any(map(says_words_alone, report.deadlines)):
        return report
    return replace(report, deadlines=_read(report.deadlines, anchor))


def _read(deadlines: tuple[Deadline, ...], anchor: Anchor) -> tuple[Deadline, ...]:
    first: list[Deadline] = []
    more: list[Deadline] = []
    for deadline in deadlines:
        found = deadlines_in(read_alone(deadline.text, anchor)) if says_words_alone(deadline) else ()
        to, reason = deadline.moved_to, deadline.moved_reason
        first.append(replace(found[0], moved_to=to, moved_reason=reason) if found else deadline)
        more.extend(found[1:])
    return (*first, *more)
