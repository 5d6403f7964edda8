"""What happens to a posting after it was hung up. Each function gives the changed record, or refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

from congkhai.intake.postings.lookup import Refused
from congkhai.model.calendar import short_date
from congkhai.model.posting import Board, Extension, Interruption, Outage, Posting, Withdrawal
from congkhai.model.posting_clock import full_on

T = TypeVar("T")


def extended(posting: Posting, extension: Extension, last: date | None) -> Posting:
    """With a longer time. `last` is the last day that it has now; None for a standing posting."""
    _still_up(posting)
    plain = full_on(posting, ())
    if last is None or plain is None:
        raise Refused("extends_standing")
    if extension.until <= max(last, plain):
        raise Refused("extends_nothing", day=short_date(extension.until), last=short_date(max(last, plain)))
    if extension.decided > extension.until:
        raise Refused("decided_late", day=short_date(extension.decided), last=short_date(extension.until))
    return replace(posting, extensions=(*posting.extensions, extension))


def withdrawn(posting: Posting, withdrawal: Withdrawal) -> Posting:
    """Withdrawn: the entry stays."""
    _still_up(posting)
    return replace(posting, withdrawn=withdrawal)


def taken_down(posting: Posting, day: date, by: str, last: date | None, *, early: bool) -> Posting:
    """Taken down. Before `last` only when that is meant; a standing posting may come down on any day."""
    _still_up(posting)
    if day < posting.start:
        raise Refused("down_before_start", day=short_date(day), start=short_date(posting.start))
    if last and day < last and not early:
        raise Refused("down_early", day=short_date(day), last=short_date(last))
    return replace(posting, taken_down=day, taken_down_by=by)


def interrupted(posting: Posting, interruption: Interruption) -> Posting:
    """With days on which this paper could not be read; one that was open on the same boards is closed."""
    _still_up(posting)
    for board in interruption.boards:
        if board not in posting.boards:
            raise Refused("not_on_board", board=board, boards=", ".join(posting.boards))
    if interruption.start < posting.start:
        raise Refused("down_before_start", day=short_date(interruption.start), start=short_date(posting.start))
    _forward(interruption.start, interruption.end)
    return replace(posting, interruptions=(*posting.interruptions, interruption))


def readable_again(posting: Posting, end: date, boards: tuple[str, ...]) -> Posting:
    """With its open interruption closed on the last day of it."""
    for number, one in enumerate(posting.interruptions):
        if one.end is None and one.boards == boards:
            _forward(one.start, end)
            closed = replace(one, end=end)
            return replace(posting, interruptions=_with(posting.interruptions, number, closed))
    raise Refused("nothing_open")


def out_of_order(board: Board, outage: Outage) -> Board:
    """A board with days on which nobody could read it."""
    _forward(outage.start, outage.end)
    if any(one.end is None for one in board.outages):
        raise Refused("already_out", board=board.name)
    for one in board.outages:
        if one.start <= (outage.end or date.max) and outage.start <= (one.end or date.max):
            raise Refused("out_twice", board=board.name, start=short_date(one.start))
    return replace(board, outages=(*board.outages, outage))


def in_order_again(board: Board, end: date) -> Board:
    """A board whose open outage ended on a day."""
    for number, one in enumerate(board.outages):
        if one.end is None:
            _forward(one.start, end)
            return replace(board, outages=_with(board.outages, number, replace(one, end=end)))
    raise Refused("nothing_open")


def _with(items: tuple[T, ...], number: int, item: T) -> tuple[T, ...]:
    return (*items[:number], item, *items[number + 1 :])


def _forward(start: date, end: date | None) -> None:
    if end and end < start:
        raise Refused("backwards", start=short_date(start), end=short_date(end))


def _still_up(posting: Posting) -> None:
    if posting.withdrawn:
        raise Refused("already_withdrawn", day=short_date(posting.withdrawn.day), why=posting.withdrawn.reason)
    if posting.taken_down:
        raise Refused("already_down", day=short_date(posting.taken_down))
