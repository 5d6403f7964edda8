"""Copies of the process do a part of its work, and nothing shows that they did.

Each case runs in a process of its own: that of the tests may have threads, and is then not copied.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.offices import TODAY, lay_out

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="needs Linux and two processors"
)

_BUILD = f"""
import sys
from datetime import date
from pathlib import Path
from congkhai.publish import build as building, forks, groups, inspection
from congkhai.publish.request import Request

root, alone = Path(sys.argv[1]), sys.argv[2] == "alone"
forks.MANY, forks._BATCH, inspection.MANY = 3, 2, 3
parcels = {{"read": 0, "checked": 0, "made": 0}}
share = forks.shared

def counted(name):
    def shared(*given):
        for parcel in share(*given):
            parcels[name] += 1
            yield parcel
    return shared

groups.shared, building.shared, inspection.shared = map(counted, ("made", "read", "checked"))
day = date({TODAY.year}, {TODAY.month}, {TODAY.day})
request = Request(root, root / "site", root / ".congkhai", day, with_notices=False, with_search=False, alone=alone)
result = building.build(request)
print(*parcels.values())
told = (f"{{one.code}} {{one.path}} {{one.field}} {{one.params}}" for one in result.findings)
print(*told, sep="\\n")
"""
_SHARE = """
import os, sys, time
from congkhai.publish import forks

forks.MANY, forks._BATCH = 2, 2

def work(names):
    {work}
    return names

names = [str(number) for number in range(8)]
print(*(name for part in forks.shared(work, names) for name in part), flush=True)
"""
_BESIDE = """
import os, sys, time
from pathlib import Path
from congkhai.publish import forks

forks.MANY, forks._BATCH = 2, 1
folder = Path(sys.argv[1])

def work(names):
    time.sleep(.2)
    (folder / names[0]).touch()
    return names

parts = forks.shared(work, [str(number) for number in range(40)])
while not list(folder.iterdir()):
    time.sleep(.01)
print("begun")
del parts
print(len(list(folder.iterdir())) < 20, flush=True)
"""


def _run(code: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _bytes(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _times(site: Path) -> dict[str, int]:
    return {str(path.relative_to(site)): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def test_what_copies_make_is_what_one_process_makes(tmp_path: Path) -> None:
    one, many = tmp_path / "one", tmp_path / "many"
    for root in (one, many):
        lay_out(root)
        shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    assert _run(_BUILD, str(one), "alone").split("\n")[0] == "0 0 0"
    assert all(int(parcels) > 3 for parcels in _run(_BUILD, str(many), "together").split("\n")[0].split())
    assert _bytes(many / "site") == _bytes(one / "site")


def test_what_copies_find_is_what_one_process_finds(tmp_path: Path) -> None:
    root = tmp_path / "office"
    lay_out(root)
    record = next((root / "content/procedures").rglob("*.yml"))
    text = record.read_text("utf-8")
    for number in range(6):
        told = f"conditions: Người bị tâm thần là Nguyễn Văn An, số 091234567{number}.\n"
        code = f"1.00999{number}"
        (record.parent / f"{code}.yml").write_text(text.replace(record.stem, code) + told, "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    together, *found = _run(_BUILD, str(root), "together").split("\n")
    shutil.rmtree(root / ".congkhai")
    alone, *found_alone = _run(_BUILD, str(root), "alone").split("\n")
    assert int(together.split()[1]) > 3
    assert alone == "0 0 0"
    assert found == found_alone
    assert sum("CN104" in line for line in found) > 3


def test_what_copies_made_is_remembered_as_if_one_had_made_it(tmp_path: Path) -> None:
    root = tmp_path / "office"
    lay_out(root)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    _run(_BUILD, str(root), "together")
    before = _times(root / "site")
    record = next((root / "content/procedures").rglob("*.yml"))
    record.write_text(record.read_text("utf-8") + "\n# nothing that a page shows\n", "utf-8")
    assert _run(_BUILD, str(root), "together").split("\n")[0] == "0 0 0"
    assert _times(root / "site") == before


def test_the_work_comes_back_in_order() -> None:
    assert _run(_SHARE.format(work="pass")) == "0 1 2 3 4 5 6 7"


def test_copies_work_before_they_are_asked_and_not_when_nobody_wants_to_know(tmp_path: Path) -> None:
    assert _run(_BESIDE, str(tmp_path)) == "begun\nTrue"


def test_a_copy_that_is_killed_leaves_its_work_undone() -> None:
    told = _run(_SHARE.format(work="if '4' in names: time.sleep(.5); os.kill(os.getpid(), 9)")).split()
    assert told == list("01234567")[: len(told)]
    assert "4" not in told


def test_an_error_in_a_copy_is_an_error_of_the_whole() -> None:
    code = _SHARE.format(work="if '4' in names: raise OSError(28, 'No space left on device')")
    with pytest.raises(AssertionError, match="No space left on device"):
        _run(code)


def test_few_pieces_and_processes_with_threads_are_not_shared() -> None:
    assert _run(_SHARE.format(work="pass").replace("range(8)", "range(1)")) == ""
    threads = "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
    assert _run(threads + _SHARE.format(work="pass")) == ""


def test_copies_end_with_a_process_that_is_killed() -> None:
    """They hold its locks otherwise, and the next build waits for ever."""
    # Whole lines: two copies write into one pipe.
    code = _SHARE.format(work="os.write(1, str(os.getpid()).encode() + bytes([10])); time.sleep(600)")
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
    )  # fmt: skip
    assert process.stdout is not None
    copies = [int(process.stdout.readline()) for _ in range(2)]
    process.send_signal(signal.SIGKILL)
    process.wait()
    for _ in range(200):
        if not any(Path(f"/proc/{copy}").exists() for copy in copies):
            break
        time.sleep(0.05)
    process.stdout.close()
    assert not [copy for copy in copies if Path(f"/proc/{copy}").exists()]
