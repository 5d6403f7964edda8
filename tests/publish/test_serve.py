"""A served page follows the site; the files of the site know nothing of it."""

from __future__ import annotations

import gc
import os
import re
import shutil
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.offices import lay_out

from congkhai.publish.build import build
from congkhai.publish.commit import commit
from congkhai.publish.output import Output
from congkhai.publish.recent import Recent
from congkhai.publish.request import Request
from congkhai.publish.serve import server, watch

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
#: How many changes one process lives through; a soak goes on for longer.
CHANGES = 200 if "CONGKHAI_SOAK" in os.environ else 30
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


def test_many_changes_in_one_process_hold_no_more_memory_and_end_as_a_fresh_build(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "office")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    board = root / "content/boards/tru-so.yml"
    first = board.read_text("utf-8")
    request = Request(root, root / "site", root / ".congkhai", DAY, with_notices=False, with_search=False)
    held: list[int] = []
    recent = Recent(lasting=True)
    for number in range(CHANGES):
        board.write_text(re.sub(r"^name: (.*)$", rf"name: \1 {number}", first, flags=re.M), "utf-8")
        build(request, recent=recent)
        if number % 10 == 9:
            gc.collect()
            held.append(len(gc.get_objects()))
    assert held[-1] < held[0] * 1.02 + 200, held
    fresh = replace(request, site=tmp_path / "fresh", state=tmp_path / "state")
    build(fresh)
    files = {path.relative_to(request.site): path.read_bytes() for path in request.site.rglob("*") if path.is_file()}
    assert files == {
        path.relative_to(fresh.site): path.read_bytes() for path in fresh.site.rglob("*") if path.is_file()
    }
    assert any(f" {CHANGES - 1}".encode() in data for data in files.values())
