"""The task list of each plan: by urgency, then by unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.address import address, heading
from congkhai.derive.alphabet import order
from congkhai.derive.kept_days import kept_plans
from congkhai.derive.reports import plan_reports
from congkhai.derive.tasks import TaskState, TaskView, by_due_day, plan_is_over, plan_tasks
from congkhai.model.plan import Plan
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.deadlines import span_text
from congkhai.render.site.makers.figures import shortened
from congkhai.render.site.makers.footing import close, record_meta
from congkhai.render.site.makers.links import Link, base_of
from congkhai.render.site.makers.parts import parts
from congkhai.render.site.makers.plans import PLANS
from congkhai.render.site.makers.task_rows import TaskRow, count_states, plan_name, report_row, task_row
from congkhai.render.site.page import Page
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """What a plan asks of one unit; `unit` is None for tasks without a lead."""

    unit: Link | None
    lead: tuple[TaskRow, ...]
    helps: tuple[TaskRow, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """A page for each plan that has tasks."""
    for source in kept_plans(context.office):
        tasks = by_due_day(plan_tasks(source, context.office.day))
        if tasks:
            yield _page(context, source, tasks)


def _page(context: SiteContext, source: Source, tasks: tuple[TaskView, ...]) -> Page:
    office, plan = context.office, source.record
    at = f"{address(source)}nhiem-vu/"
    base = base_of(at)
    rows = [task_row(office, task) for task in tasks]
    reports = [report_row(office, report) for report in plan_reports(source, office.day)]
    coming = [row for row in rows if not row.state.over]
    done = [row for row in rows if row.state is TaskState.DONE]
    over = [row for row in rows if row.state.over and row.state is not TaskState.DONE]
    sections = parts(
        context,
        "tasks",
        (
            ("dang-lam", "open", coming),
            ("hoan-thanh", "done", done),
            ("het-ky", "over", over),
            ("theo-don-vi", "by_unit", rows),
            ("bao-cao", "reports", reports),
        ),
        open=coming,
        done=done,
        over=over,
        units=by_unit(rows),
        reports=reports,
        base=base,
    )
    meta = record_meta(context, source)
    lead = context.templates.render(
        "tasks/page.html.j2",
        trail=(PLANS.link, Link(plan_name(source), address(source))),
        plan=Link(plan.title, address(source)),
        period=span_text(plan.period),
        states=count_states(tasks),
        total=len(rows),
        day=office.day,
        silent=plan_is_over(plan, office.day) and not any(row.progress for row in rows),
        meta=meta,
        base=base,
    )
    title = _title(source)
    return Page(
        at,
        "ke-hoach/*/*",
        title=title,
        description=phrase("site.tasks_about", n=len(rows), plan=shortened(plan.title, 120)),
        lead=lead,
        sections=close(context, at, meta, sections),
        sources=(source.path,),
        search=_search(source, plan, rows),
    )


def _title(source: Source) -> str:
    """`Nhiệm vụ: Kế hoạch 83/KH-UBND`; a plan without a number says by its own title what it is."""
    return phrase("site.tasks_title", plan=plan_name(source) if source.record.number else heading(source))


def by_unit(rows: Iterable[TaskRow]) -> tuple[UnitTasks, ...]:
    """Tasks by unit, units in alphabetical order, those without a lead last."""
    lead: dict[Link | None, list[TaskRow]] = {}
    helps: dict[Link | None, list[TaskRow]] = {}
    for row in rows:
        lead.setdefault(row.lead, []).append(row)
        for unit in row.cooperating:
            helps.setdefault(unit, []).append(row)
    units = sorted({*lead, *helps}, key=lambda u: (u is None, order(u.title) if u else (), u.address if u else ""))
    return tuple(UnitTasks(unit, tuple(lead.get(unit, ())), tuple(helps.get(unit, ()))) for unit in units)


def _search(source: Source, plan: Plan, rows: list[TaskRow]) -> SearchEntry:
    units = dict.fromkeys(row.lead.title for row in rows if row.lead)
    return SearchEntry(
        kind=phrase("site.tasks_kind"),
        names=tuple(name for name in (plan.number, _title(source)) if name),
        units=tuple(units),
        facts=(phrase("site.task_count", n=len(rows)),),
        weight=80,
    )
