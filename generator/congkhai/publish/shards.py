"""Many offices, each in a repository of its own, built by as many workers as there are.

A worker is a process of this machine or of a cluster: whatever stands behind a `concurrent.futures.Executor`. A shard
is one repository, and shares nothing with another: there is nothing to merge, and a site is the same bytes wherever it
was made. A worker that dies leaves its site as it was, and whoever takes over its shard begins anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from congkhai.publish import engines
from congkhai.publish.build import build
from congkhai.publish.request import Request, Result
from congkhai.publish.still import sealed

#: What each repository has at its top.
_MARK = "mkdocs.yml"


class OtherProgramError(Exception):
    """A worker has other versions of what makes a site: its bytes would be others. The text names both."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a shard: a result, or the error that it ended with."""

    request: Request
    result: Result | None
    error: BaseException | None = None


def repositories(folder: Path) -> Iterator[Path]:
    """The repositories below a folder, at any depth but not inside one another, in the order of their paths."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if _MARK in names:
            folders.clear()
            yield Path(place)


def build_shards(
    requests: Sequence[Request], executor: Executor, step: Callable[[int, int], None] = lambda done, total: None
) -> Iterator[Built]:
    """Build every shard and yield what came of it, in their order. One that fails stops no other.

    The executor's workers must see the folders of the requests under the same paths and have the same versions of this
    package and of the programs it uses.
    """
    futures = [
        executor.submit(build_shard, replace(request, alone=True), engines.versions(request.engine))
        for request in requests
    ]
    for done, (request, future) in enumerate(zip(requests, futures, strict=True), 1):
        error = future.exception()
        step(done, len(requests))
        yield Built(request, None if error else future.result(), error)


def build_shard(request: Request, versions: tuple[str, ...]) -> Result:
    """Build one shard, as a worker does. Raises OtherProgramError, and what `build` raises."""
    own = engines.versions(request.engine)
    if own != versions:
        raise OtherProgramError(
            f"{', '.join(sorted({*own} - {*versions}))} ≠ {', '.join(sorted({*versions} - {*own}))}"
        )
    return sealed(request) or build(request)
