"""Days of plans that fall on days off, put where the plan's own rule puts them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from congkhai.derive.occurrences import days_of
from congkhai.derive.office import Office
from congkhai.model.calendar import short_date
from congkhai.model.plan import Deadline, Plan, Precision, Report, Section, Task
from congkhai.model.reception import HolidayRule
from congkhai.model.workdays import WorkDays
from congkhai.source.repository import Source

#: How far back and ahead the days of a rule without an end are worked out.
_BACK, _AHEAD = timedelta(days=366), timedelta(days=731)
_MOST_REASONS = 6


def kept_plans(office: Office) -> tuple[Source, ...]:
    """All plans, each with its days where its rule puts them."""
    return tuple(kept(office, plan) for plan in office.repository.all("plan"))


def kept(office: Office, plan: Source) -> Source:
    """The plan with the days of its deadlines where its `holiday_rule` puts them, and the reason beside them.

    A day that a deadline moves itself stays there. Without a rule the plan is given back as it is: a document's day
    is its day, and only who wrote it knows whether a day off matters.
    """
    record: Plan = plan.record
    if record.holiday_rule is None:
        return plan
    mover = _Mover(record.holiday_rule, office)
    sections = tuple(mover.section(section) for section in record.sections)
    reports = tuple(mover.report(report) for report in record.reports)
    moved = replace(record, sections=sections, reports=reports)
    return plan if moved == record else replace(plan, record=moved)


class _Mover:
    def __init__(self, rule: HolidayRule, office: Office) -> None:
        self._rule = rule
        self._days: WorkDays = office.workdays
        self._first, self._last = office.day - _BACK, office.day + _AHEAD

    def section(self, section: Section) -> Section:
        return replace(
            section,
            tasks=tuple(self._task(task) for task in section.tasks),
            sections=tuple(self.section(inner) for inner in section.sections),
        )

    def _task(self, task: Task) -> Task:
        return replace(task, deadlines=tuple(self._deadline(one) for one in task.deadlines))

    def report(self, report: Report) -> Report:
        return replace(report, deadlines=tuple(self._deadline(one) for one in report.deadlines))

    def _deadline(self, deadline: Deadline) -> Deadline:
        if deadline.moved_to:
            return deadline
        if deadline.occurrences or (deadline.recurrence and "BY" in deadline.recurrence):
            return self._repeated(deadline)
        if deadline.precision is not Precision.DAY or deadline.end is None or self._rule is HolidayRule.DROP:
            return deadline
        off = self._days.why_off(deadline.end)
        if off is None:
            return deadline
        return replace(deadline, moved_to=self._other(deadline.end), moved_reason=f"trùng {off}, {self._rule.label}")

    def _repeated(self, deadline: Deadline) -> Deadline:
        """A rule that names days of the week means them, and only holidays move it; any other leaves weekends too."""
        weekly = "BYDAY" in (deadline.recurrence or "")
        days, reasons = [], []
        for day in self._all_days(deadline):
            off = self._days.holidays.get(day) if weekly else self._days.why_off(day)
            if off is None or day in self._days.made_up:
                days.append(day)
                continue
            told = f"{short_date(day)} trùng {off}"
            if self._rule is HolidayRule.DROP:
                reasons.append(f"{told}, {self._rule.label}")
            else:
                days.append(self._other(day))
                reasons.append(f"{told}, chuyển sang {short_date(days[-1])}")
        if not reasons:
            return deadline
        told = "; ".join(reasons[:_MOST_REASONS]) + ("; …" if len(reasons) > _MOST_REASONS else "")
        return replace(deadline, occurrences=tuple(sorted(set(days))), moved_reason=told)

    def _all_days(self, deadline: Deadline) -> list[date]:
        if deadline.occurrences:
            return list(deadline.occurrences)
        start, end = deadline.start or self._first, min(deadline.end or self._last, self._last)
        return days_of(deadline.recurrence or "", start, end) if start <= end else []

    def _other(self, day: date) -> date:
        move = self._days.previous if self._rule is HolidayRule.PREVIOUS_WORKING_DAY else self._days.next
        return move(day)
