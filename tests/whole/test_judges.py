"""Outside judges: axe-core in a real browser on a page of each kind, the Nu HTML checker on every page."""

import json
import subprocess

import pytest

from tests.browser import chromium
from tests.requirements import judge, program
from tests.whole.conftest import Built
from tests.whole.kinds import one_of_each

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_ALL = {"type": "tag", "values": _RULES}
#: What is another in the dark: colours, at every width the same.
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
#: Width, whether it is dark, and what is looked at.
_VIEWS = ((360, False, _ALL), (1280, False, _ALL), (360, True, _COLOURS))


@pytest.mark.parametrize(("width", "dark", "rules"), _VIEWS, ids=["telephone", "desk", "dark"])
def test_axe_finds_nothing(built: Built, address: str, width: int, dark: bool, rules: dict[str, object]):
    browser_path = program("chromium", "chromium-browser", package="chromium")
    axe = judge("axe-core/axe.min.js").read_text()
    found = {}
    with chromium.Chromium(browser_path) as browser:
        browser.view(width=width, dark=dark)
        for page in one_of_each(built):
            browser.open(address + page)
            browser.run(axe + ";0")
            script = (
                f"axe.run(document, {json.dumps({'runOnly': rules})}).then(r => r.violations.map("
                "v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')))"
            )
            violations = browser.run(script)
            if violations:
                found[page] = violations
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
        # Compiling well takes longer than it saves on a thousand pages.
        [
            java,
            "-Xss4m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            str(jar),
            "--errors-only",
            "--format",
            "json",
            *pages,
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    messages = json.loads(told.stderr)["messages"]
    assert {
        (m["url"].rpartition("sample-site/")[2], m["message"], m.get("extract", "")[:120]) for m in messages
    } == set()
