"""What a command costs: its own time, that of the processes that it starts, and the most memory one of them held."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the wall and of processors, and megabytes."""

    wall: float
    cpu: float
    memory: float


def cost(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> Cost:
    """Run a command in a folder. Raises RuntimeError with what it said when it fails."""
    log = folder / ".bench.log"
    start = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, env={**os.environ, **(environment or {})}
        )
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command}: {log.read_text('utf-8', 'replace')[-2000:]}")
    log.unlink()
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
