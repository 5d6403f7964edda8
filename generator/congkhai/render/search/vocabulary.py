"""The words of pages, as far as the index of titles asks for them; those of a site are the sum of its buckets'."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, pairwise

from congkhai.model.spelling import syllables
from congkhai.render.site.page import Page

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Syllables with the number of pages that have them, those of titles and names, and which stand side by side.

    Of the last only those are told that were asked for.
    """

    counts: Counter[str]
    named: frozenset[str]
    together: frozenset[Pair]

    @staticmethod
    def of(pages: Iterable[Page], asked: frozenset[Pair]) -> Vocabulary:
        """The words of some pages. A page without an entry has none."""
        counts: Counter[str] = Counter()
        named: set[str] = set()
        together: set[Pair] = set()
        for page in pages:
            if page.search is None:
                continue
            names = [syllables(text) for text in (page.title, *page.search.names)]
            lines = [*names, *map(syllables, page.search.text.splitlines())]
            counts.update(set(chain.from_iterable(lines)))
            named.update(chain.from_iterable(names))
            together.update(chain.from_iterable(asked.intersection(pairwise(line)) for line in lines))
        return Vocabulary(counts, frozenset(named), frozenset(together))

    @staticmethod
    def joined(some: Iterable[Vocabulary]) -> Vocabulary:
        """The words of all of them."""
        counts: Counter[str] = Counter()
        named: set[str] = set()
        together: set[Pair] = set()
        for one in some:
            counts.update(one.counts)
            named |= one.named
            together |= one.together
        return Vocabulary(counts, frozenset(named), frozenset(together))

    def packed(self) -> bytes:
        """The same as bytes."""
        return marshal.dumps((dict(sorted(self.counts.items())), sorted(self.named), sorted(self.together)))

    @staticmethod
    def unpacked(data: bytes) -> Vocabulary:
        """What `packed` made."""
        counts, named, together = marshal.loads(data)  # noqa: S302 - what `packed` made, and nobody else
        return Vocabulary(Counter(counts), frozenset(named), frozenset(together))
