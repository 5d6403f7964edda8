"""What leans on a legal act: every record that cites it, and the boards where those records hang."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congkhai.check.walk import parts
from congkhai.derive.boards import ON_THE_WALL, Hanging, postings
from congkhai.derive.office import Office
from congkhai.model.kinds import KINDS
from congkhai.model.law_place import LawPlace
from congkhai.model.legal_act import LegalAct
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class BoardImpact:
    """A board, and what hangs there on the day and cites the act."""

    board: Source
    hangings: tuple[Hanging, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """Records by kind in the order of the kinds; `ended` on the day. Successors are acts that replace the act."""

    act: Source
    ended: bool
    successors: tuple[Source, ...]
    records: Mapping[str, tuple[Source, ...]]
    boards: tuple[BoardImpact, ...]

    @property
    def keys(self) -> frozenset[Key]:
        """The keys of all records that cite the act, and of the act itself."""
        return frozenset({self.act.key, *(source.key for found in self.records.values() for source in found)})


def impact(office: Office, act: Source) -> Impact:
    """What a change of an act touches. Duties are found by its symbol, all others by their references."""
    record: LegalAct = act.record
    citing = {source.key: source for source in (*office.mentions.get(act.key, ()), *_by_symbol(office, record.symbol))}
    successors = tuple(s for s in office.repository.all("legal_act") if act.id in s.record.replaces)
    records = {
        kind: found
        for kind in KINDS
        if (found := tuple(source for source in citing.values() if source.key.kind == kind))
    }
    ended = record.expires is not None and record.expires <= office.day
    return Impact(act, ended, successors, records, tuple(_boards(office, frozenset(citing))))


def _by_symbol(office: Office, symbol: str) -> Iterator[Source]:
    for kind in ("duty", "general_rule"):
        for source in office.repository.all(kind):
            if any(place.symbol == symbol for _, place in parts(source.record, LawPlace)):
                yield source


def _boards(office: Office, citing: frozenset[Key]) -> Iterator[BoardImpact]:
    hung = [
        hanging
        for hanging in postings(office)
        if hanging.window.state in ON_THE_WALL and hanging.item and hanging.item.key in citing
    ]
    for board in office.repository.all("board"):
        here = tuple(hanging for hanging in hung if any(b.key == board.key for b in hanging.boards))
        if here:
            yield BoardImpact(board, here)
