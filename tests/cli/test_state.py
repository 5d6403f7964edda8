"""Kept results are trusted, code among them, so they are not taken from a repository that others write to."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from congkhai.cli import main


def _git(root: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def poisoned(office: Path) -> Path:
    (office / ".congkhai").mkdir(exist_ok=True)
    (office / ".congkhai/congkhai.db").write_bytes(b"anything")
    _git(office, "init", "-q")
    _git(office, "add", "-f", ".congkhai/congkhai.db")
    return office


@pytest.mark.parametrize("command", [["check"], ["build", "--quiet"], ["notices", "--out", "in"]])
def test_tracked_results_are_refused(poisoned: Path, command: list[str]) -> None:
    result = CliRunner().invoke(main.cli, ["--root", str(poisoned), *command])
    assert result.exit_code == 2
    assert "git rm -r --cached .congkhai" in result.output
    assert (poisoned / ".congkhai/congkhai.db").read_bytes() == b"anything"


def test_a_tracked_link_in_its_place_is_refused(office: Path) -> None:
    (office / "content/elsewhere").mkdir()
    (office / ".congkhai").symlink_to("content/elsewhere")
    _git(office, "init", "-q")
    _git(office, "add", "-f", ".congkhai")
    assert CliRunner().invoke(main.cli, ["--root", str(office), "check"]).exit_code == 2


def test_an_office_below_the_top_of_its_repository(poisoned: Path) -> None:
    inner = poisoned / "inner"
    inner.mkdir()
    (inner / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    result = CliRunner().invoke(main.cli, ["--root", str(inner), "check"])
    assert "git rm" not in result.output


def test_results_that_git_ignores_are_used(office: Path) -> None:
    _git(office, "init", "-q")
    (office / ".gitignore").write_text(".congkhai/\n", "utf-8")
    for _ in range(2):
        assert CliRunner().invoke(main.cli, ["--root", str(office), "check"]).exit_code == 0


@pytest.mark.parametrize("place", [".", "..", "content", "content/fees", ".git/x"])
def test_a_site_is_not_built_into_the_data(office: Path, place: str) -> None:
    before = sorted(office.rglob("*"))
    result = CliRunner().invoke(main.cli, ["--root", str(office), "build", "--quiet", "--site", str(office / place)])
    assert result.exit_code == 2
    assert [path for path in sorted(office.rglob("*")) if ".congkhai" not in path.parts] == before
