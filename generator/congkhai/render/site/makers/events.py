"""Events: the days to come with the place whose turn it is, and a page for each event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from congkhai.derive.agenda import EventDays, agenda
from congkhai.derive.occurrences import Occurrence
from congkhai.derive.office import Office
from congkhai.model.calendar import short_date
from congkhai.model.event import Event
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.deadlines import span_text
from congkhai.render.site.makers.figures import plain, quantity
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.makers.recurrence import spoken
from congkhai.render.site.makers.task_rows import unit_link
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("su-kien", "event", "events", "api/v1/event.json")
#: The days that the index tells.
AHEAD = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class DayView:
    """One day of an event; `place` is the unit whose turn it is and `at` where that is."""

    occurrence: Occurrence
    place: Link | None
    at: str | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its days around the day of the site."""

    event: Event
    link: Link
    unit: Link
    rule: str | None
    period: str | None
    coming: tuple[DayView, ...]
    past: tuple[DayView, ...]
    who: tuple[PersonView, ...]
    targets: tuple[tuple[str, str], ...]

    @property
    def next(self) -> DayView | None:
        """The first day to come that is no holiday."""
        return next((day for day in self.coming if not day.occurrence.holiday), None)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A day of an event in the list of all days to come."""

    event: EventView
    day: DayView


def pages(context: SiteContext) -> Iterator[Page]:
    """What happens in the month ahead, and a page for each event."""
    views = [(days.event, _view(context.office, days)) for days in agenda(context.office)]
    yield _index(context, [view for _, view in views])
    for source, view in views:
        yield _page(context, source, view)


def _index(context: SiteContext, views: list[EventView]) -> Page:
    office = context.office
    last = office.day + AHEAD
    rows = [AgendaRow(view, day) for view in views for day in view.coming if day.occurrence.day <= last]
    return index_page(
        context,
        _PAGES,
        office.repository.all("event"),
        rows=sorted(rows, key=lambda r: (r.day.occurrence.day, str(r.event.event.hours), r.event.link.address)),
        last=last,
        coming=[view for view in views if view.coming],
        over=[view for view in views if not view.coming],
    )


def _page(context: SiteContext, source: Source, view: EventView) -> Page:
    event = view.event
    wanted = (
        ("sap-toi", "coming", view.coming),
        ("chi-tiet", "about", event.description or event.participants or view.who or event.quota or event.targets),
        ("da-qua", "past", view.past),
        ("khong-con", "none", not view.coming and not view.past),
    )
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        title=event.title,
        description=". ".join(part for part in (event.kind.label, view.rule, event.place) if part) + ".",
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(event.title, event.kind.label, event.place, event.participants, event.description),
            names=(event.kind.label,),
            units=(context.office.get("unit", event.unit, source.key.office).record.name,),
            facts=tuple(fact for fact in (view.rule or _first(view), str(event.hours or ""), event.place) if fact),
            weight=90,
        ),
    )


def _first(view: EventView) -> str | None:
    return short_date(view.next.occurrence.day) if view.next else None


def _view(office: Office, days: EventDays) -> EventView:
    event: Event = days.event.record
    at = days.event.key.office
    rule = spoken(event.recurrence) if event.recurrence else None
    return EventView(
        event=event,
        link=link(days.event),
        unit=unit_link(office, event.unit, at),
        rule=rule,
        period=span_text(event.period),
        coming=tuple(_day(office, one, at) for one in days.coming),
        past=tuple(_day(office, one, at) for one in days.past),
        who=tuple(person(office.get("official", one, at)) for one in event.who),
        targets=tuple((wanted.what, quantity(wanted)) for wanted in event.targets),
    )


def _day(office: Office, occurrence: Occurrence, at: str) -> DayView:
    if not occurrence.place:
        return DayView(occurrence, None, None)
    return DayView(occurrence, unit_link(office, occurrence.place, at), office.unit(occurrence.place, at).address)
