"""A repository of several offices: each has its own pages, one level deeper, in the same chrome."""

import shutil
from pathlib import Path

import pytest

from congkhai.publish.build import Request, build
from tests.offices import TESTS, TODAY, Case
from tests.whole.conftest import ROOT
from tests.whole.html import broken_links, read


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    root = Case(TESTS / "good" / "two-offices").lay_out(folder / "office")
    shutil.copy(ROOT / "mkdocs.yml", root)
    result = build(Request(root, folder / "site", folder / "state", TODAY, with_search=False))
    assert result.committed, result.findings
    return folder / "site"


def test_pages_of_the_other_office_stand_below_its_name(site: Path):
    pages = [page.relative_to(site).as_posix() for page in (site / "xa-khac").rglob("index.html")]
    assert "xa-khac/can-bo/chu-tich/index.html" in pages
    assert "xa-khac/ke-hoach/thu/index.html" in pages


def test_every_link_of_both_leads_somewhere(site: Path):
    assert broken_links(site) == []


def test_the_canonical_address_is_the_page_s_own(site: Path):
    page = site / "xa-khac/can-bo/chu-tich/index.html"
    canonical = [link for link in read(page.read_text()).links if link.endswith("/xa-khac/can-bo/chu-tich/")]
    assert len(canonical) >= 1
    assert "ck-office-placeholder" not in page.read_text()


def test_the_two_chairs_are_two_people(site: Path):
    ours, theirs = (
        read((site / path / "index.html").read_text()).words for path in ("can-bo/chu-tich", "xa-khac/can-bo/chu-tich")
    )
    assert ours != theirs
