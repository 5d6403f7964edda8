"""What search engines are told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree

import pytest

from congkhai.derive.office import Office
from congkhai.render.site import sitemap
from congkhai.render.site.page import Page
from congkhai.source.repository import Repository
from tests.site.conftest import DAY

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def office(repository: Repository) -> Office:
    changed = {"content/procedures/ho-tich/1.001193.yml": date(2026, 3, 4)}
    return Office(repository, DAY, changed)


def test_every_page_is_listed_once_with_the_day_of_its_last_change(office: Office, pages: Mapping[str, Page]):
    made = sitemap.files(office, pages.values())
    tree = ElementTree.fromstring(made["sitemap.xml"])
    found = {
        url.findtext("s:loc", "", NAMES): url.findtext("s:lastmod", None, NAMES) for url in tree.findall("s:url", NAMES)
    }
    base = office.site.url
    assert set(found) == {base + address for address, page in pages.items() if page.listed}
    assert found[f"{base}thu-tuc/1.001193/"] == "2026-03-04"
    assert found[f"{base}van-ban/"] is None


def test_very_many_pages_are_parted(office: Office, pages: Mapping[str, Page], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sitemap, "_LIMIT", 100)
    made = sitemap.files(office, pages.values())
    index = ElementTree.fromstring(made["sitemap.xml"])
    parts = [part.text or "" for part in index.findall("s:sitemap/s:loc", NAMES)]
    wanted = [page for page in pages.values() if page.listed]
    assert len(parts) == -(-len(wanted) // 100)
    listed = sum(len(ElementTree.fromstring(made[part.rsplit("/", 1)[1]])) for part in parts)
    assert listed == len(wanted) < len(pages)


def test_robots_are_told_where_the_list_is(office: Office):
    assert f"Sitemap: {office.site.url}sitemap.xml".encode() in sitemap.files(office, [])["robots.txt"]
