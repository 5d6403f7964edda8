"""Related words of the thesaurus in shares: whoever asks fetches only those that may be meant by what they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from congkhai.model.spelling import syllables
from congkhai.model.thesaurus import Entry

#: How many shares there are, and what spreads syllables over them; both as shares.js reads them.
SHARES = 256
_FACTOR = 31
_PRIME = 65521


def share(syllable: str) -> int:
    """The number of the share of variants of which a folded syllable, of ASCII letters and digits, tells most."""
    return reduce(lambda known, letter: (known * _FACTOR + ord(letter)) % _PRIME, syllable, 0) % SHARES


def shares(some: Iterable[Entry]) -> Sequence[Sequence[Entry]]:
    """Entries by the number of their share, in their order; each has those of its variants that belong there.

    A variant belongs to its rarest syllable: who says most of it nearly always says that, and so has it at hand.
    """
    entries = list(some)
    known = Counter(word for entry in entries for variant in entry.variants for word in set(syllables(variant)))
    parted: list[list[Entry]] = [[] for _ in range(SHARES)]
    for entry in entries:
        for number, variants in _parted(entry.variants, known).items():
            parted[number].append(replace(entry, variants=tuple(variants)))
    return parted


def _parted(variants: Iterable[str], known: Mapping[str, int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = {}
    for variant in variants:
        if words := syllables(variant):
            found.setdefault(share(min(words, key=lambda word: known[word])), []).append(variant)
    return found
