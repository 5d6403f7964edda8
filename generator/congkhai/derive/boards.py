"""What hangs where: postings by board and by the record that they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congkhai.derive.office import Office
from congkhai.derive.windows import PostingState, Window, window
from congkhai.model.posting import Posting
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class Hanging:
    """A posting with its window on the day; `item` is None when the record is not in the repository."""

    posting: Source
    window: Window
    item: Source | None
    boards: tuple[Source, ...]


#: States in which the paper is on the wall.
ON_THE_WALL = frozenset({PostingState.HANGING, PostingState.DUE_DOWN})


def postings(office: Office) -> tuple[Hanging, ...]:
    """The whole register: newest year first, highest number first."""
    found = [_hanging(office, source) for source in office.repository.all("posting")]
    return tuple(sorted(found, key=lambda h: (-h.posting.record.year, -h.posting.record.number, h.posting.id)))


def by_board(all_postings: tuple[Hanging, ...]) -> Mapping[Key, tuple[Hanging, ...]]:
    """What is on the wall on the day, by board, in the order of the register."""
    found: dict[Key, list[Hanging]] = {}
    for hanging in all_postings:
        if hanging.window.state in ON_THE_WALL:
            for board in hanging.boards:
                found.setdefault(board.key, []).append(hanging)
    return {key: tuple(list_) for key, list_ in found.items()}


def by_item(all_postings: tuple[Hanging, ...]) -> Mapping[Key, tuple[Hanging, ...]]:
    """All postings of each record, in the order of the register."""
    found: dict[Key, list[Hanging]] = {}
    for hanging in all_postings:
        if hanging.item:
            found.setdefault(hanging.item.key, []).append(hanging)
    return {key: tuple(list_) for key, list_ in found.items()}


def _hanging(office: Office, source: Source) -> Hanging:
    posting: Posting = source.record
    at = source.key.office
    item = office.repository.find(posting.item.kind, posting.item.id, at)
    boards = tuple(office.get("board", board, at) for board in posting.boards)
    return Hanging(source, window(posting, office.day), item, boards)
