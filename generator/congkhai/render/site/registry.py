"""The visible list of everything that makes pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from congkhai.render.site.context import SiteContext
from congkhai.render.site.page import Page


@dataclass(frozen=True, slots=True)
class Maker:
    """What yields every page of its collections, indexes included: the function `pages` of a module.

    The module is loaded when pages are wanted: a build that changes one page does not need all of them. It `tells`
    when search reads the text of its pages; those of others only list what is told elsewhere.
    """

    module: str
    tells: bool = True

    def __call__(self, context: SiteContext) -> Iterator[Page]:
        """Yield the pages."""
        pages: Iterator[Page] = import_module(f"congkhai.render.site.{self.module}").pages(context)
        return pages


#: The makers whose pages have no text of their own, though their titles may be found.
_SILENT = frozenset({"home", "procedure_index", "audience", "search_page", "plan_tasks"})
#: In the order of the navigation; no maker knows of another.
MAKERS: tuple[Maker, ...] = tuple(
    Maker(f"makers.{name}", tells=name not in _SILENT)
    for name in (
        "home",
        "procedure_index",
        "procedure",
        "field",
        "life_event",
        "audience",
        "fee",
        "legal_act",
        "search_page",
        "units",
        "officials",
        "plans",
        "plan_tasks",
        "due",
        "reception",
        "rosters",
        "contacts",
        "budgets",
        "disclosures",
        "documents",
        "events",
        "answers",
        "boards",
        "postings",
        "duties",
        "copies",
    )
)
#: Of pages at addresses that were left.
MOVED = Maker("moved")
#: Everything that makes pages.
ALL = (*MAKERS, MOVED)
