"""From when to when a posting hangs, on each of its boards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import unique

from congkhai.model.posting import Board, Posting
from congkhai.model.posting_clock import Span, between, full_on, last_day, lost, outages, readable
from congkhai.model.spec import Labelled


@unique
class PostingState(Labelled):
    """How a posting stands on a day."""

    PLANNED = "planned", "Sắp niêm yết"
    HANGING = "hanging", "Đang niêm yết"
    INTERRUPTED = "interrupted", "Đang gián đoạn"
    DUE_DOWN = "due_down", "Đã đủ thời gian, chưa gỡ"
    TAKEN_DOWN = "taken_down", "Đã gỡ"
    WITHDRAWN = "withdrawn", "Đã rút"


@dataclass(frozen=True, slots=True)
class BoardWindow:
    """The window on one board. `lost` are the spans, up to the day, in which nobody could read the paper there.

    They lie between its first day and the one on which it came down.
    """

    board: str
    first: date
    last: date | None
    state: PostingState
    lost: tuple[Span, ...]

    def readable_until(self, end: date) -> int:
        """How many days counted up to and with a day."""
        return readable(self.first, end, self.lost)


@dataclass(frozen=True, slots=True)
class Window:
    """`last` is the last day on which the paper must hang on any board; None for a standing posting.

    `extended` says that it hangs longer than was planned, by decision or for days that were lost.
    """

    first: date
    last: date | None
    state: PostingState
    boards: tuple[BoardWindow, ...]
    extended: bool


def window(posting: Posting, boards: Mapping[str, Board], day: date, working: Callable[[date], date]) -> Window:
    """The window of a posting and its state on a day.

    The day of posting is not counted, so thirty days from 1 July end on 31 July. Where a paper is to be taken down by
    somebody and the last day is one off, the time ends with the next working day (Civil Code 2015, Article 148);
    `working` gives that day. What is known of interruptions on the day is counted.
    """
    found = tuple(_on(posting, id, boards[id], day, working) for id in dict.fromkeys(posting.boards))
    ends = [one.last for one in found if one.last]
    plain = full_on(posting, ())
    planned = working(plain) if plain and any(boards[one.board].kind.on_paper for one in found) else plain
    last = max(ends, default=None)
    return Window(
        first=posting.start,
        last=last,
        state=_joint([one.state for one in found]),
        boards=found,
        extended=bool(last and planned and last > planned),
    )


def _on(posting: Posting, id: str, board: Board, day: date, working: Callable[[date], date]) -> BoardWindow:  # noqa: A002
    spans = between(lost(posting, id, outages(board)), posting.start, min(day, posting.down or day))
    full = full_on(posting, spans)
    if full and board.kind.on_paper:
        full = working(full)
    last = last_day(posting, spans, full)
    return BoardWindow(id, posting.start, last, _state(posting, last, spans, day), spans)


def _state(posting: Posting, last: date | None, spans: tuple[Span, ...], day: date) -> PostingState:
    if posting.withdrawn and posting.withdrawn.day <= day:
        return PostingState.WITHDRAWN
    if posting.taken_down and posting.taken_down <= day:
        return PostingState.TAKEN_DOWN
    if day < posting.start:
        return PostingState.PLANNED
    if last and day > last:
        return PostingState.DUE_DOWN
    if any(start <= day <= end for start, end in spans):
        return PostingState.INTERRUPTED
    return PostingState.HANGING


def _joint(states: list[PostingState]) -> PostingState:
    """One state for all boards: a paper that hangs anywhere as it should is hanging."""
    return states[0] if len(set(states)) == 1 else PostingState.HANGING
