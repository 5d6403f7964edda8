"""What surrounds every page: light and dark, the menu, printing, and all of it without scripts."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.chromium import Chromium
from tests.requirements import program
from tests.whole.compressed import squeezed
from tests.whole.conftest import Built
from tests.whole.kinds import one_of_each

_PAGE = "thu-tuc/1.001193/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium(program("chromium", "chromium-browser", package="chromium")) as opened:
        yield opened


def scheme(browser: Chromium) -> str:
    return browser.run("getComputedStyle(document.body).colorScheme")


def test_the_device_decides_until_the_reader_does(browser: Chromium, address: str):
    for dark, name in ((True, "dark"), (False, "light")):
        browser.view(dark=dark)
        browser.open(address + _PAGE)
        assert scheme(browser) == name
    browser.run("document.querySelector('[data-ck-action=palette]').click()")
    assert scheme(browser) == "dark"
    browser.open(f"{address}le-phi/")
    assert scheme(browser) == "dark"
    browser.run("document.querySelector('[data-ck-action=palette]').click()")
    assert scheme(browser) == "light"


def test_the_menu_opens_and_closes_by_keyboard(browser: Chromium, address: str):
    browser.view(width=360)
    browser.open(address + _PAGE)
    menu = "document.querySelector('.ck-header__menu')"
    side = "getComputedStyle(document.querySelector('.md-sidebar--primary')).visibility"
    assert browser.run(f"{menu}.tagName") == "BUTTON"
    assert browser.run(side) == "hidden"
    browser.run(f"{menu}.focus()")
    browser.press("Enter")
    browser.wait_for(f"{menu}.getAttribute('aria-expanded') === 'true'")
    assert browser.run(side) == "visible"
    browser.press("Escape")
    browser.wait_for(f"{menu}.getAttribute('aria-expanded') === 'false'")


def test_no_script_stands_in_a_page(built: Built):
    for page in built.pages:
        html = page.read_text()
        for piece in html.split("<script")[1:]:
            opening = piece.partition(">")[0]
            assert "src=" in opening or 'type="application/json"' in opening, page
        assert " style=" not in html.partition("<main")[2].partition("</main>")[0], page


def test_the_sample_says_what_it_is_on_every_page(built: Built):
    for page in built.pages:
        html = page.read_text()
        if "<header" in html:
            assert "Dữ liệu mẫu – tên người và số điện thoại là hư cấu" in html, page


def test_without_scripts_everything_is_there_to_read(browser: Chromium, address: str, built: Built):
    browser.view(width=360, scripts=False)
    browser.open(address + _PAGE)
    browser.view(width=360)
    html = (built.folder / _PAGE / "index.html").read_text()
    for question in (
        "Cần giấy tờ gì?",
        "Mất bao nhiêu tiền?",
        "Bao lâu thì xong?",
        "Nộp ở đâu, lúc nào?",
        "Ai phụ trách?",
    ):
        assert question in html
    for button in html.split("<button")[1:]:
        opening = button.partition(">")[0]
        assert "hidden" in opening or 'type="submit"' in opening


def test_the_address_is_printed_and_the_chrome_is_not(browser: Chromium, address: str):
    browser.view(width=1280)
    browser.open(address + _PAGE)
    shown = "getComputedStyle(document.querySelector({!r})).display"
    assert browser.run(shown.format(".ck-meta__url")) == "none"
    browser.view(width=1280, media="print")
    for gone in (".ck-header", ".md-tabs", ".ck-foot", ".ck-actions", ".ck-crumbs"):
        assert browser.run(shown.format(gone)) == "none"
    assert browser.run(shown.format(".ck-meta__url")) == "block"
    browser.view(width=1280)


#: What a telephone loads before a page stands complete, fonts and icon included (bytes, requests).
_FIRST_VIEW = (100_000, 15)
#: Guides for staff whose first screens show pictures.
_PICTURED = {"huong-dan/can-bo/"}


def test_a_first_view_of_every_kind_of_page_is_light(browser: Chromium, address: str, built: Built):
    browser.view(width=390)
    for page in (page for page in one_of_each(built) if page not in _PICTURED):
        browser.fresh()
        browser.open(address + page)
        browser.run("document.fonts.ready.then(() => true)")
        paths = [unquote(urlsplit(url).path).lstrip("/") for url, _ in browser.arrived() if url.startswith(address)]
        files = [built.folder / (f"{path}index.html" if not path or path.endswith("/") else path) for path in paths]
        weights = {file.name: len(squeezed(file)) for file in files}
        assert sum(weights.values()) <= _FIRST_VIEW[0], (page, weights)
        assert len(paths) <= _FIRST_VIEW[1], (page, paths)
        assert {"congkhai.css", "be-vietnam-pro-400.woff2"} <= set(weights), "the measure saw the page"


def test_the_text_waits_for_no_script(built: Built):
    for page in built.pages:
        for opening in re.findall(r"<script[^>]*>", page.read_text()):
            assert re.search(r' (defer|async)\b|type="(module|application/json)"', opening), (page, opening)


#: What a citizen asks of a procedure, as the first screen of a telephone answers it.
_ASKED = ("Giấy tờ", "Chi phí", "Thời gian", "Nơi nộp", "Phụ trách", "Khiếu nại")


def test_the_first_screen_of_a_telephone_answers_the_six_questions(browser: Chromium, address: str):
    browser.view(width=360, height=740)
    browser.open(address + _PAGE)
    browser.run("document.fonts.ready.then(() => true)")
    rows = "[...document.querySelectorAll('.ck-glance > div')]"
    told = browser.run(f"{rows}.map(row => [row.querySelector('dt').textContent, row.querySelector('a').textContent])")
    assert [asked for asked, _ in told] == list(_ASKED)
    assert all(answer for _, answer in told)
    assert browser.run("document.querySelector('.ck-glance').getBoundingClientRect().bottom") <= 740
    assert browser.run(f"{rows}.every(row => row.clientHeight >= 48)")
    browser.view(width=1280)
    assert browser.run("getComputedStyle(document.querySelector('.ck-glance')).display") == "none"


#: What can be pressed and is no link in running text, lower than 48 px; a row that its link fills counts as the link.
_SMALL = """[...document.querySelectorAll("a:not(.md-skip), button, summary, select, input:not([type=checkbox])")]
  .filter((one) => one.getClientRects().length && getComputedStyle(one).display !== "inline")
  .filter((one) => getComputedStyle(one, "::after").position !== "absolute")
  .filter((one) => one.getBoundingClientRect().height < 47.5)
  .map((one) => one.outerHTML.slice(0, 80))"""


def test_fingers_find_what_can_be_pressed(browser: Chromium, address: str, built: Built):
    browser.view(width=360, height=740)
    small = {}
    for page in one_of_each(built):
        browser.open(address + page)
        if found := browser.run(_SMALL):
            small[page] = found
    browser.view(width=1280)
    assert small == {}


def test_the_letters_that_stand_in_are_as_wide_as_ours(browser: Chromium, address: str):
    browser.open(address + _PAGE)
    measure = """document.fonts.ready.then(() => {
      const pen = document.createElement("canvas").getContext("2d");
      const text = document.querySelector("main").textContent.replace(/[ \\n]+/g, " ").slice(0, 4000);
      const width = (weight, name) => {
        pen.font = `${weight} 20px ${name ? `"${name}", ` : ""}monospace`;
        return pen.measureText(text).width;
      };
      return ["400", "700"].flatMap((weight) => {
        const found = ["ck-roboto", "ck-arial", "ck-dejavu"].map((name) => width(weight, name));
        const there = found.filter((one) => one !== width(weight, ""));
        return there.map((one) => one / width(weight, "Be Vietnam Pro"));
      });
    })"""
    ratios = browser.run(measure)
    assert all(0.97 < ratio < 1.03 for ratio in ratios), ratios


def test_where_one_reads_is_marked_and_the_way_up_is_offered(browser: Chromium, address: str):
    browser.view(width=1280, height=700)
    browser.open(address + _PAGE)
    active = "document.querySelectorAll('.md-nav--secondary .md-nav__link--active').length"
    assert browser.run("document.querySelector('.md-top').hidden") is True
    browser.run("scrollTo(0, document.body.scrollHeight)")
    browser.wait_for(f"{active} === 1")
    browser.run("scrollBy(0, -120)")
    browser.wait_for("document.querySelector('.md-top').hidden === false")
    browser.run("document.querySelector('.md-top').click()")
    browser.wait_for("scrollY === 0")


def test_wide_tables_of_guides_scroll_in_a_frame(built: Built):
    tables = [page for page in built.pages if "<table>" in page.read_text() and "/huong-dan/" in str(page)]
    assert tables
    for page in tables:
        html = page.read_text()
        assert html.count("<table>") == html.count('tabindex="0"><table>'), page


def test_pictures_are_fetched_when_they_are_near(built: Built):
    seen = [img for page in built.pages for img in re.findall(r"<img [^>]*>", page.read_text()) if "ck-mark" not in img]
    assert seen
    assert [img for img in seen if 'loading="lazy"' not in img] == []


def test_every_page_below_a_list_marks_the_tab_of_the_list(built: Built):
    for page, tab in ((_PAGE, "Thủ tục"), ("ngan-sach/2024/", "Ngân sách"), ("le-phi/", "Phí, lệ phí")):
        html = (built.folder / page / "index.html").read_text()
        assert re.findall(r'<a class="md-tabs__link"[^>]* aria-current="[a-z]+">([^<]+)', html) == [tab], page
