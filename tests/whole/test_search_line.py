"""Search on a line that breaks or is slow, and what stays of what somebody did meanwhile."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pytest

from congkhai.publish.serve import server
from tests.browser.chromium import Chromium
from tests.requirements import program
from tests.whole.conftest import Built

_STATUS = "document.querySelector('[data-ck-find] [role=status]').textContent"
_HITS = "[...document.querySelectorAll('.ck-hit a')].map(link => link.getAttribute('href'))"
_MORE = "document.querySelector('.ck-find__more:not([hidden])')"
#: Asks once more what stands in the box.
_AGAIN = "document.querySelector('[data-ck-find] form').requestSubmit()"
_BUSY, _BROKEN = "Đang tìm…", "Không tải được dữ liệu tìm kiếm."
#: Only the text of this page has these words.
_TEXT, _PAGE = "giay kham suc khoe", "/thu-tuc/2.001263/"

Fault = Callable[[str], bool]


class Line:
    """A site on this machine. Of what is asked for, `faults` tell by its address what becomes of it: each waits as
    long as it likes, and an answer is lost when it says so.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.faults: dict[str, Fault] = {}

    def lost(self, path: str) -> bool:
        return any(fault(path) for pattern, fault in list(self.faults.items()) if re.search(pattern, path))


def lost(_path: str) -> bool:
    """It never comes."""
    return True


def first() -> Fault:
    """What is asked for first never comes."""
    paths: list[str] = []

    def fault(path: str) -> bool:
        paths.append(path)
        return path == paths[0]

    return fault


def once() -> Fault:
    """It comes when it is asked for again."""
    left = iter([True])
    return lambda _path: next(left, False)


def late(seconds: float) -> Fault:
    """It comes so much later."""
    return lambda _path: time.sleep(seconds) is not None


@contextmanager
def _served(built: Built) -> Iterator[Line]:
    web = server(built.folder, 0)
    line = Line(f"http://127.0.0.1:{web.server_address[1]}/")
    plain: Any = web.RequestHandlerClass

    class Faulty(plain.func):  # type: ignore[misc, name-defined]
        def do_GET(self) -> None:  # noqa: N802
            if line.lost(self.path):
                self.close_connection = True
                self.connection.close()
            else:
                super().do_GET()

        def finish(self) -> None:
            if not self.wfile.closed and self.connection.fileno() >= 0:
                super().finish()

    web.RequestHandlerClass = partial(Faulty, **plain.keywords)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    try:
        yield line
    finally:
        web.shutdown()
        web.server_close()


@pytest.fixture
def line(built: Built) -> Iterator[Line]:
    with _served(built) as opened:
        yield opened


@pytest.fixture(scope="module")
def opened() -> Iterator[Chromium]:
    with Chromium(program("chromium", "chromium-browser", package="chromium"), timeout=60) as browser:
        yield browser


@pytest.fixture
def browser(opened: Chromium) -> Chromium:
    opened.fresh()
    opened.view(width=390, height=800)
    return opened


def come(browser: Chromium, line: Line, **asked: str) -> None:
    browser.open(f"{line.address}tim-kiem/?{urlencode(asked)}")


def shown(browser: Chromium, text: str) -> list[str]:
    """The hits, once all are shown."""
    browser.wait_for(f"document.querySelector('[data-ck-find]')?.dataset.ckShown === {text!r}")
    return list(browser.run(_HITS))


def asked_again(browser: Chromium, text: str) -> list[str]:
    browser.run(f"delete document.querySelector('[data-ck-find]').dataset.ckShown; {_AGAIN}")
    return shown(browser, text)


def write(browser: Chromium, text: str) -> None:
    """Type a text in place of the one in the box, and wait for all that it finds."""
    browser.run("document.querySelector('#ck-find').select(); document.querySelector('#ck-find').focus()")
    browser.type(text)
    shown(browser, text)


def test_words_that_did_not_come_are_told_and_asked_for_again(browser: Chromium, line: Line):
    line.faults = {"-tu-": lost}
    come(browser, line, q=_TEXT)
    browser.wait_for(f"{_STATUS}.startsWith({_BROKEN!r})")
    line.faults = {}
    assert asked_again(browser, _TEXT)[0] == _PAGE


def test_a_line_that_breaks_once_costs_no_hit(browser: Chromium, line: Line):
    line.faults = {"-tu-": once(), "fragment": once(), "-mo-": once()}
    come(browser, line, q=_TEXT)
    assert shown(browser, _TEXT)[0] == _PAGE


def test_words_lost_while_somebody_types_are_asked_for_again(browser: Chromium, line: Line):
    come(browser, line)
    line.faults = {"-tu-": lost}
    browser.run("document.querySelector('#ck-find').focus()")
    browser.type(_TEXT)
    browser.wait_for(f"{_STATUS}.startsWith({_BROKEN!r})")
    line.faults = {}
    assert asked_again(browser, _TEXT)[0] == _PAGE


def test_of_pages_that_did_not_all_come_the_others_are_shown(browser: Chromium, line: Line):
    text = "nguoi lam chung"
    read = "[...document.querySelectorAll('.ck-hit')].filter(hit => hit.querySelector('mark')).length"
    come(browser, line, q=text)
    whole, marked = shown(browser, text), browser.run(read)
    browser.fresh()
    line.faults = {"fragment": first()}
    come(browser, line, q=text)
    browser.wait_for(f"{_STATUS}.startsWith({_BROKEN!r})")
    assert marked > 1
    assert browser.run(read) >= marked - 1
    line.faults = {}
    assert asked_again(browser, text) == whole


def test_back_leads_to_the_question_before(browser: Chromium, line: Line):
    come(browser, line)
    before = browser.run("history.length")
    for text in ("khai sinh", "ket hon"):
        write(browser, text)  # the pause has written the address already
        browser.press("Enter")
    assert browser.run("history.length") == before + 1
    browser.run("history.back()")
    browser.wait_for("document.querySelector('#ck-find').value === 'khai sinh'")
    assert shown(browser, "khai sinh")[0] == "/thu-tuc/1.001193/"
    assert browser.run("location.search") == "?q=khai+sinh"


def test_what_is_only_typed_leaves_one_step_in_the_history(browser: Chromium, line: Line):
    come(browser, line, q="khai sinh")
    shown(browser, "khai sinh")
    before = browser.run("history.length")
    for text in ("ket", "ket hon"):
        write(browser, text)
    assert browser.run("history.length") == before + 1


def test_an_empty_box_leaves_no_steps_in_the_history(browser: Chromium, line: Line):
    come(browser, line)
    before = browser.run("history.length")
    browser.run("document.querySelector('#ck-find').focus()")
    for _ in range(3):
        browser.press("Enter")
    assert browser.run("history.length") == before


def test_a_filter_chosen_before_all_has_come_stays(browser: Chromium, line: Line):
    line.faults = {"/muc-luc-": late(1)}
    come(browser, line)
    browser.run("document.querySelector('#ck-find').focus()")
    field = "document.querySelector('[name=field]')"
    browser.wait_for(f"[...{field}.options].some(option => option.value === 'Hộ tịch')")
    browser.run(f"{field}.value = 'Hộ tịch'; {field}.dispatchEvent(new Event('change', {{bubbles: true}}))")
    browser.wait_for("performance.getEntriesByType('resource').some(one => one.name.includes('muc-luc-hien'))")
    write(browser, "khai sinh")
    assert browser.run(f"{field}.value") == "Hộ tịch"
    assert "field=" in browser.run("location.search")


def test_filters_that_leave_nothing_are_named_and_dropped(browser: Chromium, line: Line):
    come(browser, line, q="khai sinh", kind="Phí, lệ phí", field="Đất đai")
    assert shown(browser, "khai sinh") == []
    assert browser.run(_STATUS) == "Không có kết quả cho “khai sinh” trong phần đã lọc."
    assert browser.run("document.querySelector('.ck-find__near').hidden")
    button = "document.querySelector('.ck-find__all button')"
    browser.run(f"delete document.querySelector('[data-ck-find]').dataset.ckShown; {button}.click()")
    assert shown(browser, "khai sinh")[0] == "/thu-tuc/1.001193/"
    assert browser.run("location.search") == "?q=khai+sinh"
    assert browser.run(f"{button}.checkVisibility()") is False


@pytest.mark.parametrize(("name", "value"), [("level", "Cấp Xã"), ("unit", "Phòng đã đổi tên")])
def test_what_narrows_is_to_be_seen(browser: Chromium, line: Line, name: str, value: str):
    come(browser, line, q="đăng ký", **{name: value})
    shown(browser, "đăng ký")
    select = f"document.querySelector('[name={name}]')"
    assert browser.run(f"[{select}.value, {select}.checkVisibility()]") == [value, True]


def test_the_count_is_never_that_of_another_question(browser: Chromium, line: Line):
    come(browser, line, q="khai sinh")
    shown(browser, "khai sinh")
    line.faults = {"/pagefind/": late(1)}
    browser.run("document.querySelector('#ck-find').focus()")
    browser.run("document.querySelector('#ck-find').setSelectionRange(9, 9)")
    browser.type(" nuoc ngoai")
    assert browser.run(_STATUS) == _BUSY
    shown(browser, "khai sinh nuoc ngoai")
    assert "“khai sinh nuoc ngoai”" in browser.run(_STATUS)


def test_a_group_that_was_opened_stays_open_when_the_text_comes(browser: Chromium, line: Line):
    line.faults = {"/pagefind/": late(1)}
    come(browser, line, q="dang ky")
    browser.wait_for(f"Boolean({_MORE})")
    browser.run(f"window.kind = {_MORE}.closest('section').dataset.ckKind; {_MORE}.click()")
    browser.run("document.querySelector('.ck-hit').dataset.before = ''")
    shown(browser, "dang ky")
    assert browser.run("document.querySelector('[data-before]')") is None, "nothing was drawn anew"
    group = "[...document.querySelectorAll('.ck-find__group')].find(one => one.dataset.ckKind === kind)"
    assert browser.run(f"{group}.querySelector('.ck-find__more').hidden")
    assert browser.run(f"{group}.contains(document.activeElement)")


@pytest.mark.parametrize("with_", ["isComposing", "ctrlKey", "altKey", "metaKey"])
def test_keys_that_are_not_for_the_page_are_left_alone(browser: Chromium, line: Line, with_: str):
    come(browser, line, q="khai sinh")
    shown(browser, "khai sinh")
    for key, where in (("ArrowDown", "#ck-find"), ("/", "body")):
        event = f"new KeyboardEvent('keydown', {{key: {key!r}, {with_}: true, bubbles: true, cancelable: true}})"
        element = f"document.querySelector({where!r})"
        assert browser.run(f"{element}.focus(), {element}.dispatchEvent({event})"), "nobody took it"


def test_paper_has_the_hits_and_not_the_form(browser: Chromium, line: Line):
    come(browser, line, q="dang ky")
    shown(browser, "dang ky")
    browser.view(width=800, media="print")
    parts = ".ck-find__filters, .ck-find__more, .ck-find__right, .ck-find__all, .ck-search"
    assert browser.run(f"[...document.querySelectorAll({parts!r})].filter(part => part.checkVisibility()).length") == 0
    assert browser.run("document.querySelector('.ck-hit').checkVisibility()")
