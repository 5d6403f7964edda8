"""The order of Vietnamese words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_DIGIT = 48
_PIECE = re.compile("[0-9]+|[^0-9]")
_RANK = {letter: number for number, letter in enumerate(_LETTERS, 100)}


def order(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A sort key: by letters first (a, ă, â, … d, đ, …), by tones only between words of the same letters.

    Digits count as the number that they write, so `Ấp 2` comes before `Ấp 10`.
    """
    letters: list[int] = []
    tones: list[int] = []
    for piece in _PIECE.findall(unicodedata.normalize("NFC", text.casefold())):
        if "0" <= piece[0] <= "9":
            letters += (_DIGIT, int(piece))
        else:
            letter, tone = _letter(piece)
            letters.append(letter)
            tones.append(tone)
    return tuple(letters), tuple(tones)


@lru_cache(maxsize=4096)
def _letter(letter: str) -> tuple[int, int]:
    """The rank of a letter without its tone, and that of the tone."""
    marks = unicodedata.normalize("NFD", letter)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    rank = _RANK.get(bare, ord(bare[0]) if ord(bare[0]) < _DIGIT else 1000 + ord(bare[0]))
    return rank, next((_TONES.index(mark) + 1 for mark in marks if mark in _TONES), 0)
