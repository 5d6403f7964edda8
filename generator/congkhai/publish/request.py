"""What is asked of a build, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from congkhai.model.finding import Finding
from congkhai.publish.commit import Committed

if TYPE_CHECKING:
    from congkhai.render.notices.notice import Refusal

#: Told the name of a stage, and how many of how many steps are done.
Progress = Callable[[str, int, int], None]


class ChromeEngine(StrEnum):
    """The programs that can draw the chrome from one and the same tree; the value is the module's name."""

    MKDOCS = "mkdocs"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"


@dataclass(frozen=True, slots=True)
class Request:
    """What to build. `site` is where to; `state` keeps results that need not be made again.

    `scheduler` is the address of a cluster that prints; this machine does when it is empty. With `record` the versions
    of notices that the ledger lacks are written to it once the site stands. A build that is `alone` takes one thread
    and starts no workers of its own: it is itself the work of one of many.
    """

    root: Path
    site: Path
    state: Path
    day: date
    with_notices: bool = True
    with_search: bool = True
    engine: ChromeEngine = ChromeEngine.MKDOCS
    record: bool = False
    scheduler: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it. With an ERROR among the findings nothing was written and `committed` is None.

    It is `healed` when what an earlier build had kept was damaged and was made again. Of what is `unkept`, as on a full
    disk, the next build makes again what it needs: the site is right all the same.
    """

    findings: tuple[Finding, ...]
    records: int
    pages: int = 0
    notices: int = 0
    refusals: tuple[Refusal, ...] = ()
    committed: Committed | None = None
    vanished: tuple[str, ...] = ()
    forgotten: tuple[str, ...] = ()
    recorded: int = 0
    unrecorded: int = 0
    healed: bool = False
    unkept: bool = False
    seconds: Mapping[str, float] = field(default_factory=dict)


class Clock:
    """Seconds by stage: of the wall, and of this process."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done inside."""
        start = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start
