"""Officials: the list by unit and role, and a page for each. Nothing but public fields is read here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from congkhai.derive.office import Office
from congkhai.derive.roster import Workload, by_role, has_left, officials_by_unit, workload
from congkhai.derive.structure import own_tree, walk
from congkhai.model.calendar import Period
from congkhai.model.official import Official
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.deadlines import span_text
from congkhai.render.site.makers.figures import dialled, plain
from congkhai.render.site.makers.links import Link, file_address, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.makers.procedure_groups import ProcedureGroup, by_field
from congkhai.render.site.makers.session_views import SessionView, session_views
from congkhai.render.site.page import Page
from congkhai.source.repository import Key, Source

_PAGES = Collection("can-bo", "official", "officials", "api/v1/official.json")
#: How many reception days ahead a page tells; the calendar itself has all.
SESSIONS = 6


@dataclass(frozen=True, slots=True)
class Staff:
    """A unit with its officials in office."""

    unit: Link
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class Former:
    """An official who has left the post."""

    link: Link
    title: str
    left: date | None


@dataclass(frozen=True, slots=True)
class DelegationView:
    """Work handed to another, or received from another; `other` is that person."""

    other: PersonView
    scope: str
    period: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class OfficialView:
    """Everything public about an official: their own facts, and what other records say of them."""

    name: str
    title: str
    role: str
    unit: Link
    duties: tuple[str, ...]
    phone: str | None
    email: str | None
    photo: str | None
    term: str | None
    left: date | None
    gives: tuple[DelegationView, ...]
    takes: tuple[DelegationView, ...]
    receives: tuple[ProcedureGroup, ...]
    complaints: tuple[ProcedureGroup, ...]
    days: tuple[SessionView, ...]
    regular: tuple[Link, ...]
    contacts: tuple[Link, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of those in office, and a page for each official, former ones included."""
    office = context.office
    yield _index(context)
    work = workload(office)
    days = _reception_days(office)
    for source in office.repository.all("official"):
        yield _page(context, source, _view(office, source, work, days.get(source.key, ())))


def _index(context: SiteContext) -> Page:
    office = context.office
    sources = office.repository.all("official")
    staff = officials_by_unit(office)
    order = [branch.unit for branch in walk(own_tree(office))]
    units = [*order, *(u for u in office.repository.all("unit") if u.key not in {o.key for o in order})]
    groups = tuple(Staff(link(unit), tuple(person(p) for p in staff[unit.key])) for unit in units if unit.key in staff)
    former = by_role(source for source in sources if has_left(source, office))
    return index_page(
        context,
        _PAGES,
        sources,
        groups=groups,
        former=tuple(Former(link(source), source.record.title, source.record.term.end) for source in former),
    )


def _page(context: SiteContext, source: Source, view: OfficialView) -> Page:
    wanted = (
        ("nhiem-vu", "duties", True),
        ("tiep-cong-dan", "days", view.days or view.regular),
        ("uy-quyen", "delegations", view.gives or view.takes),
        ("tiep-nhan", "receives", view.receives),
        ("khieu-nai", "complaints", view.complaints),
        ("lien-he", "contacts", view.contacts),
    )
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        title=view.name,
        description=". ".join(part for part in (view.title, view.unit.title, view.phone) if part) + ".",
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(view.name, view.title, view.unit.title, view.duties, dialled(view.phone), view.email),
            names=(view.title,),
            units=(view.unit.title,),
            facts=tuple(fact for fact in (view.title, view.phone) if fact),
            weight=115,
        ),
    )


def _view(office: Office, source: Source, work: Workload, days: tuple[SessionView, ...]) -> OfficialView:
    official: Official = source.record
    unit = office.get("unit", official.unit, source.key.office)
    left = has_left(source, office)
    mentions = office.mentions.get(source.key, ())
    return OfficialView(
        name=official.name,
        title=official.title,
        role=official.role.label,
        unit=link(unit),
        duties=official.duties,
        phone=None if left else official.phone,
        email=None if left else official.email,
        photo=file_address(official.photo) if official.photo else None,
        term=span_text(official.term),
        left=official.term.end if official.term and left else None,
        gives=_gives(office, source),
        takes=_takes(office, source),
        receives=by_field(office, work.received.get(source.key, ())),
        complaints=by_field(office, work.complaints.get(source.key, ())),
        days=tuple(d for d in days if d.session.day >= office.day and not d.session.cancelled)[:SESSIONS],
        regular=_regular(office, source),
        contacts=tuple(link(other) for other in mentions if other.key.kind == "contact"),
    )


def _gives(office: Office, source: Source) -> tuple[DelegationView, ...]:
    return tuple(
        DelegationView(
            person(office.get("official", given.to, source.key.office)),
            given.scope,
            span_text(given.period),
            given.document,
        )
        for given in source.record.delegations
        if _holds_still(given.period, office.day)
    )


def _takes(office: Office, source: Source) -> tuple[DelegationView, ...]:
    return tuple(
        DelegationView(person(other), given.scope, span_text(given.period), given.document)
        for other in office.mentions.get(source.key, ())
        if other.key.kind == "official"
        for given in other.record.delegations
        if office.get("official", given.to, other.key.office).key == source.key
        and _holds_still(given.period, office.day)
    )


def _holds_still(period: Period | None, day: date) -> bool:
    """A delegation is told while it holds or is to come."""
    return period is None or period.end is None or day <= period.end


def _reception_days(office: Office) -> Mapping[Key, tuple[SessionView, ...]]:
    found: dict[Key, list[SessionView]] = {}
    for source in office.repository.all("reception"):
        for view in session_views(office, source):
            if view.receiver_key:
                found.setdefault(view.receiver_key, []).append(view)
    return {key: tuple(sorted(days, key=lambda d: d.session.day)) for key, days in found.items()}


def _regular(office: Office, source: Source) -> tuple[Link, ...]:
    return tuple(
        link(calendar)
        for calendar in office.repository.all("reception")
        if calendar.record.period.holds(office.day)
        and any(
            office.get("official", receiver, calendar.key.office).key == source.key
            for rule in calendar.record.regular
            for receiver in rule.receivers
        )
    )
