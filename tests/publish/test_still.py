"""When nothing changed nothing is done, and nothing slow is loaded to find that out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.offices import TODAY, lay_out

from congkhai.publish.build import build
from congkhai.publish.checking import check_again
from congkhai.publish.request import Request
from congkhai.publish.still import checked, sealed
from congkhai.source.survey import SETTLED
from congkhai.source.tracked import claim

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Request:
    root = lay_out(tmp_path_factory.mktemp("still") / "office")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    time.sleep(2 * SETTLED / 1e9)
    request = Request(root, root.parent / "site", root / ".congkhai", TODAY, with_notices=False, with_search=False)
    claim(request.state)
    assert build(request).committed
    return request


def test_a_build_of_the_same_is_told_from_the_last(made: Request) -> None:
    told = sealed(made)
    assert told is not None
    assert told.committed is not None
    assert (told.committed.written, told.committed.removed) == (0, 0)
    assert told.records == build(made).records


@pytest.mark.parametrize(
    "asked",
    [
        lambda request: replace(request, day=request.day + timedelta(1)),
        lambda request: replace(request, with_search=True),
        lambda request: replace(request, with_notices=True),
        lambda request: replace(request, site=request.site / "anders"),
        lambda request: replace(request, record=True),
    ],
)
def test_another_build_is_made(made: Request, asked: Callable[[Request], Request]) -> None:
    assert sealed(made) is not None
    assert sealed(asked(made)) is None


@pytest.mark.parametrize(
    "path", ["content/fields/ho-tich.yml", "mkdocs.yml", "site_config/templates/a.j2", "docs/a.md"]
)
def test_a_changed_input_is_seen(made: Request, path: str) -> None:
    file = made.root / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((before or b"") + b"\n")
    assert sealed(made) is None
    file.unlink() if before is None else file.write_bytes(before)
    build(made)
    time.sleep(2 * SETTLED / 1e9)
    build(made)
    assert sealed(made) is not None


def test_a_file_that_somebody_took_out_of_the_site_is_made_again(made: Request) -> None:
    page = made.site / "thu-tuc/index.html"
    before = page.read_bytes()
    page.unlink()
    assert sealed(made) is None
    build(made)
    assert page.read_bytes() == before


def test_a_check_of_the_same_is_told_from_the_last(made: Request) -> None:
    findings, records = check_again(made)
    assert checked(made) == (findings, records)
    assert checked(replace(made, day=made.day + timedelta(1))) is None
    os.utime(made.root / "content/fields/ho-tich.yml")
    assert checked(made) is None


def test_nothing_slow_is_loaded_when_nothing_changed(made: Request) -> None:
    build(made)
    time.sleep(2 * SETTLED / 1e9)
    build(made)
    words = (
        "import sys; from congkhai.cli.main import cli\n"
        "try:\n"
        f"    cli(['--root', {str(made.root)!r}, 'build', '--site', {str(made.site)!r}, '--no-notices', '--no-search', "
        f"'--date', '{TODAY}', '--quiet'])\n"
        "except SystemExit as done:\n"
        "    assert done.code == 0\n"
        "print(*sorted({'jinja2', 'yaml', 'typst', 'holidays', 'rapidfuzz'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == []
