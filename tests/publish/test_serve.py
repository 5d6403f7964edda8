"""A served page follows the site; the files of the site know nothing of it."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from congkhai.publish.commit import commit
from congkhai.publish.output import Output
from congkhai.publish.serve import server, watch

DAY = date(2026, 11, 22)
PAGE = b"<!doctype html><html><body><p>a</p></body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    commit(tmp_path / "site", {"a/index.html": Output("a/index.html", PAGE)}, DAY)
    return tmp_path / "site"


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    web = server(site, 0, reload=True)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{web.server_address[1]}"
    web.shutdown()
    web.server_close()


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:
        data: bytes = answer.read()
        return data


def test_a_served_page_loads_the_script_and_the_file_does_not(site: Path, address: str) -> None:
    served = _get(f"{address}/a/").decode()
    assert '<script src="/.congkhai/reload.js" defer></script></body>' in served
    assert b"location.reload" in _get(f"{address}/.congkhai/reload.js")
    assert (site / "a/index.html").read_bytes() == PAGE


def test_the_number_of_the_build_changes_with_the_site(site: Path, address: str) -> None:
    first = _get(f"{address}/.congkhai/build")
    commit(site, {"a/index.html": Output("a/index.html", PAGE)}, DAY)
    assert _get(f"{address}/.congkhai/build") == first
    commit(site, {"a/index.html": Output("a/index.html", PAGE + b"<!-- -->")}, DAY)
    assert _get(f"{address}/.congkhai/build") != first


def test_a_change_of_a_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    file, noticed, stop = tmp_path / "content/a.yml", threading.Event(), threading.Event()
    file.write_text("a")
    threading.Thread(target=watch, args=(tmp_path, lambda _seen: noticed.set(), stop), daemon=True).start()
    for number in range(20):
        file.write_text("a" * number)
        if noticed.wait(0.5):
            break
    stop.set()
    assert noticed.is_set()
