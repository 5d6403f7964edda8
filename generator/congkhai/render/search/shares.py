"""Related words of the thesaurus in shares: whoever asks fetches only those that may begin in what they said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from congkhai.model.spelling import syllables
from congkhai.model.thesaurus import Entry

#: How many shares there are, and what spreads syllables over them; both as shares.js reads them.
SHARES = 32
_FACTOR = 31
_PRIME = 65521


def share(syllable: str) -> int:
    """The number of the share of variants that begin with a folded syllable, which is of ASCII letters and digits."""
    return reduce(lambda known, letter: (known * _FACTOR + ord(letter)) % _PRIME, syllable, 0) % SHARES


def shares(some: Iterable[Entry]) -> Sequence[Sequence[Entry]]:
    """Entries by the number of their share, in their order; each has those of its variants that belong there."""
    parted: list[list[Entry]] = [[] for _ in range(SHARES)]
    for entry in some:
        for number, variants in _parted(entry.variants).items():
            parted[number].append(replace(entry, variants=tuple(variants)))
    return parted


def _parted(variants: Iterable[str]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = {}
    for variant in variants:
        for first in syllables(variant)[:1]:
            found.setdefault(share(first), []).append(variant)
    return found
