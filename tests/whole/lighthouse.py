"""Lighthouse's judgement of pages, as a telephone on a slow network would load them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.requirements import judge, program
from tests.whole.compressed import public

#: How often a page may be measured until it is fast enough: a busy machine only ever makes it slower.
_TRIES = 8


@dataclass(frozen=True)
class Verdict:
    """What Lighthouse says of a page: scores of 100 by category, and the audits that cost points."""

    page: str
    scores: Mapping[str, int]
    failed: Mapping[str, str]


def verdicts(site: Path, pages: Iterable[str]) -> Iterator[Verdict]:
    """Judge pages of a built site, served as the public gets it."""
    node = program("node", package="nodejs")
    chromium = program("chromium", "chromium-browser", package="chromium")
    judge("lighthouse/package.json")
    script = Path(__file__).parents[1] / "judges" / "lighthouse.mjs"
    with public(site) as address:
        told = subprocess.run(
            [node, str(script), chromium, str(_TRIES)],
            input="".join(f"{address}{page}\n" for page in pages),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    assert told.returncode == 0, told.stderr
    for line in told.stdout.splitlines():
        found = json.loads(line)
        yield Verdict(found["address"].removeprefix(address), found["scores"], found["failed"])
