"""Every page of the sample site: it exists, its links lead somewhere, it loads nothing from elsewhere."""

import hashlib
import json
import re
from urllib.parse import urlsplit

import pytest

from congkhai.derive.address import address as address_of
from congkhai.derive.address import data_address, heading
from tests.whole.conftest import ROOT, Built
from tests.whole.html import broken_links, read

_ENGLISH = re.compile(
    r"\b(?:skip to|table of contents|back to top|search|home|next|previous|copyright|made with|loading|page not found|"
    r"download|share|print|copy|close|menu|settings|initializing|type to start|permanent link|tabs|navigation|"
    r"footer)\b",
    re.I,
)


def test_every_record_has_its_page_and_its_data(built: Built):
    for source in built.repository:
        assert (built.folder / data_address(source)).is_file(), source.path
        if source.kind.slug:
            page = built.folder / address_of(source) / "index.html"
            assert page.is_file(), source.path
            words = " ".join(" ".join(read(page.read_text()).words).split())
            assert " ".join(heading(source).split())[:40] in words, source.path


def test_every_link_leads_somewhere(built: Built):
    assert broken_links(built.folder) == []


def test_no_page_loads_anything_from_elsewhere(built: Built):
    for page in built.pages:
        outside = [link for link in read(page.read_text()).loads if urlsplit(link).netloc]
        assert outside == [], page
    for sheet in built.folder.rglob("*.css"):
        found = re.findall(r"url\(\s*[\"']?(https?:|//)", sheet.read_text())
        assert found == [], sheet


def test_no_page_carries_inline_handlers_or_styles_of_ours(built: Built):
    for page in built.pages:
        assert [name for name in read(page.read_text()).inline if name.startswith("on")] == [], page


def test_no_id_stands_twice(built: Built):
    for page in built.pages:
        ids = read(page.read_text()).ids
        twice = {name for name in ids if ids.count(name) > 1}
        assert twice == set(), page


def test_no_english_is_left(built: Built):
    found = {
        (str(page.relative_to(built.folder)), word)
        for page in built.pages
        if "huong-dan" not in page.parts and "tra-cuu" not in page.parts
        for word in read(page.read_text()).words
        if _ENGLISH.search(word) and not re.search(r"https?://|\.json|@", word)
    }
    assert found == set()


def test_the_manifest_knows_every_file(built: Built):
    manifest = json.loads((built.folder / "manifest.json").read_text())
    listed = {entry["path"]: entry for entry in manifest["files"]}
    there = {p.relative_to(built.folder).as_posix() for p in built.folder.rglob("*") if p.is_file()}
    assert there == {*listed, "manifest.json"}
    for path, entry in listed.items():
        assert hashlib.sha256((built.folder / path).read_bytes()).hexdigest() == entry["sha256"]
        for source in entry["sources"]:
            assert (ROOT / source).is_file(), (path, source)
    assert "content/procedures/ho-tich/1.001193.yml" in listed["thu-tuc/1.001193/index.html"]["sources"]


@pytest.mark.parametrize("path", ["robots.txt", "sitemap.xml", "404.html", "api/v1/index.json", "tim-kiem/index.html"])
def test_the_files_that_machines_ask_for(built: Built, path: str):
    assert (built.folder / path).stat().st_size > 0
