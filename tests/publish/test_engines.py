"""The program that draws the chrome can be another one; one that is not installed is named."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.offices import TESTS, Case

from congkhai.cli.main import cli
from congkhai.publish import engines
from congkhai.publish.engines import EngineError, EngineMissingError
from congkhai.publish.request import ChromeEngine


@pytest.fixture
def office(tmp_path: Path) -> Path:
    root = Case(TESTS / "good" / "two-offices").lay_out(tmp_path / "office")
    shutil.copy(TESTS.parent / "mkdocs.yml", root)
    return root


def test_a_program_that_is_not_installed_is_named(office: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    with pytest.raises(EngineMissingError, match="zensical"):
        engines.versions(ChromeEngine.ZENSICAL)
    result = CliRunner().invoke(
        cli, ["--root", str(office), "build", "--date", "2026-11-22", "--no-notices", "--engine", "zensical"]
    )
    assert result.exit_code == 1
    assert 'chưa cài zensical; chạy: pip install "congkhai[zensical]"' in result.output
    assert not (office / "site").exists()


@pytest.mark.parametrize("engine", ChromeEngine)
def test_an_office_is_built_with_each_engine(office: Path, engine: ChromeEngine):
    arguments = [
        "--root",
        str(office),
        "build",
        "--date",
        "2026-11-22",
        "--no-notices",
        "--no-search",
        "--engine",
        engine.value,
    ]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    page = (office / "site/xa-khac/can-bo/chu-tich/index.html").read_text("utf-8")
    assert 'class="md-header' in page
    assert "ck-lead" in page


def test_a_project_that_is_refused_says_why():
    with pytest.raises(EngineError, match="mkdocs: .*site_name"):
        engines.draw({"mkdocs.yml": b"docs_dir: docs\n", "docs/index.md": b"# Xin\n"})


def test_a_project_that_nobody_wants_any_more_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    slow = b"import time\ntime.sleep(600)\n"
    tree = {"mkdocs.yml": b"site_name: a\nhooks: [slow.py]\n", "slow.py": slow, "docs/index.md": b"# Xin\n"}
    started = time.monotonic()
    with engines.drawing(tree, ChromeEngine.MKDOCS):
        assert list(tmp_path.iterdir())
    assert time.monotonic() - started < 300
    assert not list(tmp_path.iterdir())


def test_mistakes_in_records_are_told_before_what_prevents_the_chrome(office: Path):
    (office / "mkdocs.yml").unlink()
    unit = next((office / "content/units").rglob("*.yml"))
    unit.write_text(unit.read_text("utf-8") + "\nnonsense: 1\n", "utf-8")
    build = ["--root", str(office), "build", "--date", "2026-11-22", "--no-notices", "--no-search"]
    result = CliRunner().invoke(cli, build)
    assert result.exit_code == 1
    assert "YM130" in result.output
    unit.write_text(unit.read_text("utf-8").replace("\nnonsense: 1\n", ""), "utf-8")
    result = CliRunner().invoke(cli, build)
    assert result.exit_code == 1
    assert "YM130" not in result.output
