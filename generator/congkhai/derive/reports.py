"""The reports that plans ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from congkhai.derive.kept_days import kept_plans
from congkhai.derive.office import Office
from congkhai.derive.tasks import last_day, plan_is_over
from congkhai.model.plan import Plan, Report
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report that is due. `next` is its next day to come; `over` says that the plan's time has passed."""

    plan: Source
    report: Report
    next: date | None
    over: bool


def plan_reports(plan: Source, day: date) -> tuple[ReportView, ...]:
    """The reports of a plan in the order of the document."""
    record: Plan = plan.record
    over = plan_is_over(record, day)
    return tuple(ReportView(plan, report, _next(report, day), over) for report in record.reports)


def reports_by_unit(office: Office) -> Mapping[Key, tuple[ReportView, ...]]:
    """For each unit the reports that plans ask of it: those still to come first, soonest first."""
    found: dict[Key, list[ReportView]] = {}
    for plan in kept_plans(office):
        for view in plan_reports(plan, office.day):
            for unit in dict.fromkeys(view.report.from_units):
                found.setdefault(office.get("unit", unit, plan.key.office).key, []).append(view)
    return {key: tuple(sorted(views, key=_urgency)) for key, views in found.items()}


def _next(report: Report, day: date) -> date | None:
    days = [d for deadline in report.deadlines for d in (*deadline.occurrences, last_day(deadline)) if d]
    return min((d for d in days if d >= day), default=None)


def _urgency(view: ReportView) -> tuple[object, ...]:
    return (view.over, view.next is None, view.next or date.max, view.plan.id, view.report.about)
