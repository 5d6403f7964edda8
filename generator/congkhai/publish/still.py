"""Whether anything at all changed since a site was built. Nothing slow is loaded to find that out."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from congkhai.model.finding import Finding
from congkhai.publish.commit import Committed
from congkhai.publish.manifest import NAME
from congkhai.publish.program import program
from congkhai.publish.request import Request, Result
from congkhai.source.head import head
from congkhai.source.shelf import Shelf
from congkhai.source.survey import Survey, survey

_SITE = "sealed site"
_CHECK = "sealed check"


class _Site(NamedTuple):
    """A site as it was built: what it was asked for, what it was made from, its files, and what was told."""

    asked: str
    inputs: str
    files: dict[str, tuple[int, int]]
    result: Result


def sealed(request: Request) -> Result | None:
    """What the last build told, if the same build now would write nothing; None when it must be looked at."""
    start = time.perf_counter()
    with Shelf(request.state, program()) as shelf:
        kept = shelf.about(_SITE)
    if kept is None:
        return None
    site = _Site(*pickle.loads(kept))  # noqa: S301 - written by ourselves, its checksum is right
    seen = survey(request.root)
    if site.asked != _asked(request) or site.inputs != _inputs(request, seen) or not _whole(request, site.files):
        return None
    committed = Committed(0, len(site.files) - 1, 0)
    seconds = {"look": time.perf_counter() - start}
    return replace(site.result, committed=committed, vanished=(), forgotten=(), recorded=0, seconds=seconds)


def seal(request: Request, seen: Survey, paths: Mapping[str, str], result: Result) -> Mapping[str, bytes]:
    """What to keep so that the next build can see that nothing changed; nothing when that could not be told.

    `seen` is how the inputs were when the build began, `paths` are the files of the site.
    """
    if result.refusals or not seen.settled:
        return {}
    files = {path: _stamp(os.path.join(request.site, path)) for path in (*paths, NAME)}
    site = _Site(_asked(request), _inputs(request, seen), files, result)
    return {_SITE: pickle.dumps(tuple(site), protocol=5)}


def checked(request: Request) -> tuple[list[Finding], int] | None:
    """The findings of the last check and how many records there were; None when something has changed since."""
    with Shelf(request.state, program()) as shelf:
        kept = shelf.about(_CHECK)
    if kept is None:
        return None
    inputs, findings, records = pickle.loads(kept)  # noqa: S301 - written by ourselves, its checksum is right
    return (findings, records) if inputs == _inputs(request, survey(request.root)) else None


def seal_check(request: Request, seen: Survey, findings: list[Finding], records: int) -> Mapping[str, bytes]:
    """What to keep so that the next check can see that nothing changed."""
    if not seen.settled:
        return {}
    return {_CHECK: pickle.dumps((_inputs(request, seen), findings, records), protocol=5)}


def _asked(request: Request) -> str:
    # Versions are recorded in the office's own repository: that is looked at each time.
    return repr(replace(request, record=False, alone=False)) if not request.record else ""


def _inputs(request: Request, seen: Survey) -> str:
    return f"{request.day} {head(request.root)} {seen.digest()}"


def _whole(request: Request, files: Mapping[str, tuple[int, int]]) -> bool:
    site = os.fspath(request.site)
    return all(_stamp(f"{site}/{path}") == stamp for path, stamp in files.items())


def _stamp(path: str) -> tuple[int, int]:
    try:
        about = os.stat(path)
    except OSError:
        return -1, -1
    return about.st_size, about.st_mtime_ns
