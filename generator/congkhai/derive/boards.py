"""What hangs where: postings by board and by the record that they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from congkhai.derive.office import Office
from congkhai.derive.windows import BoardWindow, PostingState, Window, window
from congkhai.model.posting import Posting
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class Hanging:
    """A posting with its window on the day; `item` is None when the record is not in the repository.

    `boards` are in the order of `window.boards`.
    """

    posting: Source
    window: Window
    item: Source | None
    boards: tuple[Source, ...]

    def on(self, board: Source) -> BoardWindow | None:
        """The window on one board; None when it does not hang there."""
        pairs = zip(self.boards, self.window.boards, strict=True)
        return next((found for place, found in pairs if place.key == board.key), None)


#: States in which the paper is on the wall, or would be but for what interrupts it.
ON_THE_WALL = frozenset({PostingState.HANGING, PostingState.INTERRUPTED, PostingState.DUE_DOWN})


def postings(office: Office) -> tuple[Hanging, ...]:
    """The whole register: newest year first, highest number first."""
    found = [hanging(office, source) for source in office.repository.all("posting")]
    return tuple(sorted(found, key=lambda h: (-h.posting.record.year, -h.posting.record.number, h.posting.id)))


def by_board(all_postings: tuple[Hanging, ...]) -> Mapping[Key, tuple[Hanging, ...]]:
    """What is on the wall on the day, by board, in the order of the register."""
    found: dict[Key, list[Hanging]] = {}
    for one in all_postings:
        for board, place in zip(one.boards, one.window.boards, strict=True):
            if place.state in ON_THE_WALL:
                found.setdefault(board.key, []).append(one)
    return {key: tuple(list_) for key, list_ in found.items()}


def by_item(all_postings: tuple[Hanging, ...]) -> Mapping[Key, tuple[Hanging, ...]]:
    """All postings of each record, in the order of the register."""
    found: dict[Key, list[Hanging]] = {}
    for one in all_postings:
        if one.item:
            found.setdefault(one.item.key, []).append(one)
    return {key: tuple(list_) for key, list_ in found.items()}


def hanging(office: Office, source: Source) -> Hanging:
    """One posting of the register. Its references must have passed `check`."""
    return _hanging(office, source, source.record, office.day)


def as_planned(office: Office, source: Source) -> Hanging:
    """A posting as it stood on the day on which it was hung up, when nothing that came later was known."""
    posting: Posting = source.record
    bare = replace(posting, extensions=(), interruptions=(), withdrawn=None, taken_down=None, taken_down_by=None)
    return _hanging(office, source, bare, posting.start)


def _hanging(office: Office, source: Source, posting: Posting, day: date) -> Hanging:
    at = source.key.office
    item = office.repository.find(posting.item.kind, posting.item.id, at)
    boards = {id: office.get("board", id, at) for id in posting.boards}
    records = {id: board.record for id, board in boards.items()}
    seen = window(posting, records, day, office.workdays.next)
    return Hanging(source, seen, item, tuple(boards.values()))
