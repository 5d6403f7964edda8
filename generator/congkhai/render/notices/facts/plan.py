"""A plan as a document laid out by Decree 30/2020/NĐ-CP, with its tasks and reports as an appendix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.kept_days import kept
from congkhai.derive.office import Office
from congkhai.derive.tasks import TaskView, plan_tasks
from congkhai.model.plan import Deadline, Indicator, Plan, Report, Section
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.formal import FormalFacts, Prose, bases, head
from congkhai.render.notices.text import UpTo, paragraphs
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class SectionFact:
    """A part of the document; `tasks` are printed as points after its text."""

    number: str
    title: str
    text: Prose
    tasks: Annotated[tuple[str, ...], UpTo(1000)]
    sections: tuple[SectionFact, ...]


@dataclass(frozen=True, slots=True)
class TaskFact:
    """A row of the appendix."""

    place: str
    text: Annotated[str, UpTo(1000)]
    lead: str
    cooperating: tuple[str, ...]
    deadlines: tuple[str, ...]
    product: str


@dataclass(frozen=True, slots=True)
class ReportFact:
    """A report that the plan asks for."""

    about: str
    units: tuple[str, ...]
    to: str
    deadlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndicatorFact:
    """A target of the plan."""

    name: str
    target: str
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlanFacts(FormalFacts):
    """What the document says. `missing` names the parts that the source lacks, in the order of the page."""

    title: Annotated[str, UpTo(600)]
    basis: tuple[str, ...]
    preamble: Prose
    sections: tuple[SectionFact, ...]
    recipients: tuple[str, ...]
    capacity: tuple[str, ...]
    signer: str
    tasks: tuple[TaskFact, ...]
    reports: tuple[ReportFact, ...]
    indicators: tuple[IndicatorFact, ...]
    missing: tuple[str, ...]
    source_note: Prose


def draft(office: Office, source: Source) -> Draft:
    """The document of a plan."""
    plan: Plan = source.record
    title = phrase("notice_plan.title", title=plan.title, number=plan.number or "").strip()
    return of_record(source, title, f"KH {source.id}", partial(facts, office, source), dated=plan.date)


def facts(office: Office, source: Source) -> PlanFacts:
    """Gather the document."""
    plan: Plan = source.record
    at = source.key.office
    return PlanFacts(
        *head(office, source),
        title=plan.title,
        basis=tuple(bases(office, plan.basis, at)),
        preamble=paragraphs(plan.preamble),
        sections=tuple(_section(section) for section in plan.sections),
        recipients=plan.recipients,
        capacity=plan.signatory.capacity if plan.signatory else (),
        signer=plan.signatory.name if plan.signatory else "",
        tasks=tuple(_task(office, view, at) for view in plan_tasks(kept(office, source), office.day)),
        reports=tuple(_report(office, report, at) for report in kept(office, source).record.reports),
        indicators=tuple(_indicator(indicator) for indicator in plan.indicators),
        missing=tuple(_missing(plan)),
        source_note=paragraphs(plan.source_note),
    )


def _missing(plan: Plan) -> Iterator[str]:
    for name, value in (
        ("issuer", plan.issuer_lines),
        ("number", plan.number),
        ("place", plan.place),
        ("date", plan.date),
        ("recipients", plan.recipients),
        ("signatory", plan.signatory),
    ):
        if not value:
            yield phrase(f"notice_plan.missing_{name}")


def _section(section: Section) -> SectionFact:
    return SectionFact(
        number=section.number or "",
        title=section.title or "",
        text=paragraphs(section.text),
        tasks=tuple(task.text for task in section.tasks),
        sections=tuple(_section(inner) for inner in section.sections),
    )


def _task(office: Office, view: TaskView, at: str) -> TaskFact:
    task = view.task
    return TaskFact(
        place=view.place,
        text=task.text,
        lead=office.unit(task.lead, at).name if task.lead else "",
        cooperating=tuple(office.unit(unit, at).name for unit in task.cooperating),
        deadlines=_deadlines(task.deadlines),
        product=task.product or "",
    )


def _report(office: Office, report: Report, at: str) -> ReportFact:
    return ReportFact(
        about=report.about,
        units=tuple(office.unit(unit, at).name for unit in report.from_units),
        to=office.unit(report.to, at).name,
        deadlines=_deadlines(report.deadlines),
    )


def _indicator(indicator: Indicator) -> IndicatorFact:
    return IndicatorFact(indicator.name, indicator.target, indicator.years)


def _deadlines(deadlines: Iterable[Deadline]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(deadline.text for deadline in deadlines))
