"""Who works: threads for a few notices, processes for many, or the workers of a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module

#: Opens workers for that many notices.
Workers = Callable[[int], AbstractContextManager[Executor]]

#: From so many notices on, starting processes costs less than what threads lose by waiting for one another.
MANY = 400


class NoClusterError(Exception):
    """The cluster cannot be used. `missing` is the package to install, empty when nobody answers at the address."""

    def __init__(self, address: str, missing: str = "") -> None:
        super().__init__(address)
        self.address = address
        self.missing = missing


def local(count: int) -> AbstractContextManager[Executor]:
    """Workers on this machine, one for each of its processors."""
    return threads(os.cpu_count() or 1) if count < MANY else processes(count)


def threads(count: int) -> Executor:
    """So many threads of this process."""
    from concurrent.futures import ThreadPoolExecutor  # slow to load, and not always needed

    return ThreadPoolExecutor(count)


def processes(count: int) -> AbstractContextManager[Executor]:
    """Processes of this machine, one for each of its processors, for work that takes long.

    A copy of a process that has already printed would wait for threads that it does not have: each begins anew.
    """
    from concurrent.futures import ProcessPoolExecutor  # slow to load, and not always needed
    from multiprocessing import get_context

    most = min(max(count, 1), os.cpu_count() or 1)
    return ProcessPoolExecutor(most, mp_context=get_context("spawn"), initializer=one_thread)


def one_thread() -> None:
    """Let Typst keep to one thread in this process, where it has not printed yet: the other workers have the other
    processors, and threads that wait for work cost a seventh of all seconds.
    """
    os.environ.setdefault("RAYON_NUM_THREADS", "1")


def one(_count: int) -> AbstractContextManager[Executor]:
    """One thread, for a process that is itself one of many workers."""
    return threads(1)


def cluster(address: str) -> Workers:
    """The workers of a scheduler of dask.distributed, such as `tcp://10.0.0.5:8786`.

    Each must have this package in the same version. Opening them raises NoClusterError.
    """

    @contextmanager
    def opened(count: int) -> Iterator[Executor]:
        try:
            distributed = import_module("distributed")
        except ImportError as error:
            raise NoClusterError(address, "congkhai[cluster]") from error
        try:
            client = distributed.Client(address, timeout=10, set_as_default=False)
        except (OSError, ValueError) as error:
            raise NoClusterError(address) from error
        with client, client.get_executor(pure=False) as executor:
            yield executor

    return opened


def workers(scheduler: str) -> Workers:
    """The workers of a scheduler; those of this machine when it is empty."""
    return cluster(scheduler) if scheduler else local
