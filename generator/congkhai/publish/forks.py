"""Copies of this process that do a part of its work: they know all that it knows, so that nothing is read again.

A copy is made by forking, which is safe only where no other thread may hold a lock at that moment: on Linux, in a
process of one thread. Anywhere else the work is done here, to the same result.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from typing import TypeVar, cast

_R = TypeVar("_R")

#: From so many pieces of work on, making copies costs less than what it saves.
MANY = 400
#: How many pieces of work a copy does before it hands them over.
_BATCH = 100

_work: ContextVar[Callable[[tuple[str, ...]], object]] = ContextVar("_work")


def shared(
    work: Callable[[tuple[str, ...]], _R], names: Sequence[str], begin: Callable[[], None] = lambda: None
) -> Iterator[_R]:
    """What copies make of pieces of work, in order, some at a time; nothing of those that are better done here.

    Each copy does `begin` once. `work` may be anything, for a copy has it already; what it gives is pickled. Its
    exceptions are raised here.
    """
    count = _processors()
    if len(names) < MANY or count < 2 or not _may_be_copied():
        return
    import multiprocessing  # slow to load, and only wanted when there is very much to do
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    batches = [tuple(names[start : start + _BATCH]) for start in range(0, len(names), _BATCH)]
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(begin, work)) as executor:
        try:
            yield from cast("Iterator[_R]", executor.map(_do, batches))
        except BrokenProcessPool:  # a copy was killed, as by a lack of memory: what is missing is done here
            return


def _begin(begin: Callable[[], None], work: Callable[[tuple[str, ...]], object]) -> None:
    from multiprocessing import parent_process  # what began this has loaded it
    from multiprocessing.connection import wait

    parent = parent_process()
    assert parent is not None, "a copy was copied from something"

    def end_with_it() -> None:
        """A copy would hold the locks of a build that was killed."""
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=end_with_it, daemon=True).start()
    begin()
    _work.set(work)


def _do(names: tuple[str, ...]) -> object:
    return _work.get()(names)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _may_be_copied() -> bool:
    """Say whether this process has one thread, and is itself none of several workers."""
    from multiprocessing import parent_process  # slow to load, and seldom needed

    return parent_process() is None and len(os.listdir("/proc/self/task")) == 1
