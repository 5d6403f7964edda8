"""How the files of a site stand, looked at by a copy of the process or here: the same either way."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from congkhai.publish.commit import commit
from congkhai.publish.output import Output
from congkhai.publish.standing import ahead, standing

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
#: In a process of its own: that of the tests may have threads, and is then not copied.
_AHEAD = """
import os, sys
from pathlib import Path
from congkhai.publish import standing

site, copies, fork = Path(sys.argv[1]), [], os.fork
os.fork = lambda: copies.append(fork()) or copies[-1]
looked = standing.ahead(site)
if sys.argv[2] == "changed":
    (site / "manifest.json").write_text("{}")
print(len(copies), looked() == standing.standing(site), len(standing.standing(site).files))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    commit(tmp_path / "site", {f"{n}.txt": Output(f"{n}.txt", b"a" * n) for n in range(5)}, DAY)
    return tmp_path / "site"


def test_all_files_of_the_manifest_are_looked_at(site: Path) -> None:
    (site / "1.txt").unlink()
    (site / "2.txt").write_bytes(b"other")
    seen = standing(site)
    assert [seen.marks[f"{n}.txt"][0] for n in range(5)] == [0, -1, 5, 3, 4]
    assert seen.files["2.txt"].size == 2
    assert seen == ahead(site)()


def test_a_folder_that_is_no_site_has_no_files(tmp_path: Path) -> None:
    assert ahead(tmp_path / "none")() == (b"", {}, {}, {})


@pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="needs Linux and two processors"
)
@pytest.mark.parametrize(("what", "files"), [("same", 5), ("changed", 0)])
def test_a_copy_sees_the_same_unless_the_site_has_changed_since(site: Path, what: str, files: int) -> None:
    command = [sys.executable, "-c", _AHEAD, str(site), what]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == ["1", "True", str(files)]
