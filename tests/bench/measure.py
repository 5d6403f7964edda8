"""What is measured: processor seconds of this process, its children or one command, and the memory that they hold."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Spent:
    """Seconds of processors and of the wall."""

    cpu: float = 0.0
    wall: float = 0.0


@dataclass(frozen=True)
class Line:
    """A figure with its unit. `bound` says what is asked of it, `kept` whether it holds: None where nothing is."""

    what: str
    value: float
    unit: str
    bound: str = ""
    kept: bool | None = None


@contextmanager
def spent() -> Iterator[Spent]:
    """What is spent inside, by this process, by the children that ended, and by those that still live."""
    found = Spent()
    start, before = time.perf_counter(), _cpu()
    yield found
    found.cpu, found.wall = _cpu() - before, time.perf_counter() - start


def _cpu() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(map(_seconds, _descendants(os.getpid())))


def _descendants(process: int) -> Iterator[int]:
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:  # the thread ended since
            continue
        for child in map(int, found):
            yield child
            yield from _descendants(child)


def _seconds(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS


def memory() -> float:
    """Megabytes that this process and all that it started hold now."""
    return sum(_held(process) for process in (os.getpid(), *_descendants(os.getpid()))) * _PAGE / 1_000_000


def _held(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the wall and of processors, and megabytes."""

    wall: float
    cpu: float
    memory: float


def _as_in_an_office(environment: Mapping[str, str]) -> dict[str, str]:
    """Python keeps what it compiled, whatever this machine says: an office does not compile at each command."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, **environment}


def cost(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> Cost:
    """Run a command in a folder. Raises RuntimeError with what it said when it fails.

    What earlier ones wrote reaches the disk before, and is not counted to this one.
    """
    log = folder / ".bench.log"
    os.sync()
    start = time.perf_counter()
    with log.open("wb") as said:
        told = _as_in_an_office(environment or {})
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env=told)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command}: {log.read_text('utf-8', 'replace')[-2000:]}")
    log.unlink()
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def middle(costs: Iterable[Cost]) -> Cost:
    """The one in the middle by the wall: of short commands one alone tells little."""
    found = sorted(costs, key=lambda one: one.wall)
    return found[len(found) // 2]
