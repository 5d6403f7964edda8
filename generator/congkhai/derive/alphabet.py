"""The order of Vietnamese words."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_DIGIT = 48
_RANK = {letter: number for number, letter in enumerate(_LETTERS, 100)}


def order(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A sort key: by letters first (a, ă, â, … d, đ, …), by tones only between words of the same letters.

    Digits count as the number that they write, so `Ấp 2` comes before `Ấp 10`.
    """
    letters: list[int] = []
    tones: list[int] = []
    for piece in re.findall(r"[0-9]+|[^0-9]", unicodedata.normalize("NFC", text.casefold())):
        if piece.isdecimal():
            letters += [_DIGIT, int(piece)]
            continue
        marks = unicodedata.normalize("NFD", piece)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        letters.append(_RANK.get(bare, ord(bare[0]) if ord(bare[0]) < _DIGIT else 1000 + ord(bare[0])))
        tones.append(next((_TONES.index(mark) + 1 for mark in marks if mark in _TONES), 0))
    return tuple(letters), tuple(tones)
