"""Printing notices: one, or any number over a pool of workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from itertools import groupby, islice

from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.press import Press
from congkhai.render.notices.templates import Templates

Printed = bytes | Refusal
_BATCH = 24


def render(notice: Notice, templates: Templates) -> Printed:
    """Print one notice: the bytes of its PDF file, or why it is refused."""
    with Press(templates) as press:
        return press.print(notice)


def render_many(
    notices: Iterable[Notice],
    executor: Executor,
    templates: Templates,
    step: Callable[[int], None] = lambda done: None,
) -> Iterator[tuple[Notice, Printed]]:
    """Print notices through any executor (threads, processes, a cluster) and yield them in their order.

    One that is refused does not stop the others. `step` is told how many are done. Worker processes must be started
    by "spawn" or "forkserver": a copy of a process that has already printed would wait for threads it does not have.
    """
    # What was yielded is let go: ten thousand files would fill the memory.
    waiting = deque((batch, executor.submit(_print_batch, batch, templates)) for batch in _batches(notices))
    done = 0
    while waiting:
        batch, future = waiting.popleft()
        for notice, printed in zip(batch, future.result(), strict=True):
            done += 1
            step(done)
            yield notice, printed


def _batches(notices: Iterable[Notice]) -> Iterator[list[Notice]]:
    """Some at a time; a booklet, which takes as long as hundreds of sheets, alone: no other waits behind it."""
    for alone, some in groupby(notices, key=lambda notice: bool(notice.parts)):
        while batch := list(islice(some, 1 if alone else _BATCH)):
            yield batch


def _print_batch(notices: list[Notice], templates: Templates) -> list[Printed]:
    with Press(templates) as press:
        return [press.print(notice) for notice in notices]
