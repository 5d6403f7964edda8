"""A build killed at any moment leaves a whole site and kept results that heal; `CONGKHAI_SOAK` sets how often."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from tests.offices import TODAY
from tests.publish.many import lay_out_many

from congkhai.publish.build import build
from congkhai.publish.request import Request
from congkhai.source.shelf import NAME

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("CONGKHAI_SOAK", "3"))


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return lay_out_many(tmp_path / "office", 60)


def _request(root: Path) -> Request:
    return Request(root, root.parent / "site", root.parent / "state", TODAY, with_notices=False, with_search=False)


def _change(root: Path, word: str) -> None:
    """A change that reaches every page."""
    site = root / "site_config/site.yml"
    lines = [line for line in site.read_text("utf-8").split("\n") if not line.startswith("hotline:")]
    site.write_text("\n".join([f"hotline: 0296 3 123 {word}", *lines]), "utf-8")


def _started(root: Path) -> subprocess.Popen[bytes]:
    words = (
        "from datetime import date; from pathlib import Path; from congkhai.publish.build import build; "
        "from congkhai.publish.request import Request; import sys; at = Path(sys.argv[1]); "
        f"build(Request(at, at.parent / 'site', at.parent / 'state', date({TODAY.year}, {TODAY.month}, {TODAY.day}), "
        "with_notices=False, with_search=False))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", words, str(root)], env={**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    )


def _tree(site: Path) -> dict[str, bytes]:
    found = {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}
    return {path: data for path, data in found.items() if not path.startswith(".congkhai-stage/")}


def _whole(site: Path, told: list[dict[str, str]]) -> None:
    """Each page is there, and is one of those that the builds have made."""
    manifest = json.loads((site / "manifest.json").read_bytes())
    for entry in manifest["files"]:
        data = (site / entry["path"]).read_bytes()
        assert sha256(data).hexdigest() in {known.get(entry["path"]) for known in told}, entry["path"]


def test_a_killed_build_leaves_a_site_that_serves_and_the_next_heals_it(office: Path, tmp_path: Path) -> None:
    draw, site = random.Random(1), tmp_path / "site"
    told: list[dict[str, str]] = []
    spans: list[float] = []
    for word in ("111", "222"):
        _change(office, word)
        start = time.perf_counter()
        with _started(office) as process:
            assert process.wait() == 0
        spans.append(time.perf_counter() - start)
        told.append({path: sha256(data).hexdigest() for path, data in _tree(site).items()})
    trees = {"222": _tree(site)}
    for number in range(KILLS):
        word = ("111", "222")[number % 2]
        _change(office, word)
        with _started(office) as process:
            time.sleep(draw.uniform(0.3, 1.0) * spans[1])
            process.send_signal(signal.SIGKILL)
        _whole(site, told)
        if draw.random() < 0.5:
            word = "222"
            _change(office, word)
        build(_request(office))
        if word in trees:
            assert _tree(site) == trees[word]
        trees[word] = _tree(site)


def test_two_builds_at_once_do_not_hurt_each_other(office: Path, tmp_path: Path) -> None:
    build(_request(office))
    _change(office, "333")
    with _started(office) as one, _started(office) as other:
        assert (one.wait(), other.wait()) == (0, 0)
    both = _tree(tmp_path / "site")
    shutil.rmtree(tmp_path / "site")
    (tmp_path / "state" / NAME).unlink()
    build(_request(office))
    assert _tree(tmp_path / "site") == both


def _spoil(path: Path, damage: str) -> None:
    data = bytearray(path.read_bytes())
    match damage:
        case "cut":
            del data[len(data) // 2 :]
        case "empty":
            data.clear()
        case _:
            draw = random.Random(2)
            for _ in range(1 + len(data) // 500):
                data[draw.randrange(len(data) // 20, len(data))] ^= 255
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("damage", ["cut", "noise", "empty"])
def test_kept_results_that_are_damaged_are_noticed_and_made_again(office: Path, tmp_path: Path, damage: str) -> None:
    build(_request(office))
    before, kept = _tree(tmp_path / "site"), tmp_path / "state" / NAME
    for suffix in ("-wal", "-shm"):
        kept.with_name(NAME + suffix).unlink(missing_ok=True)
    _spoil(kept, damage)
    made = build(_request(office))
    assert made.committed is not None
    assert made.healed
    assert _tree(tmp_path / "site") == before
    assert not build(_request(office)).healed
    _change(office, "444")
    build(_request(office))
    changed = _tree(tmp_path / "site")
    shutil.rmtree(tmp_path / "site")
    kept.unlink()
    build(_request(office))
    assert _tree(tmp_path / "site") == changed


@pytest.mark.parametrize("damage", ["cut", "noise", "empty"])
def test_every_other_kept_file_may_be_damaged(office: Path, tmp_path: Path, damage: str) -> None:
    state = tmp_path / "state"
    build(_request(office))
    before = _tree(tmp_path / "site")
    others = [p for p in sorted(state.rglob("*")) if p.is_file() and p.name not in {NAME, "lock"}]
    assert len(others) > 20
    for path in others:
        _spoil(path, damage)
    shutil.rmtree(tmp_path / "site")
    (state / NAME).unlink()
    build(_request(office))
    assert _tree(tmp_path / "site") == before


def test_rows_that_are_damaged_one_by_one_are_never_believed(office: Path, tmp_path: Path) -> None:
    """Whatever row of the kept results is another than it was, a change leads to the site of a fresh build."""
    build(_request(office))
    _change(office, "555")
    fresh = Request(office, tmp_path / "other", tmp_path / "fresh", TODAY, with_notices=False, with_search=False)
    build(fresh)
    expected = _tree(tmp_path / "other")
    first = (tmp_path / "state" / NAME).read_bytes()
    for table, column in (("about", "value"), ("files", "body"), ("site_nodes", "value"), ("check_nodes", "name")):
        (tmp_path / "state" / NAME).write_bytes(first)
        with closing(sqlite3.connect(tmp_path / "state" / NAME)) as base, base:
            kept = "" if table != "about" else " AND name != 'program'"
            base.execute(f"UPDATE {table} SET {column} = x'00' || {column} WHERE rowid % 2 = 0{kept}")
        assert build(_request(office)).healed
        assert _tree(tmp_path / "site") == expected
