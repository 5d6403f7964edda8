"""One time at which a duty had to be kept, and what the records show of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, unique
from typing import NamedTuple

from congkhai.derive.duties.reckoning import Term
from congkhai.model.duty_terms import Place
from congkhai.source.repository import Source


@unique
class Lack(Enum):
    """What is not there."""

    PUBLISH = "publish"
    POST = "post"
    HANG_LONGER = "hang_longer"
    BROADCAST = "broadcast"
    ANNOUNCE = "announce"
    HOLD = "hold"
    RECEIVE = "receive"
    NO_BOARD = "no_board"
    ELSEWHERE = "elsewhere"

    @property
    def known(self) -> bool:
        """The records tell that it is not there; otherwise they cannot tell."""
        return self not in {Lack.NO_BOARD, Lack.ELSEWHERE}


class Gap(NamedTuple):
    """One thing that is not there: of which record, on which board, how many of how many.

    A named tuple: there may be one for each of ten thousand records, on each board, for each month.
    """

    lack: Lack
    item: Source | None = None
    board: Source | None = None
    place: Place | None = None
    have: int = 0
    want: int = 0


@dataclass(frozen=True, slots=True)
class Occasion:
    """`due` is None where no day can be named; `done` is the day on which everything needed was there.

    A past occasion is history: a later one of the same kind has taken its place.
    """

    due: date | None
    done: date | None
    records: tuple[Source, ...] = ()
    postings: tuple[Source, ...] = ()
    gaps: tuple[Gap, ...] = ()
    term: Term | None = None
    past: bool = False
    judged: bool = True

    @property
    def unknown(self) -> bool:
        """Nothing is known to be missing, but the records cannot tell whether all is there."""
        return self.done is None and bool(self.gaps) and not any(gap.lack.known for gap in self.gaps)

    def days_late(self, day: date) -> int:
        """By how many calendar days it was kept late, or is late on a day; 0 when it is not, or when no day is due."""
        if self.due is None or self.unknown:
            return 0
        return max(0, ((self.done or day) - self.due).days)

    @property
    def moment(self) -> date:
        """Where it stands in time."""
        return self.due or self.done or date.min
