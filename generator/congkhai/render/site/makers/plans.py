"""Plans: the list of all, and each document in its own order with its tasks marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from congkhai.catalogue import phrase
from congkhai.derive.address import address, heading
from congkhai.derive.kept_days import kept
from congkhai.derive.reports import plan_reports
from congkhai.derive.tasks import TaskView, outline_place, plan_is_over, plan_tasks
from congkhai.model.plan import Plan, Section
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite_all
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.deadlines import span_text
from congkhai.render.site.makers.figures import plain, shortened
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.parts import Wanted
from congkhai.render.site.makers.task_rows import (
    ReportRow,
    StateCount,
    TaskRow,
    count_states,
    plan_name,
    report_row,
    task_row,
)
from congkhai.render.site.makers.timeline_view import PictureView, picture
from congkhai.render.site.page import Page, PageSection
from congkhai.source.repository import Source

PLANS = Collection("ke-hoach", "plan", "plans", "api/v1/plan.json")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the list of plans."""

    link: Link
    issuer: Link
    number: str | None
    date: date | None
    period: str | None
    states: tuple[StateCount, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of the document; `level` is the rank of its heading, or of the headings below when it has none.

    `number` is printed as the document prints it; `field` is where the part stands in the record.
    """

    anchor: str
    number: str | None
    title: str | None
    text: str | None
    field: str
    level: int
    tasks: tuple[TaskRow, ...]
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything around the sections of a plan."""

    plan: Plan
    issuer: Link
    period: str | None
    over: bool
    silent: bool
    states: tuple[StateCount, ...]
    total: int
    tasks_address: str
    basis: tuple[CitationView, ...]
    reports: tuple[ReportRow, ...]
    picture: PictureView | None


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of plans, newest first, and a page for each."""
    sources = context.office.repository.all("plan")
    yield _index(context, sources)
    for source in sources:
        yield context.page(_page, source)


def newest_first(source: Source) -> tuple[int, str]:
    """The order of plans: by the day of issue, else by the first day of the period."""
    plan: Plan = source.record
    day = plan.date or (plan.period.start if plan.period else None)
    return (-day.toordinal() if day else 0, source.id)


def _index(context: SiteContext, sources: tuple[Source, ...]) -> Page:
    office = context.office
    running: list[PlanRow] = []
    over: list[PlanRow] = []
    for source in sorted(sources, key=newest_first):
        plan: Plan = source.record
        tasks = plan_tasks(kept(office, source), office.day)
        row = PlanRow(
            link=Link(heading(source), address(source)),
            issuer=link(office.get("unit", plan.issuer, source.key.office)),
            number=plan.number,
            date=plan.date,
            period=span_text(plan.period),
            states=count_states(tasks),
            total=len(tasks),
        )
        (over if plan_is_over(plan, office.day) else running).append(row)
    return index_page(context, PLANS, sources, running=running, over=over)


def _page(context: SiteContext, source: Source) -> Page:
    office = context.office
    source = kept(office, source)
    plan: Plan = source.record
    tasks = plan_tasks(source, office.day)
    view = _view(context, source, tasks)
    rows = {task.task.id: task_row(office, task) for task in tasks}
    base = base_of(address(source))
    wanted: tuple[Wanted | PageSection, ...] = (
        ("tien-do", "timeline", view.picture),
        ("can-cu", "basis", plan.basis or plan.preamble),
        *(_drawn(context, part, base) for part in _sections(plan.sections, rows)),
        ("chi-tieu", "indicators", plan.indicators),
        ("bao-cao", "reports", plan.reports),
        ("noi-nhan", "recipients", plan.recipients or plan.signatory),
        ("nguon", "source", plan.source_note),
    )
    return record_page(
        context,
        PLANS,
        source,
        wanted,
        view=view,
        title=plan.title,
        description=_description(view),
        search=_search(source, view, tasks),
    )


def _drawn(context: SiteContext, part: SectionView, base: str) -> PageSection:
    html = context.templates.render("plan/section.html.j2", section=part, base=base)
    return PageSection(part.anchor, _title(part), html)


def _view(context: SiteContext, source: Source, tasks: tuple[TaskView, ...]) -> PlanView:
    office, plan = context.office, source.record
    over = plan_is_over(plan, office.day)
    return PlanView(
        plan=plan,
        issuer=link(office.get("unit", plan.issuer, source.key.office)),
        period=span_text(plan.period),
        over=over,
        silent=over and not any(view.task.updates for view in tasks),
        states=count_states(tasks),
        total=len(tasks),
        tasks_address=f"{address(source)}nhiem-vu/",
        basis=cite_all(context, plan.basis, source.key.office),
        reports=tuple(report_row(office, report) for report in plan_reports(source, office.day)),
        picture=picture(plan, tasks, office.day),
    )


def _sections(sections: tuple[Section, ...], rows: dict[str, TaskRow]) -> tuple[SectionView, ...]:
    return tuple(
        _section(section, "", f"sections[{n}]", f"phan-{n + 1}", 2, rows) for n, section in enumerate(sections)
    )


def _section(  # noqa: PLR0913 - one argument per thing that is carried down the outline
    section: Section, parent: str, field: str, anchor: str, level: int, rows: dict[str, TaskRow]
) -> SectionView:
    place = outline_place(parent, section)
    below = level + 1 if section.title or level == 2 else level
    return SectionView(
        anchor=anchor,
        number=_numbered(section.number),
        title=section.title,
        text=section.text,
        field=field,
        level=level,
        tasks=tuple(rows[task.id] for task in section.tasks),
        sections=tuple(
            _section(child, place, f"{field}.sections[{n}]", f"{anchor}-{n + 1}", min(below, 6), rows)
            for n, child in enumerate(section.sections)
        ),
    )


def _title(section: SectionView) -> str:
    if section.number and section.title:
        return f"{section.number} {section.title}"
    if section.number:
        return phrase("site.plan_part", number=section.number.rstrip(".)"))
    return section.title or phrase("site.plan_part_plain")


def _numbered(number: str | None) -> str | None:
    """The number as a document prints it: `II.`, `3.`, `a)`."""
    if not number or number[-1] in ".)":
        return number
    return f"{number})" if len(number) == 1 and number.islower() else f"{number}."


def _description(view: PlanView) -> str:
    parts = [view.plan.number, view.issuer.title, view.period, phrase("site.task_count", n=view.total)]
    return ". ".join(part for part in parts if part) + "."


def _search(source: Source, view: PlanView, tasks: tuple[TaskView, ...]) -> SearchEntry:
    plan = view.plan
    number = plan.number or ""
    return SearchEntry(
        kind=source.kind.title,
        text=plain(
            number, plan.title, plan.preamble, _texts(plan.sections), (task.task.text for task in tasks),
            (report.about for report in plan.reports), (i.name for i in plan.indicators), plan.recipients,
        ),
        names=(*([number] if number else ()), plan_name(source), shortened(plan.title, 80)),
        units=tuple(dict.fromkeys([view.issuer.title])),
        facts=tuple(fact for fact in (number, view.issuer.title, view.period) if fact),
    )  # fmt: skip


def _texts(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield from (text for text in (section.title, section.text) if text)
        yield from _texts(section.sections)
