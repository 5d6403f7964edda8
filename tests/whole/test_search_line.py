"""Search on a line that breaks or is slow."""

from __future__ import annotations

import re
import threading
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
#: Asks once more what stands in the box.
_AGAIN = "document.querySelector('[data-ck-find] form').requestSubmit()"
_BROKEN = "Không tải được dữ liệu tìm kiếm."
#: Only the text of this page has these words.
_TEXT, _PAGE = "giay kham suc khoe", "/thu-tuc/2.001263/"

Fault = Callable[[str], bool]


class Line:
    """A site on this machine. Of what is asked for, `faults` tell by its address whether the answer is lost."""

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
