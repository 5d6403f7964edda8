"""The sample office's pages, made once: no engine, no writing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.render.site.context import SiteContext
from congkhai.render.site.page import Page
from congkhai.render.site.registry import MAKERS
from congkhai.source.load import load
from congkhai.source.repository import Repository
from tests.site.records import templates

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)


def make_pages(repository: Repository) -> dict[str, Page]:
    """All pages by address."""
    context = SiteContext(Office(repository, DAY), templates(), {})
    made = [page for maker in MAKERS for page in maker(context)]
    pages = {page.address: page for page in made}
    assert len(pages) == len(made), "two pages have one address"
    return pages


def html_of(page: Page) -> str:
    """The page without its chrome."""
    return str(page.lead) + "".join(f'<h2 id="{section.id}"></h2>{section.html}' for section in page.sections)


@pytest.fixture(scope="session")
def repository() -> Repository:
    return load(ROOT).repository


@pytest.fixture(scope="session")
def pages(repository: Repository) -> Mapping[str, Page]:
    return make_pages(repository)
