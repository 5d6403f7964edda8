"""Printing notices: one, or any number over a pool of workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from itertools import islice

from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.press import Press
from congkhai.render.notices.templates import Templates

Printed = bytes | Refusal
_BATCH = 24
#: From so many characters on that it tells, a notice takes as long as twenty sheets.
_LONG = 100_000


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
    """Print notices through any executor (threads, processes, a cluster).

    They are yielded in an order that depends on nothing but them: long ones first, for one that is begun last keeps all
    others waiting; then the rest as they were given. One that is refused does not stop the others. `step` is told how
    many are done. Worker processes must be started by "spawn" or "forkserver": a copy of a process that has already
    printed would wait for threads it does not have.
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
    """Some at a time; first those alone that take as long as many others, as booklets and lists do, longest first."""
    found = [(_size(notice), notice) for notice in notices]
    long = sorted((one for one in found if one[0] >= _LONG), key=lambda one: one[0], reverse=True)
    yield from ([notice] for _, notice in long)
    rest = (notice for size, notice in found if size < _LONG)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _size(notice: Notice) -> int:
    """How many characters a notice tells, about."""
    return sum(len(str(one.facts)) + len(str(one.rows)) for one in (notice, *notice.parts))


def _print_batch(notices: list[Notice], templates: Templates) -> list[Printed]:
    with Press(templates) as press:
        return [press.print(notice) for notice in notices]
