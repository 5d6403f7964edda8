"""How procedures are parted over the volumes of a booklet that can be bound and held in one hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from congkhai.model.procedure import Procedure
from congkhai.source.repository import Source

#: Procedures in a volume at most: of two pages each, some three hundred pages.
MOST = 150


@dataclass(frozen=True, slots=True)
class Piece:
    """Procedures of a field that stand in one volume: the part `number` of `of` parts, by code. `first` is the code
    from which on a later part has them, empty for the first part.
    """

    field: Source
    procedures: tuple[Source, ...]
    number: int = 1
    of: int = 1
    first: str = ""


def volumes(held: Iterable[tuple[Source, tuple[Source, ...]]]) -> tuple[tuple[Piece, ...], ...]:
    """The volumes of some fields, in the order in which they are given, without those that hold nothing.

    A field stays whole unless no volume holds it. One procedure more moves what stands behind it only where its volume
    was full, and a cut through a field only where the field grows by a part.
    """
    found: list[tuple[Piece, ...]] = []
    filling: list[Piece] = []
    for field, procedures in held:
        for piece in _pieces(field, procedures):
            if filling and sum(len(one.procedures) for one in (*filling, piece)) > MOST:
                found.append(tuple(filling))
                filling = []
            filling.append(piece)
    return (*found, tuple(filling)) if filling else ()


def _pieces(field: Source, procedures: tuple[Source, ...]) -> Iterator[Piece]:
    """A field whole, or in parts that fill two thirds of a volume at least, but for the last."""
    if not procedures:
        return
    starts = [0]
    while len(procedures) - starts[-1] > MOST:
        starts.append(_cut(procedures, starts[-1]))
    for number, (start, end) in enumerate(zip(starts, (*starts[1:], len(procedures)), strict=True), 1):
        record: Procedure = procedures[start].record
        yield Piece(field, procedures[start:end], number, len(starts), record.code if start else "")


def _cut(procedures: tuple[Source, ...], start: int) -> int:
    """Where the part ends that begins at `start`. It is a procedure that names the place and not the count of those
    before it: with one more of them, nearly always the same procedure begins the next part.
    """
    third = MOST // 3
    last = min(start + MOST, len(procedures) - third)  # so that not just a few are left
    near = range(max(last - third, start + 1), last + 1)
    return min(near, key=lambda place: hashlib.sha256(procedures[place].id.encode()).digest())
