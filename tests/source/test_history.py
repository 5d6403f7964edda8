"""What git remembers of files."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from congkhai.source.history import last_changes
from tests.requirements import program


def test_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert last_changes(tmp_path) == {}
    monkeypatch.setenv("PATH", "")
    assert last_changes(tmp_path) == {}


def test_the_last_change_of_each_file(tmp_path: Path) -> None:
    program("git", package="git")
    names = {
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@a.vn",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@a.vn",
    }
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*words: str, day: str = "2026-01-01") -> None:
        dates = {"GIT_AUTHOR_DATE": f"{day}T23:30:00+07:00", "GIT_COMMITTER_DATE": f"{day}T23:30:00+07:00"}
        subprocess.run(
            ["git", *words], cwd=tmp_path, check=True, capture_output=True, env={**os.environ, **names, **own, **dates}
        )

    folder = tmp_path / "content"
    folder.mkdir()
    git("init", "-q")
    (folder / "hộ tịch.yml").write_text("a: 1\n")
    (folder / "b.yml").write_text("a: 1\n")
    git("add", ".")
    git("commit", "-qm", "one", day="2026-01-05")
    (folder / "b.yml").write_text("a: 2\n")
    git("commit", "-qam", "two", day="2026-02-07")
    assert last_changes(tmp_path) == {"content/hộ tịch.yml": date(2026, 1, 5), "content/b.yml": date(2026, 2, 7)}
