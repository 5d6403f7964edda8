"""How the days of a posting are counted.

The day of posting is not counted (Civil Code 2015, Article 147), nor is a day on which nobody could read the paper:
the law wants consecutive days (Law 10/2022/QH15, Article 13(2)), so what was lost is made up for at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from congkhai.model.posting import Board, Posting

#: A first and a last day, both included.
Span = tuple[date, date]

_DAY = timedelta(days=1)
#: More days than any posting may have; a longer one is a slip of the keyboard that a rule tells.
MOST = 36_600


def lost(posting: Posting, board: str, outages: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in which a paper could not be read on a board, in order and apart from one another.

    `outages` are those of the board itself; the posting's own are added.
    """
    own = ((one.start, one.end or date.max) for one in posting.interruptions if not one.boards or board in one.boards)
    return merged([*outages, *own])


def outages(board: Board) -> tuple[Span, ...]:
    """The spans in which a board could not be read; one that goes on has no end but that of time."""
    return tuple((one.start, one.end or date.max) for one in board.outages)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days as spans in order that neither touch nor overlap; those that end before they start are none."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] <= span[1]):
        if found and (found[-1][1] == date.max or start <= found[-1][1] + _DAY):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def between(spans: Iterable[Span], first: date, last: date) -> tuple[Span, ...]:
    """The part of spans that lies between two days, both included."""
    cut = ((max(start, first), min(end, last)) for start, end in spans)
    return tuple((start, end) for start, end in cut if start <= end)


def pushed(end: date, after: date, spans: Iterable[Span]) -> date:
    """The end that leaves as many readable days after `after` as there would be up to `end` without lost ones.

    `spans` are in order and apart, and none is without end.
    """
    for start, last in spans:
        start = max(start, after + _DAY)
        if start > end:
            break
        if start <= last:
            end += last - start + _DAY
    return end


def readable(first: date, end: date, spans: Iterable[Span]) -> int:
    """How many days after `first`, up to and with `end`, the paper could be read."""
    gone = sum(max(0, (min(last, end) - max(start, first + _DAY)).days + 1) for start, last in spans if start <= end)
    return max(0, (end - first).days) - gone


def full_on(posting: Posting, spans: Iterable[Span]) -> date | None:
    """The day on which the planned number of readable days is full; None for a standing posting."""
    if posting.days is None:
        return None
    return pushed(posting.start + max(0, min(posting.days, MOST)) * _DAY, posting.start, spans)


def last_day(posting: Posting, spans: tuple[Span, ...], full: date | None) -> date | None:
    """The last day on which the paper must hang: `full`, or the latest day of its extensions if that is later.

    Days lost after an extension was decided are made up for as well.
    """
    if full is None:
        return None
    return max([full, *(pushed(one.until, max(one.decided, posting.start), spans) for one in posting.extensions)])
