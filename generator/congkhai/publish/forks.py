"""Copies of this process that do a part of its work: they know all that it knows, so that nothing is read again.

A copy is made by forking, which is safe only where no other thread may hold a lock at that moment: on Linux, in a
process of one thread. Anywhere else the work is done here, to the same result.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from typing import TypeVar, cast

_R = TypeVar("_R")

#: From so many pieces of work on, making copies costs less than what it saves.
MANY = 400
#: How many pieces of work a copy does before it hands them over.
_BATCH = 100

_work: ContextVar[Callable[[tuple[str, ...]], object]] = ContextVar("_work")


def are_many(names: Sequence[str]) -> bool:
    """Say whether there is so much to do that copies may save time."""
    return len(names) >= MANY


def shared(
    work: Callable[[tuple[str, ...]], _R], names: Sequence[str], begin: Callable[[], None] = lambda: None
) -> Iterator[_R]:
    """What copies make of pieces of work, in order, some at a time; nothing of those that are better done here.

    They work from now on; who lets go of what they make before its end calls off the rest. Each copy does `begin`
    once. `work` may be anything, for a copy has it already; what it gives is pickled. Its exceptions are raised here.
    """
    if not are_many(names) or not may_be_copied():
        return iter(())
    made = _made(work, names, begin)
    next(made)
    return cast("Iterator[_R]", made)


def _made(
    work: Callable[[tuple[str, ...]], object], names: Sequence[str], begin: Callable[[], None]
) -> Iterator[object]:
    """Nothing once the copies work; then what they make."""
    import multiprocessing  # slow to load, and only wanted when there is very much to do
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    batches = [tuple(names[start : start + _BATCH]) for start in range(0, len(names), _BATCH)]
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(_processors(), mp_context=context, initializer=_begin, initargs=(begin, work)) as executor:
        awaited = deque(executor.submit(_do, batch) for batch in batches)
        try:
            yield None
            while awaited:
                yield awaited.popleft().result()
        except BrokenProcessPool:  # a copy was killed, as by a lack of memory: what is missing is done here
            return
        finally:
            for one in awaited:
                one.cancel()


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


def may_be_copied() -> bool:
    """Say whether a copy would run beside this process, which must have one thread and be none of several workers."""
    if _processors() < 2 or len(os.listdir("/proc/self/task")) > 1:
        return False
    if "multiprocessing" not in sys.modules:  # slow to load, and a worker has it
        return True
    from multiprocessing import parent_process

    return parent_process() is None
