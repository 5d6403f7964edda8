"""Numbers of the parts of a document, as Decree 30/2020/NĐ-CP, Annex I, wants them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.model.document import Passage, Rank

#: The letters of points in Vietnamese order: đ after d; no f, j, w, z.
LETTERS = "abcdđeghiklmnopqrstuvxy"

#: Ranks whose numbers run on through the whole document; the others begin anew below each passage above them.
_RUN_ON = frozenset({Rank.PART, Rank.CHAPTER, Rank.ARTICLE})

_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A passage with its number as it is printed: `Phần I`, `Điều 3.`, `II.`, `1.`, `đ)`, `-`.

    `path` is the place of the passage in the record, `depth` how many passages stand above it.
    """

    passage: Passage
    mark: str
    path: str
    depth: int


def numbered(passages: tuple[Passage, ...]) -> tuple[Numbered, ...]:
    """All passages of a document in the order in which they are read."""
    return tuple(_walk(passages, "passages", 0, {}))


def _walk(passages: tuple[Passage, ...], where: str, depth: int, running: dict[Rank, int]) -> Iterator[Numbered]:
    here: dict[Rank, int] = {}
    for place, passage in enumerate(passages):
        counter = running if passage.rank in _RUN_ON else here
        counter[passage.rank] = number = counter.get(passage.rank, 0) + 1
        path = f"{where}[{place}]"
        yield Numbered(passage, mark(passage.rank, number), path, depth)
        yield from _walk(passage.passages, f"{path}.passages", depth + 1, running)


def mark(rank: Rank, number: int) -> str:
    """The number of the nth passage of a rank, counted from 1; past the last letter points go on as numbers."""
    match rank:
        case Rank.PART | Rank.CHAPTER:
            return f"{rank.label} {roman(number)}"
        case Rank.SECTION:
            return f"{rank.label} {number}"
        case Rank.ARTICLE:
            return f"{rank.label} {number}."
        case Rank.HEADING:
            return f"{roman(number)}."
        case Rank.CLAUSE:
            return f"{number}."
        case Rank.POINT:
            return f"{LETTERS[number - 1] if number <= len(LETTERS) else number})"
        case Rank.DASH:
            return "-"


def roman(number: int) -> str:
    """`XIV` for 14; numbers from 1 to 89."""
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text
