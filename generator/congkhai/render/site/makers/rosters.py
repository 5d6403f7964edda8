"""Duty rosters: who is on duty today, and day by day who keeps watch where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.derive.watch import Watch, watch_days
from congkhai.model.roster import Post, Roster, Shift
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite_all
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.deadlines import span_text, standing
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("lich-truc", "roster", "rosters", "api/v1/roster.json")


@dataclass(frozen=True, slots=True)
class WatchView:
    """A shift as lists show it; `until` is the day on which it ends when that is not the day it begins."""

    post: Post
    shift: Shift
    until: date | None
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """The shifts that begin on a day."""

    day: date
    holiday: str | None
    watches: tuple[WatchView, ...]


@dataclass(frozen=True, slots=True)
class TurnsView:
    """The days on which one person is on duty."""

    person: PersonView
    turns: tuple[WatchView, ...]


@dataclass(frozen=True, slots=True)
class RosterView:
    """A roster; `state` is `now`, `ahead` or `over`; `today` are the shifts that run on the day of the site."""

    roster: Roster
    link: Link
    unit: Link
    period: str | None
    state: str
    days: tuple[DayView, ...]
    today: tuple[WatchView, ...]
    people: tuple[TurnsView, ...]
    basis: tuple[CitationView, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of rosters, and a page for each, past ones included."""
    sources = context.office.repository.all("roster")
    views = [(source, _view(context, source)) for source in sources]
    yield _index(context, sources, [view for _, view in views])
    for source, view in views:
        yield _page(context, source, view)


def _index(context: SiteContext, sources: tuple[Source, ...], views: list[RosterView]) -> Page:
    return index_page(
        context,
        _PAGES,
        sources,
        now=[view for view in views if view.state == "now"],
        ahead=[view for view in views if view.state == "ahead"],
        over=[view for view in views if view.state == "over"],
    )


def _page(context: SiteContext, source: Source, view: RosterView) -> Page:
    roster = view.roster
    wanted = (
        ("theo-ngay", "days", view.days),
        ("theo-nguoi", "people", view.people),
        ("quy-dinh", "instructions", roster.instructions),
        ("can-cu", "basis", view.basis),
    )
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        title=roster.title,
        description=". ".join(part for part in (view.unit.title, view.period, roster.phone) if part) + ".",
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(roster.title, roster.instructions, (turn.person.name for turn in view.people)),
            names=(phrase("site.rosters_names"),),
            units=(view.unit.title,),
            facts=tuple(fact for fact in (view.period, roster.phone) if fact),
        ),
    )


def _view(context: SiteContext, source: Source) -> RosterView:
    office = context.office
    roster: Roster = source.record
    at, day = source.key.office, office.day
    days = tuple(
        DayView(one.day, one.holiday, tuple(_watch(office, watch, at) for watch in one.watches))
        for one in watch_days(roster, office.holidays)
    )
    every = [watch for one in days for watch in one.watches]
    return RosterView(
        roster=roster,
        link=link(source),
        unit=link(office.get("unit", roster.unit, at)),
        period=span_text(roster.period),
        state=standing(roster.period, day),
        days=days,
        today=tuple(watch for watch in every if watch.shift.date == day),
        people=_turns(every),
        basis=cite_all(context, roster.basis, at),
    )


def _watch(office: Office, watch: Watch, at: str) -> WatchView:
    shift = watch.shift
    people = tuple(person(office.get("official", id_, at)) for id_ in shift.people)
    last = shift.end.date()
    return WatchView(watch.post, shift, last if last != shift.date else None, people)


def _turns(watches: list[WatchView]) -> tuple[TurnsView, ...]:
    found: dict[PersonView, list[WatchView]] = {}
    for watch in watches:
        for one in watch.people:
            found.setdefault(one, []).append(watch)
    return tuple(TurnsView(one, tuple(turns)) for one, turns in found.items())
