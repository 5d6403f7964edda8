"""The search page: a form that a script brings to life, and ways in for those without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.render.search.copies import FILTERS
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.field import field_cards
from congkhai.render.site.makers.links import base_of
from congkhai.render.site.page import Page

ADDRESS = "tim-kiem/"


@dataclass(frozen=True, slots=True)
class FilterView:
    """A way to narrow the results: its name in the index, and what people call it."""

    name: str
    title: str


def pages(context: SiteContext) -> Iterator[Page]:
    """One page; it is not found by search itself."""
    site = context.office.site
    cards = field_cards(context)
    filters = tuple(FilterView(name, phrase(f"site.filter_{name}")) for name in FILTERS)
    lead = context.templates.render(
        "search/page.html.j2", fields=cards, filters=filters, hotline=site.hotline, base=base_of(ADDRESS)
    )
    yield Page(
        address=ADDRESS,
        shell="tim-kiem",
        title=phrase("site.search"),
        description=phrase("site.search_about", office=site.name),
        lead=lead,
    )
