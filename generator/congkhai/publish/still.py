"""Whether anything at all changed since a site was built. Nothing slow is loaded to find that out."""

from __future__ import annotations

import marshal
import os
import pickle
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from congkhai.model.finding import Finding
from congkhai.publish.commit import Committed
from congkhai.publish.program import program
from congkhai.publish.request import Request, Result
from congkhai.publish.standing import stamp_of
from congkhai.source.head import head
from congkhai.source.shelf import Shelf
from congkhai.source.survey import Survey, survey

_SITE, _FILES = "sealed site", "sealed files"
_CHECK = "sealed check"


class _Site(NamedTuple):
    """A site as it was built: what it was asked for, what it was made from, and what was told. Its files stand apart:
    nobody reads of them when anything else has changed.
    """

    asked: str
    inputs: str
    result: bytes


def sealed(request: Request, seen: Survey | None = None) -> Result | None:
    """What the last build told, if the same build now would write nothing; None when it must be looked at.

    `seen` is how the inputs stand, if that is known already.
    """
    start = time.perf_counter()
    with Shelf(request.state, program()) as shelf:
        kept = shelf.about(_SITE)
        if kept is None:
            return None
        site = _Site(*marshal.loads(kept))  # noqa: S302 - written by ourselves, its checksum is right
        if site.asked != _asked(request) or site.inputs != _inputs(request, seen or survey(request.root)):
            return None
        told = shelf.about(_FILES)
    files: dict[str, tuple[int, int]] = marshal.loads(told) if told else {}  # noqa: S302 - the same
    if not files or not _whole(request, files):
        return None
    committed = Committed(0, len(files) - 1, 0)
    seconds = {"look": time.perf_counter() - start}
    result: Result = pickle.loads(site.result)  # noqa: S301 - the same
    return replace(result, committed=committed, vanished=(), forgotten=(), recorded=0, healed=False, seconds=seconds)


def seal(request: Request, seen: Survey, files: Mapping[str, tuple[int, int]], result: Result) -> Mapping[str, bytes]:
    """What to keep so that the next build can see that nothing changed; nothing when that could not be told.

    `seen` is how the inputs were when the build began, `files` are the sizes and times of the files of
    the site.
    """
    if not seen.settled:
        return {}
    site = _Site(_asked(request), _inputs(request, seen), pickle.dumps(result, protocol=5))
    return {_SITE: marshal.dumps(tuple(site)), _FILES: marshal.dumps(dict(files))}


def checked(request: Request, seen: Survey | None = None) -> tuple[list[Finding], int] | None:
    """The findings of the last check and how many records there were; None when something has changed since."""
    with Shelf(request.state, program()) as shelf:
        kept = shelf.about(_CHECK)
    if kept is None:
        return None
    inputs, findings, records = pickle.loads(kept)  # noqa: S301 - written by ourselves, its checksum is right
    return (findings, records) if inputs == _inputs(request, seen or survey(request.root)) else None


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
    return all(stamp_of(f"{site}/{path}") == stamp for path, stamp in files.items())
