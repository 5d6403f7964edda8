"""A new posting: its number, its place in the repository, and the time that the law asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from congkhai.check.minimum import Minimum, minimum
from congkhai.model.duty_terms import PostingEnd
from congkhai.model.kinds import KINDS
from congkhai.model.posting import Board, Posting
from congkhai.model.unit import Unit
from congkhai.source.repository import Key, Repository, Source

_DAY = timedelta(days=1)
_OFFICES = "content/offices"


@dataclass(frozen=True, slots=True)
class Term:
    """How long to post: a number of days, or None for a standing posting; and the duty that says so, if one does."""

    days: int | None
    because: Minimum | None = None


def usual_term(
    repository: Repository,
    item: Source,
    boards: Iterable[Board],
    office: Unit,
    start: date,
    is_working: Callable[[date], bool],
) -> Term | None:
    """The time that the duties of an item ask for on its boards, the longest; None when no law speaks of it.

    A site alone shows what it shows as long as it stands. Working days are brought to calendar days from `start`.
    """
    kinds = {board.kind for board in boards}
    asked = [one for kind in kinds if (one := minimum(repository, item, kind, office, start))]
    counted = [one for one in asked if one.posting.until in {PostingEnd.DAYS, PostingEnd.WORKING_DAYS}]
    if counted:
        terms = [Term(_calendar_days(one, start, is_working), one) for one in counted]
        return max(terms, key=lambda term: term.days or 0)
    if asked:
        return Term(None, asked[0])
    return None if any(kind.on_paper for kind in kinds) else Term(None)


def _calendar_days(one: Minimum, start: date, is_working: Callable[[date], bool]) -> int:
    wanted = one.posting.days or 0
    if one.posting.until is PostingEnd.DAYS:
        return wanted
    day = start
    while wanted:
        day += _DAY
        wanted -= is_working(day)
    return (day - start).days


def next_number(repository: Repository, year: int, at: str) -> int:
    """The number after the last of the year in an office's register."""
    numbers = [s.record.number for s in repository.all("posting") if s.key.office == at and s.record.year == year]
    return max(numbers, default=0) + 1


def place_of(repository: Repository, posting: Posting, at: str) -> tuple[Key, str]:
    """The key and the path of a new posting's file: beside its neighbours of the year, in their spelling."""
    neighbours = [
        source
        for source in repository.all("posting")
        if source.key.office == at and source.record.year == posting.year and not source.record.id
    ]
    width, folder = 3, f"{_folder(at)}/{posting.year}"
    if neighbours:
        last = max(neighbours, key=lambda source: source.record.number)
        width = len(last.id.rpartition("-")[2])
        folder = str(PurePosixPath(last.path).parent)
    id = f"{posting.year}-{posting.number:0{width}d}"  # noqa: A001 - the word of the domain
    return Key("posting", id, at), f"{folder}/{id}.yml"


def _folder(at: str) -> str:
    folder = KINDS["posting"].folder
    return f"{_OFFICES}/{at}/{folder.removeprefix('content/')}" if at else folder
