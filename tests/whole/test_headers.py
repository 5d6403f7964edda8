"""The security headers that a build hands out, and the whole site running under them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest

from congkhai.model.site import Site
from congkhai.render.headers.policy import inline, policy
from congkhai.render.headers.servers import SERVERS, headers
from tests.browser.chromium import Chromium
from tests.requirements import program
from tests.whole.conftest import Built
from tests.whole.kinds import one_of_each


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium(program("chromium", "chromium-browser", package="chromium")) as opened:
        yield opened


@pytest.fixture(scope="module")
def site(built: Built) -> Site:
    record: Site = built.repository.all("site")[0].record
    return record


def test_no_page_of_any_kind_asks_for_what_the_policy_forbids(browser: Chromium, address: str, built: Built) -> None:
    pages = one_of_each(built)
    assert len(pages) > 30
    browser.view()
    for page in pages:
        browser.open(address + page)
        assert browser.problems() == [], page
    asked = browser.run("fetch(location.href).then(answer => answer.headers.get('Content-Security-Policy'))")
    assert "default-src 'none'" in asked


def test_search_theme_menu_and_lookup_run_under_the_policy(browser: Chromium, address: str, built: Built) -> None:
    browser.view(width=390)
    browser.open(f"{address}tim-kiem/?{urlencode({'q': 'khai sinh'})}")
    browser.wait_for("document.querySelector('[data-ck-find]')?.dataset.ckShown === 'khai sinh'")
    assert browser.run("document.querySelectorAll('.ck-hit').length") > 0
    browser.run("document.querySelector('[data-ck-action=palette]').click()")
    browser.run("document.querySelector('.ck-header__menu').click()")
    assert browser.problems() == []
    code = next(page.parent.name for page in sorted(built.folder.glob("in/*-*/index.html")))
    browser.open(f"{address}in/")
    typed = code.upper().replace("-", " ").replace("0", "O").replace("1", "l")
    browser.run("document.getElementById('ck-copy').focus()")
    browser.type(typed)
    browser.press("Enter")
    browser.wait_for(f"location.pathname.endsWith('/in/{code}/') && document.readyState === 'complete'")
    assert browser.problems() == []


def test_a_code_that_nobody_printed_is_said_to_be_unknown(browser: Chromium, address: str) -> None:
    browser.view()
    for typed, told in (("7k3mq-0dtxa", "Không có bản in nào mang mã này"), ("abc", "Mã gồm mười chữ và số, ví dụ")):
        browser.open(f"{address}in/")
        browser.run("document.getElementById('ck-copy').focus()")
        browser.type(typed)
        browser.press("Enter")
        browser.wait_for(f"document.getElementById('ck-copy-told').textContent.startsWith({told!r})")


def test_a_script_that_slips_in_does_not_run(browser: Chromium, address: str) -> None:
    """The policy is served, and a violation shows where the other tests look."""
    browser.view()
    browser.open(address)
    browser.run("document.body.append(Object.assign(document.createElement('script'), {text: 'window.slipped = 1'}))")
    assert browser.run("window.slipped") is None
    assert any("Content Security Policy" in problem for problem in browser.problems())


def test_every_page_carries_the_policy_for_hosts_that_send_no_headers(built: Built) -> None:
    for page in built.pages:
        html = page.read_text("utf-8")
        if "<header" in html:
            assert html.count('<meta http-equiv="Content-Security-Policy"') == 1, page
            assert "CKPOLICY" not in html, page
            head = html.partition("</head>")[0]
            assert head.index("http-equiv") < head.index("<link"), page


def test_files_for_hosts_lie_in_the_site(built: Built, site: Site) -> None:
    wanted = headers(site, inline([]))
    for name in ("_headers", ".htaccess", "web.config"):
        text = (built.folder / name).read_text("utf-8")
        for header in wanted:
            assert header in text, name
    assert "Strict-Transport-Security" in wanted


def test_each_server_is_told_every_header_in_its_own_syntax(site: Site) -> None:
    wanted = headers(site, inline([]))
    for name, write in SERVERS.items():
        text = write(wanted)
        for header in wanted:
            assert header in text, (name, header)
        if name in {"vercel", "firebase"}:
            json.loads(text)
        if name == "iis":
            added = ElementTree.fromstring(text).findall(".//add")
            assert {one.get("name"): one.get("value") for one in added} == dict(wanted)


def test_what_an_office_puts_inline_in_its_theme_is_allowed_by_its_digest() -> None:
    html = '<script>alert(1)</script><script type="application/json">{}</script><p style="color: red">x</p>'
    told = policy(inline([html, '<script src="a.js"></script><style>p{}</style>']), served=True)
    assert told.count("sha256-") == 3
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in told
    assert "'unsafe-hashes'" in told
    assert "'unsafe-inline'" not in told
    assert "sha256" not in policy(inline(['<script src="a.js"></script>']), served=False)
