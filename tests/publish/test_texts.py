"""The texts that pages are found by are kept apart from the pages, and made again when they are lost."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from tests.offices import TODAY, lay_out

from congkhai.publish.build import build
from congkhai.publish.request import Request
from congkhai.source.shelf import NAME

ROOT = Path(__file__).parents[2]
_COUNT = "SELECT count(*) FROM files WHERE path LIKE 'text %'"


def _tree(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def _asked(state: Path, query: str) -> int:
    base = sqlite3.connect(state / NAME, isolation_level=None)
    found = base.execute(query).fetchone()
    base.close()
    return int(found[0]) if found else 0


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    root = lay_out(tmp_path / "office")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return Request(root, tmp_path / "site", tmp_path / "state", TODAY, with_notices=False)


@pytest.mark.parametrize(
    "damage",
    ["DELETE FROM files WHERE path LIKE 'text %'", "UPDATE files SET body=x'00' WHERE path LIKE 'text %'"],
    ids=["lost", "damaged"],
)
def test_a_change_beside_lost_texts_gives_the_site_of_a_fresh_build(request_: Request, damage: str) -> None:
    build(request_)
    _asked(request_.state, damage)
    board = request_.root / "content/boards/tru-so.yml"
    board.write_text(board.read_text("utf-8").replace("name: ", "name: Một ", 1), "utf-8")
    assert build(request_).healed == damage.startswith("UPDATE")
    build(replace(request_, site=request_.site.with_name("fresh"), state=request_.state.with_name("fresh-state")))
    assert _tree(request_.site) == _tree(request_.site.with_name("fresh"))
    assert _asked(request_.state, _COUNT) > 1


def test_the_text_of_a_page_goes_with_it(request_: Request) -> None:
    other = request_.root / "content/boards/nha-van-hoa.yml"
    other.write_text("name: Bảng tin nhà văn hóa\nkind: seat\naddress: Số 2 đường Thử\nunit: ubnd-xa\n", "utf-8")
    assert build(request_).committed
    before = _asked(request_.state, _COUNT)
    other.unlink()
    build(request_)
    assert _asked(request_.state, _COUNT) == before - 1
