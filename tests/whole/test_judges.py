"""Outside judges: axe-core in a real browser on a page of each kind, the Nu HTML checker on every page."""

import json
import subprocess

import pytest

from congkhai.derive.address import address as address_of
from congkhai.model.kinds import KINDS
from tests.browser import chromium
from tests.requirements import judge, program
from tests.whole.conftest import Built

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_INDEXES = ["", "thu-tuc/", "tim-kiem/", "le-phi/", "ke-hoach/", "ngan-sach/", "cong-khai/", "niem-yet/", "co-quan/"]


def one_of_each(built: Built) -> list[str]:
    first = [built.repository.all(kind.name)[:1] for kind in KINDS.values() if kind.slug]
    pages = [address_of(source) for sources in first for source in sources]
    plan = built.repository.all("plan")[0]
    return [*_INDEXES, *pages, address_of(plan) + "nhiem-vu/", "gioi-thieu/", "huong-dan/can-bo/"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(built: Built, address: str, dark: bool):
    browser_path = program("chromium", "chromium-browser", package="chromium")
    axe = judge("axe-core/axe.min.js").read_text()
    found = {}
    with chromium.Chromium(browser_path) as browser:
        for width in (360, 1280):
            browser.view(width=width, dark=dark)
            for page in one_of_each(built):
                browser.open(address + page)
                browser.run(axe + ";0")
                options = json.dumps({"runOnly": {"type": "tag", "values": _RULES}})
                script = (
                    f"axe.run(document, {options}).then(r => r.violations.map("
                    "v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')))"
                )
                violations = browser.run(script)
                if violations:
                    found[page, width] = violations
                assert browser.problems() == [], page
    assert found == {}


def test_no_page_scrolls_sideways_on_a_phone(built: Built, address: str):
    browser_path = program("chromium", "chromium-browser", package="chromium")
    wide = {}
    with chromium.Chromium(browser_path) as browser:
        browser.view(width=360, height=740)
        for page in one_of_each(built):
            browser.open(address + page)
            width = browser.run("document.documentElement.scrollWidth")
            if width > 360:
                wide[page] = width
    assert wide == {}


def test_the_nu_checker_finds_no_error(built: Built):
    java = program("java", package="openjdk-17-jre-headless")
    jar = judge("vnu-jar/build/dist/vnu.jar")
    pages = [str(page) for page in built.pages]
    told = subprocess.run(
        [java, "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", *pages],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    messages = json.loads(told.stderr)["messages"]
    assert {
        (m["url"].rpartition("sample-site/")[2], m["message"], m.get("extract", "")[:120]) for m in messages
    } == set()
