"""The round of a board's keeper on a day: what must come down, be replaced, hung again, extended or hung up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import unique

from congkhai.check.minimum import minimum
from congkhai.derive.boards import Hanging, postings
from congkhai.derive.copies import CopyState, Standings
from congkhai.derive.duties.occasion import Lack
from congkhai.derive.duties.status import DutyState, statuses
from congkhai.derive.duties.steps import steps
from congkhai.derive.office import Office
from congkhai.derive.windows import BoardWindow, PostingState
from congkhai.model.copy import Copy
from congkhai.model.duty_terms import PostingEnd
from congkhai.model.posting import Board, BoardKind, Posting
from congkhai.model.spec import Labelled
from congkhai.source.repository import Key, Source

#: How far ahead the round looks for what will have to come down or go up.
_AHEAD = timedelta(days=7)


@unique
class Chore(Labelled):
    """What is to be done with one paper, in the order in which the keeper does it."""

    TAKE_DOWN = "take_down", "Gỡ xuống"
    REPLACE = "replace", "Thay bằng bản mới"
    REHANG = "rehang", "Dán lại"
    EXTEND = "extend", "Gia hạn"
    POST = "post", "Dán lên"
    BROADCAST = "broadcast", "Phát trên loa"
    SOON = "soon", "Sắp đến hạn gỡ"

    @property
    def now(self) -> bool:
        """Whether it is to be done on the day itself."""
        return self is not Chore.SOON


#: What a gap in a duty means for the keeper of the board.
_WANTED = {Lack.POST: Chore.POST, Lack.BROADCAST: Chore.BROADCAST, Lack.HANG_LONGER: Chore.EXTEND}


@dataclass(frozen=True, slots=True)
class Errand:
    """One chore on one board.

    `day` is since when or by when, None where no day is known. `hanging` is the posting that it is about, `item` the
    record; one of them is there. `old` and `now` are the versions of a paper that is to be replaced; `now` is None
    when nothing takes its place. `duty` is what the law wants hung up, or hung longer.
    """

    chore: Chore
    day: date | None
    hanging: Hanging | None = None
    item: Source | None = None
    old: str = ""
    now: Copy | None = None
    duty: Source | None = None


@dataclass(frozen=True, slots=True)
class BoardRound:
    """A board with its errands, in the order of the chores."""

    board: Source
    errands: tuple[Errand, ...]

    @property
    def urgent(self) -> tuple[Errand, ...]:
        """What is to be done on the day itself."""
        return tuple(errand for errand in self.errands if errand.chore.now)


def rounds(office: Office, copies: Standings, at: str = "") -> tuple[BoardRound, ...]:
    """The boards of an office, in the order of their files; `copies` say how each printed version stands.

    The site is none of them: it shows the version of the day by itself.
    """
    hangings = postings(office)
    wanted = _of_duties(office, at, hangings)
    return tuple(
        BoardRound(board, tuple(_errands(office, board, hangings, copies, wanted.get(board.key, []))))
        for board in office.repository.all("board")
        if board.key.office == at and board.record.kind is not BoardKind.WEB
    )


def concerned(office: Office, at: str = "") -> frozenset[Key]:
    """The records, and by an empty id the collections, whose papers a round may be about."""
    found = {hanging.item.key for hanging in postings(office) if hanging.item and not hanging.posting.record.down}
    for status in statuses(office, at):
        found |= {step.item.key for step in steps(status) if step.item and step.lack in _WANTED}
    return frozenset({*found, *(Key(key.kind, "", key.office) for key in found)})


def _errands(
    office: Office,
    board: Source,
    hangings: tuple[Hanging, ...],
    copies: Standings,
    wanted: list[Errand],
) -> list[Errand]:
    found = list(wanted)
    for hanging in hangings:
        place = hanging.on(board)
        errand = _errand(office, board, hanging, place, copies) if place else None
        if errand:
            found.append(errand)
    order = list(Chore)
    return sorted(found, key=lambda e: (order.index(e.chore), e.day or date.max, _name(e)))


def _name(errand: Errand) -> str:
    return errand.hanging.posting.id if errand.hanging else errand.item.id if errand.item else ""


def _errand(office: Office, board: Source, hanging: Hanging, place: BoardWindow, copies: Standings) -> Errand | None:
    """What is to be done with one paper; the first that applies, for a paper that goes need not be replaced."""
    posting: Posting = hanging.posting.record
    match place.state:
        case PostingState.TAKEN_DOWN | PostingState.WITHDRAWN:
            return None
        case PostingState.PLANNED:
            near = posting.start <= office.day + _AHEAD
            chore = Chore.POST if board.record.kind.on_paper else Chore.BROADCAST
            return Errand(chore, posting.start, hanging, hanging.item) if near else None
        case PostingState.DUE_DOWN:
            return _due_down(office, board, hanging, place)
        case PostingState.INTERRUPTED:
            return Errand(Chore.REHANG, place.lost[-1][0], hanging, hanging.item)
    standing = copies.get(posting.version or "")
    if standing and standing.state is CopyState.REPLACED:
        return Errand(Chore.REPLACE, standing.since, hanging, hanging.item, standing.copy.code, standing.now)
    if standing and standing.state is CopyState.WITHDRAWN:
        return Errand(Chore.TAKE_DOWN, standing.since, hanging, hanging.item, standing.copy.code)
    if place.last and place.last <= office.day + _AHEAD:
        longer = _longer(office, board, hanging, place)
        return longer or Errand(Chore.SOON, place.last, hanging, hanging.item)
    return None


def _due_down(office: Office, board: Source, hanging: Hanging, place: BoardWindow) -> Errand:
    last = place.last or office.day
    first_after = last + timedelta(days=1)
    return _longer(office, board, hanging, place) or Errand(Chore.TAKE_DOWN, first_after, hanging, hanging.item)


def _longer(office: Office, board: Source, hanging: Hanging, place: BoardWindow) -> Errand | None:
    """A time that is shorter than the law wants is to be extended, not to be ended."""
    record: Board = board.record
    at = hanging.posting.key.office
    if hanging.item is None or place.last is None:
        return None
    unit = office.unit(at or office.site.office, at)
    least = minimum(office.repository, hanging.item, record.kind, unit, hanging.window.first)
    if least is None or least.posting.until is not PostingEnd.DAYS:
        return None
    if place.readable_until(place.last) >= (least.posting.days or 0):
        return None
    return Errand(Chore.EXTEND, place.last, hanging, hanging.item, duty=least.duty.source)


def _of_duties(office: Office, at: str, hangings: tuple[Hanging, ...]) -> dict[Key, list[Errand]]:
    """What duties that are late or due soon want on a board and no posting brings."""
    coming = {
        (board.key, hanging.item.key)
        for hanging in hangings
        if hanging.window.state in {PostingState.PLANNED, PostingState.HANGING} and hanging.item
        for board in hanging.boards
    }
    found: dict[Key, list[Errand]] = {}
    seen: set[tuple[Key, Key]] = set()
    for status in statuses(office, at):
        if status.state not in {DutyState.LATE, DutyState.DUE_SOON}:
            continue
        for step in steps(status):
            for board in step.boards if step.lack in _WANTED and step.item else ():
                pair = (board.key, step.item.key) if step.item else (board.key, board.key)
                if pair not in coming and pair not in seen:
                    seen.add(pair)
                    chore = _WANTED[step.lack]
                    found.setdefault(board.key, []).append(Errand(chore, step.due, item=step.item, duty=status.source))
    return found


def to_print(office_round: BoardRound) -> Iterator[Errand]:
    """The errands for which a paper must be printed."""
    return (errand for errand in office_round.urgent if errand.chore in {Chore.REPLACE, Chore.POST, Chore.REHANG})
