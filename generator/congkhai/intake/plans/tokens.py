"""Text as the words by which names of units are compared: small, without marks, long words short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from congkhai.intake.slugs import folded

_WORD = re.compile(r"[^\W_]+")
#: Words that names and texts write in two ways.
_SHORT = tuple(
    (tuple(long.split()), short)
    for long, short in (
        ("lao dong thuong binh va xa hoi", "ldtbxh"),
        ("van hoa the thao va du lich", "vhttdl"),
        ("uy ban nhan dan", "ubnd"),
        ("hoi dong nhan dan", "hdnd"),
        ("mat tran to quoc", "mttq"),
        ("cai cach hanh chinh", "cchc"),
        ("vh tt dl", "vhttdl"),
        ("vhtt dl", "vhttdl"),
    )
)


class Token(NamedTuple):
    """A word, or several that have a short form, and where it stands in the text."""

    key: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text from left to right."""
    return list(_shortened([Token(folded(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]))


def unit_key(text: str) -> str:
    """A name as it is compared."""
    return " ".join(token.key for token in tokens(text))


def _shortened(words: list[Token]) -> Iterator[Token]:
    place = 0
    while place < len(words):
        for long, short in _SHORT:
            if tuple(word.key for word in words[place : place + len(long)]) == long:
                yield Token(short, words[place].start, words[place + len(long) - 1].end)
                place += len(long)
                break
        else:
            yield words[place]
            place += 1
