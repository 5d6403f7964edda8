"""The same facts give the same bytes, whatever the machine looks like and however the work is spread."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import subprocess
import sys
import weakref
from collections.abc import Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from congkhai.publish.workers import MANY, NoClusterError, workers
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.render.notices.render import render, render_many
from congkhai.render.notices.templates import Templates
from tests.cluster import two_workers
from tests.notices.samples import ROOT

_ELSEWHERE = """
import hashlib, json, sys
from datetime import date
from pathlib import Path
from congkhai.derive.office import Office
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.press import Press
from congkhai.render.notices.templates import Templates
from congkhai.source.load import load
templates = Templates.read(Path(sys.argv[1]) / "site_config/notices")
wanted = set(sys.argv[2:])
with Press(templates) as press:
    office = Office(load(Path(sys.argv[1])).repository, date(2026, 11, 22))
    found = [n for n in notices(office) if n.name.address in wanted]
    print(json.dumps({n.address: [n.key(templates), hashlib.sha256(press.print(n)).hexdigest()] for n in found}))
"""


@pytest.fixture(scope="module")
def alone(press: Press, one_of_each: Mapping[str, Notice]) -> Mapping[str, bytes]:
    """One file of every kind by address, printed in this process one by one."""
    return {notice.address: bytes(press.print(notice)) for notice in one_of_each.values()}


def test_elsewhere(alone: Mapping[str, bytes], one_of_each: Mapping[str, Notice], templates: Templates, tmp_path: Path):
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "12345",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C.UTF-8",
        "TMPDIR": str(tmp_path),
        "HOME": str(tmp_path),
        "SOURCE_DATE_EPOCH": "1",
        "PYTHONPATH": str(ROOT / "generator"),
    }
    addresses = [n.address for n in one_of_each.values()]
    told = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE, str(ROOT), *addresses],
        check=True, capture_output=True, text=True, env=environment, cwd=tmp_path,
    )  # fmt: skip
    assert json.loads(told.stdout) == {
        n.address: [n.key(templates), hashlib.sha256(alone[n.address]).hexdigest()] for n in one_of_each.values()
    }


@pytest.mark.parametrize("workers", [1, 4])
def test_over_threads(
    alone: Mapping[str, bytes], one_of_each: Mapping[str, Notice], templates: Templates, workers: int
):
    with ThreadPoolExecutor(workers) as executor:
        _same(executor, alone, list(one_of_each.values()) * 2, templates)


def test_over_a_cluster(alone: Mapping[str, bytes], one_of_each: Mapping[str, Notice], templates: Templates):
    """Two workers of dask.distributed in processes of their own give the same bytes."""
    found = [one_of_each[f"{kind}-a4"] for kind in ("procedure", "field", "plan", "budget")]
    watchers = list(gc.callbacks)
    with two_workers() as address, workers(address)(len(found)) as executor:
        _same(executor, alone, found * 3, templates)
        assert gc.callbacks == watchers, "a client must not watch how its process collects garbage"


def test_a_cluster_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch):
    distributed = pytest.importorskip("distributed")
    client = distributed.Client
    monkeypatch.setattr(distributed, "Client", lambda *given, timeout, **named: client(*given, timeout=1, **named))
    with pytest.raises(NoClusterError) as told, workers("tcp://127.0.0.1:9")(1):
        pass
    assert told.value.address == "tcp://127.0.0.1:9"


def test_many_go_to_processes_and_few_to_threads():
    with workers("")(1) as few, workers("")(MANY) as many:
        assert isinstance(few, ThreadPoolExecutor)
        assert isinstance(many, ProcessPoolExecutor)
        assert many.submit(os.getenv, "RAYON_NUM_THREADS").result() == "1"


def test_over_processes(alone: Mapping[str, bytes], one_of_each: Mapping[str, Notice], templates: Templates):
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        _same(executor, alone, list(one_of_each.values()) * 2, templates)


def test_what_was_taken_is_let_go(one_of_each: Mapping[str, Notice], templates: Templates):
    """However many notices there are, only what nobody has taken yet stays in memory."""
    futures: list[weakref.ref[Future[list[bytes]]]] = []

    class Printed(Executor):
        def submit(self, fn, /, notices, templates):  # type: ignore[no-untyped-def,override]
            future: Future[list[bytes]] = Future()
            future.set_result([b""] * len(notices))
            futures.append(weakref.ref(future))
            return future

    made = render_many([one_of_each["procedure-a4"]] * 200, Printed(), templates)
    for _ in range(150):
        next(made)
    kept = [future() is not None for future in futures]
    assert len(kept) > 5
    assert not any(kept[: len(kept) // 2])
    assert all(kept[-2:])


def _same(executor: Executor, alone: Mapping[str, bytes], found: list[Notice], templates: Templates) -> None:
    steps: list[int] = []
    made = list(render_many(found, executor, templates, steps.append))
    assert [notice for notice, _ in made] == found
    assert steps == list(range(1, len(found) + 1))
    assert all(data == alone[notice.address] for notice, data in made)


def test_one_alone(press: Press, one_of_each: Mapping[str, Notice], templates: Templates):
    notice = one_of_each["field-a4"]
    assert render(notice, templates) == press.print(notice)


def test_the_key_follows_what_is_printed(one_of_each: Mapping[str, Notice], templates: Templates):
    from dataclasses import replace

    notice = one_of_each["procedure-a4"]
    other = Templates({**templates.files, "lib/base.typ": templates.files["lib/base.typ"] + b"\n"})
    keys = {
        notice.key(templates),
        notice.key(other),
        replace(notice, code="00000-00000").key(templates),
        replace(notice, facts={**notice.facts, "name": "Khác"}).key(templates),
        replace(notice, imprint=replace(notice.imprint, colour="#003366")).key(templates),
    }
    assert len(keys) == 5
    assert notice.key(templates) == notice.key(Templates.read(ROOT / "site_config/notices"))


@pytest.mark.parametrize("tool", ["qr", "typefaces"])
def test_the_key_follows_what_draws_and_draws_nothing(
    one_of_each: Mapping[str, Notice], templates: Templates, monkeypatch: pytest.MonkeyPatch, tool: str
):
    def never(text: str) -> None:
        raise AssertionError(text)

    notice = one_of_each["procedure-a4"]
    monkeypatch.setattr("congkhai.render.notices.qr.qr_code", never)
    before = notice.key(templates)
    monkeypatch.setattr(f"congkhai.render.notices.{tool}.drawn_by", lambda: "another")
    assert notice.key(templates) != before
    with pytest.raises(AssertionError):
        notice.data({})
