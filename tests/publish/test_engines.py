"""The program that draws the chrome can be another one; one that is not installed is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.offices import TESTS, Case

from congkhai.cli.main import cli
from congkhai.publish import engines
from congkhai.publish.engines import EngineMissingError
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
