"""What is due in the office: late, within 7, 30 and 90 days; and the same lines for the pages of units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.diary.due import Due, due_list
from congkhai.derive.duties.status import DutyState, statuses
from congkhai.derive.office import Office
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.links import Link
from congkhai.render.site.makers.task_rows import TaskRow, plan_name, task_row
from congkhai.render.site.page import Page

_PAGES = Collection("viec-den-han", "due", "due", "viec-den-han/viec.json")


@dataclass(frozen=True, slots=True)
class DueView:
    """A line of the list."""

    due: Due
    link: Link
    units: tuple[Link, ...]
    plan: Link | None


@dataclass(frozen=True, slots=True)
class SpanView:
    """A part of the list: what is due up to a day."""

    days: int
    last: date
    title: str
    lines: tuple[DueView, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """One page."""
    office = context.office
    found = due_list(office)
    late: tuple[TaskRow, ...] = tuple(task_row(office, view) for view in found.late)
    spans = tuple(
        SpanView(span.days, span.last, _title(n, span.days), tuple(due_view(office, one) for one in span.lines))
        for n, span in enumerate(found.spans)
    )
    yield index_page(
        context,
        _PAGES,
        office.repository.all("plan"),
        late=late,
        missed=len([one for one in statuses(context.office) if one.state is DutyState.LATE]),
        spans=spans,
        day=office.day,
        search=SearchEntry(
            _PAGES.link.title,
            plain(phrase("site.due_about"), (line.due.text for span in spans for line in span.lines)),
            names=(phrase("site.due_names"),),
        ),
    )


def _title(number: int, days: int) -> str:
    return phrase("site.due_within" if number == 0 else "site.due_then", days=days)


def due_view(office: Office, due: Due) -> DueView:
    """One line with its links."""
    units = []
    for key in due.units:
        unit = office.repository.sources[key]
        units.append(Link(unit.record.short_name or unit.record.name, address(unit)))
    plan = Link(plan_name(due.plan), address(due.plan)) if due.plan else None
    return DueView(due, Link(due.text, due.page), tuple(units), plan)
