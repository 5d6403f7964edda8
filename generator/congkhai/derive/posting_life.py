"""What happened to a posting, day by day, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique

from congkhai.derive.boards import Hanging
from congkhai.derive.office import Office
from congkhai.derive.windows import PostingState
from congkhai.model.posting import Board, Posting
from congkhai.source.repository import Source


@unique
class Happening(Enum):
    """A step in the life of a posting."""

    POSTED = "posted"
    INTERRUPTED = "interrupted"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    TAKEN_DOWN = "taken_down"
    REPLACED = "replaced"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Event:
    """One step. `end` is the last day of an interruption, None while it goes on, or the new last day of an extension.

    `boards` are those that were interrupted, `by` who acted, `other` the posting that this one took the place of, or
    that took its place.
    """

    what: Happening
    day: date
    end: date | None = None
    reason: str = ""
    by: Source | None = None
    boards: tuple[Source, ...] = ()
    other: Source | None = None


def life(office: Office, hanging: Hanging) -> tuple[Event, ...]:
    """The steps of a posting in the order of their days; the last may lie ahead."""
    order = list(Happening)
    return tuple(sorted(_events(office, hanging), key=lambda event: (event.day, order.index(event.what))))


def _events(office: Office, hanging: Hanging) -> Iterator[Event]:
    posting: Posting = hanging.posting.record
    at = hanging.posting.key.office

    def official(id: str | None) -> Source | None:  # noqa: A002 - the word of the domain
        return office.get("official", id, at) if id else None

    replaced = office.repository.find("posting", posting.replaces, at) if posting.replaces else None
    yield Event(Happening.POSTED, posting.start, by=official(posting.posted_by), other=replaced)
    for longer in posting.extensions:
        by = official(longer.decided_by)
        yield Event(Happening.EXTENDED, longer.decided, longer.until, longer.reason, by)
    yield from _interruptions(hanging)
    if posting.withdrawn:
        by = official(posting.withdrawn.by)
        yield Event(Happening.WITHDRAWN, posting.withdrawn.day, reason=posting.withdrawn.reason, by=by)
    if posting.taken_down:
        yield Event(Happening.TAKEN_DOWN, posting.taken_down, by=official(posting.taken_down_by))
    for source in office.repository.all("posting"):
        if source.record.replaces == hanging.posting.id and source.key.office == at:
            yield Event(Happening.REPLACED, source.record.start, other=source)
    state = hanging.window.state
    if hanging.window.last and state not in {PostingState.TAKEN_DOWN, PostingState.WITHDRAWN}:
        yield Event(Happening.ENDS, hanging.window.last)


def _interruptions(hanging: Hanging) -> Iterator[Event]:
    """Those of the paper itself, and those of its boards while it hung there; boards with the same days together."""
    posting: Posting = hanging.posting.record
    boards = {board.id: board for board in hanging.boards}
    found: dict[tuple[date, date | None, str], list[Source]] = {}
    for one in posting.interruptions:
        found.setdefault((one.start, one.end, one.reason), []).extend(boards[id] for id in one.boards if id in boards)
    for board, place in zip(hanging.boards, hanging.window.boards, strict=True):
        record: Board = board.record
        for outage in record.outages:
            if any(first <= (outage.end or last) and outage.start <= last for first, last in place.lost):
                found.setdefault((outage.start, outage.end, outage.reason), []).append(board)
    for (start, end, reason), where in found.items():
        yield Event(Happening.INTERRUPTED, start, end, reason, boards=tuple(where))
