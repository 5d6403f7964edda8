"""Offices in memory for tests of pages: the base office, records laid over it, and what makers make of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from congkhai.derive.office import Office
from congkhai.model.finding import Severity
from congkhai.render.site.context import SiteContext
from congkhai.render.site.page import Page
from congkhai.render.site.registry import MAKERS, Maker
from congkhai.render.site.templates import Templates
from congkhai.source.load import load
from congkhai.source.repository import Repository, Source
from tests.offices import TODAY, lay_out


@dataclass(frozen=True)
class Made:
    """The pages of an office by address."""

    office: Office
    pages: dict[str, Page]

    def html(self, address: str) -> str:
        """Everything of a page that stands in its content."""
        page = self.pages[address]
        return "".join([str(page.lead), *(str(section.html) for section in page.sections)])

    def text(self, address: str) -> str:
        return Markup(self.html(address)).striptags()

    def everything(self) -> str:
        """All that any page shows or hands to search."""
        parts = []
        for address, page in self.pages.items():
            parts += [page.title, page.description, self.html(address), repr(page.search)]
            parts += [section.title for section in page.sections]
        return "\n".join(parts)


def office(root: Path, records: dict[str, Any], day: date = TODAY) -> Office:
    """The base office with records laid over it; JSON is YAML. There must be no error in them."""
    lay_out(root)
    for path, record in records.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    loaded = load(root)
    assert [f for f in loaded.findings if f.severity is Severity.ERROR] == []
    return Office(loaded.repository, day)


@cache
def templates() -> Templates:
    """Those of the program alone: compiling them takes longer than making the pages of a small office."""
    return Templates(Path("/nonexistent"))


def make(office: Office, makers: Iterable[Maker] = MAKERS) -> Made:
    """The pages that makers make; no address twice."""
    context = SiteContext(office, templates(), {})
    found = [page for maker in makers for page in maker(context)]
    addresses = [page.address for page in found]
    assert len(addresses) == len(set(addresses))
    return Made(office, {page.address: page for page in found})


def only(office: Office, *changed: Source) -> Office:
    """The office with some of its records put in the place of those of the same key."""
    sources = {source.key: source for source in office.repository}
    sources |= {source.key: source for source in changed}
    return Office(Repository(sources), office.day)
