"""A cluster of dask.distributed on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: Says where its scheduler listens and stays until nobody holds its input any more.
_CLUSTER = """
import sys
from distributed import LocalCluster
with LocalCluster(
    n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", silence_logs=50
) as cluster:
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
"""


@contextmanager
def two_workers() -> Iterator[str]:
    """The address of a scheduler with two workers; the test is skipped where dask is not installed.

    The scheduler has a process of its own, as in an office's cluster: it hooks itself into the collection of garbage,
    and fails where another thread is collecting at that moment.
    """
    pytest.importorskip("distributed")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'generator'}{os.pathsep}{ROOT}"}
    with subprocess.Popen(
        [sys.executable, "-c", _CLUSTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address, "the cluster did not begin"
        yield address
