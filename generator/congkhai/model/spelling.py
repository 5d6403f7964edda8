"""Vietnamese as people type it: without marks, and with đ written as d."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain

#: Runs of letters and digits, of any script.
_RUNS = re.compile(r"[^\W_]+")
#: More different words than all procedures of the country have.
_WORDS = 1 << 16


def fold(text: str) -> str:
    """Small letters without any mark: `Đất đai` becomes `dat dai`."""
    bare = unicodedata.normalize("NFD", text)
    for letter in set(bare):
        if unicodedata.combining(letter):
            bare = bare.replace(letter, "")
    return bare.replace("đ", "d").replace("Đ", "D").casefold()


def syllables(text: str) -> tuple[str, ...]:
    """The syllables as search compares them: runs of letters and digits, folded."""
    return tuple(chain.from_iterable(map(_syllables, text.split())))


@lru_cache(_WORDS)
def _syllables(word: str) -> tuple[str, ...]:
    """A text is a few words again and again: each is taken apart once."""
    return tuple(_RUNS.findall(fold(word)))
