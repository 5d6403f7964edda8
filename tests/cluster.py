"""A cluster of dask.distributed on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


@contextmanager
def two_workers() -> Iterator[Any]:
    """A cluster of two workers in processes of their own; the test is skipped where dask is not installed."""
    distributed, dask = pytest.importorskip("distributed"), pytest.importorskip("dask")
    environment = {"PYTHONPATH": f"{ROOT / 'generator'}{os.pathsep}{ROOT}"}
    with (
        dask.config.set({"distributed.nanny.pre-spawn-environ": environment}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", silence_logs=50
        ) as cluster,
    ):
        yield cluster
