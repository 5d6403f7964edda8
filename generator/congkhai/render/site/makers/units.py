"""Units: the tree of today, the units that plans name, and a page for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.agenda import turns
from congkhai.derive.diary.due import SPANS, due_lines
from congkhai.derive.diary.work import Work, work_by_unit
from congkhai.derive.occurrences import Occurrence
from congkhai.derive.office import Office
from congkhai.derive.reports import ReportView, reports_by_unit
from congkhai.derive.roster import Workload, officials_by_unit, workload
from congkhai.derive.structure import (
    Branch,
    exists,
    named_in_plans,
    own_tree,
    predecessors,
    subordinates,
    superior,
    units_of,
)
from congkhai.derive.tasks import TaskView, tasks_by_unit
from congkhai.model.calendar import short_date
from congkhai.model.clock import Hours
from congkhai.model.official import Role
from congkhai.model.unit import Unit, UnitLevel, UnitType
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.due import DueView, due_view
from congkhai.render.site.makers.figures import dialled, number, plain
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.makers.procedure_groups import ProcedureGroup, by_field
from congkhai.render.site.makers.task_rows import ReportRow, TaskRow, plan_name, report_row, task_row
from congkhai.render.site.page import Page
from congkhai.source.repository import Key, Source

_PAGES = Collection("co-quan", "unit", "units", "api/v1/unit.json")
#: How many days to come of events at a unit its page tells.
TURNS = 5
_HEADS = frozenset({Role.CHAIR, Role.HEAD})


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in a tree or a list."""

    link: Link
    phone: str | None
    households: str | None
    people: int
    children: tuple[UnitRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanUnits:
    """The units that a plan names."""

    plan: Link
    units: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """A unit before or after this one; `day` is the last of the older one, if known."""

    link: Link
    day: date | None


@dataclass(frozen=True, slots=True)
class TurnView:
    """A day on which an event takes its turn at this unit."""

    occurrence: Occurrence
    event: Link
    hours: Hours | None


@dataclass(frozen=True, slots=True)
class UnitView:
    """What the page of a unit shows beside its own record."""

    unit: Unit
    type: str
    households: str | None
    superior: Link | None
    ended: date | None
    head: PersonView | None
    people: tuple[PersonView, ...]
    children: tuple[Link, ...]
    procedures: tuple[ProcedureGroup, ...]
    tasks: tuple[TaskRow, ...]
    reports: tuple[ReportRow, ...]
    agenda: tuple[DueView, ...]
    successors: tuple[Succession, ...]
    predecessors: tuple[Succession, ...]
    events: tuple[TurnView, ...]
    contacts: tuple[Link, ...]
    receptions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """Facts of the whole office that every unit's page takes its part of."""

    people: Mapping[Key, tuple[Source, ...]]
    children: Mapping[Key, tuple[Source, ...]]
    tasks: Mapping[Key, tuple[TaskView, ...]]
    reports: Mapping[Key, tuple[ReportView, ...]]
    work: Mapping[Key, tuple[Work, ...]]
    before: Mapping[Key, tuple[Source, ...]]
    load: Workload
    turns: Mapping[Key, tuple[tuple[Occurrence, Source], ...]]


def pages(context: SiteContext) -> Iterator[Page]:
    """The tree, and a page for each unit of today and of yesterday."""
    office = context.office
    known = _Known(
        people=officials_by_unit(office),
        children=subordinates(office),
        tasks=tasks_by_unit(office),
        reports=reports_by_unit(office),
        before=predecessors(office),
        load=workload(office),
        work=work_by_unit(office),
        turns=turns(office),
    )
    yield _index(context, known)
    for source in office.repository.all("unit"):
        yield _page(context, source, known)


def _index(context: SiteContext, known: _Known) -> Page:
    office = context.office
    sources = office.repository.all("unit")
    tree = own_tree(office)
    plans = named_in_plans(office)
    shown = units_of(tree) | {unit.key for _, units in plans for unit in units}
    others = tuple(link(source) for source in sources if source.key not in shown)
    return index_page(
        context,
        _PAGES,
        sources,
        tree=_row(tree, known),
        plans=tuple(_named(plan, units, units_of(tree)) for plan, units in plans),
        others=others,
    )


def _row(branch: Branch, known: _Known) -> UnitRow:
    unit: Unit = branch.unit.record
    return UnitRow(
        link=link(branch.unit),
        phone=unit.phone,
        households=_households(unit),
        people=len(known.people.get(branch.unit.key, ())),
        children=tuple(_row(child, known) for child in branch.children),
    )


def _named(plan: Source, units: Iterable[Source], own: frozenset[Key]) -> PlanUnits:
    others = (unit for unit in units if unit.key not in own)
    named = tuple(Link(unit.record.short_name or unit.record.name, address(unit)) for unit in others)
    return PlanUnits(Link(plan_name(plan), address(plan)), named)


def _page(context: SiteContext, source: Source, known: _Known) -> Page:
    view = _view(context.office, source, known)
    wanted = (
        ("chuc-nang", "duties", view.unit.duties),
        ("can-bo", "people", view.people),
        ("truc-thuoc", "children", view.children),
        ("thu-tuc", "procedures", view.procedures),
        ("sap-den-han", "agenda", view.agenda),
        ("viec-duoc-giao", "tasks", view.tasks),
        ("bao-cao", "reports", view.reports),
        ("su-kien", "events", view.events),
        ("lien-he", "contacts", view.contacts or view.receptions),
        ("lich-su", "history", view.successors or view.predecessors),
    )
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        title=_title(view),
        description=_description(view),
        search=_search(source, view),
    )


def _view(office: Office, source: Source, known: _Known) -> UnitView:
    unit: Unit = source.record
    above = superior(office, source)
    end = unit.validity.end if unit.validity else None
    after = [office.get("unit", id_, source.key.office) for id_ in unit.successors]
    mentions = office.mentions.get(source.key, ())
    people = known.people.get(source.key, ())
    return UnitView(
        unit=unit,
        type=_type(unit),
        households=_households(unit),
        superior=link(above) if above else None,
        ended=end if not exists(source, office) else None,
        head=next((person(official) for official in people if official.record.role in _HEADS), None),
        people=tuple(person(official) for official in people),
        children=tuple(link(child) for child in known.children.get(source.key, ())),
        procedures=by_field(office, known.load.settled.get(source.key, ())),
        tasks=tuple(task_row(office, task) for task in known.tasks.get(source.key, ())),
        reports=tuple(report_row(office, report) for report in known.reports.get(source.key, ())),
        agenda=tuple(due_view(office, one) for one in due_lines(_ahead(office, known.work.get(source.key, ())))),
        successors=tuple(Succession(link(other), end) for other in after),
        predecessors=tuple(Succession(link(other), _end(other)) for other in known.before.get(source.key, ())),
        events=tuple(
            TurnView(occurrence, link(event), event.record.hours)
            for occurrence, event in known.turns.get(source.key, ())[:TURNS]
        ),
        contacts=tuple(
            link(other) for other in mentions if other.key.kind == "contact" and _runs(office, other, source)
        ),
        receptions=tuple(
            link(other)
            for other in mentions
            if other.key.kind == "reception" and other.record.period.holds(office.day) and _runs(office, other, source)
        ),
    )


def _ahead(office: Office, work: Iterable[Work]) -> Iterator[Work]:
    """What is still to be done, up to the farthest span."""
    last = office.day + timedelta(days=SPANS[-1])
    return (one for one in work if not one.done and office.day <= one.day <= last)


def _type(unit: Unit) -> str:
    """What sort of body a unit is; a village is no group of agencies."""
    village = unit.type is UnitType.GROUP and unit.level is UnitLevel.VILLAGE
    return unit.level.label if village else unit.type.label


def _households(unit: Unit) -> str | None:
    return number(Decimal(unit.households)) if unit.households is not None else None


def _runs(office: Office, other: Source, unit: Source) -> bool:
    """Say whether a record names the unit as the one in charge, not only in passing."""
    return office.get("unit", other.record.unit, other.key.office).key == unit.key


def _end(source: Source) -> date | None:
    validity = source.record.validity
    return validity.end if validity else None


def _title(view: UnitView) -> str:
    """The name; of one that has ended also until when, as what followed it often bears the same name."""
    if not view.ended:
        return view.unit.name
    return phrase("site.unit_until", name=view.unit.name, day=short_date(view.ended))


def _description(view: UnitView) -> str:
    parts = [view.type, view.unit.level.label, view.unit.address, view.unit.phone]
    return ". ".join(dict.fromkeys(part for part in parts if part)) + "."


def _search(source: Source, view: UnitView) -> SearchEntry:
    unit = view.unit
    return SearchEntry(
        kind=source.kind.title,
        text=plain(
            unit.name,
            unit.duties,
            unit.address,
            (p.name for p in view.people),
            (r.text for r in view.tasks),
            dialled(unit.phone),
            unit.email,
        ),
        names=tuple(name for name in (unit.short_name, unit.code) if name),
        units=(unit.name,),
        facts=tuple(fact for fact in (view.type, unit.phone, unit.address) if fact),
    )
