"""From when to when a posting hangs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import unique

from congkhai.model.posting import Posting
from congkhai.model.spec import Labelled


@unique
class PostingState(Labelled):
    """How a posting stands on a day."""

    PLANNED = "planned", "Sắp niêm yết"
    HANGING = "hanging", "Đang niêm yết"
    DUE_DOWN = "due_down", "Đã đủ thời gian, chưa gỡ"
    TAKEN_DOWN = "taken_down", "Đã gỡ"


@dataclass(frozen=True, slots=True)
class Window:
    """`last` is the last day on which the paper must hang; None for a standing posting."""

    first: date
    last: date | None
    state: PostingState


def window(posting: Posting, day: date) -> Window:
    """The window of a posting and its state on a day.

    The day of posting is not counted (Civil Code 2015, Article 147), so thirty days from 1 July end on 31 July.
    """
    last = posting.start + timedelta(days=posting.days) if posting.days is not None else None
    if posting.taken_down and posting.taken_down <= day:
        state = PostingState.TAKEN_DOWN
    elif day < posting.start:
        state = PostingState.PLANNED
    elif last and day > last:
        state = PostingState.DUE_DOWN
    else:
        state = PostingState.HANGING
    return Window(posting.start, last, state)
