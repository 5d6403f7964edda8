"""The words of pages, as far as the index of titles asks for them; those of a site are the sum of its buckets'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, pairwise

from congkhai.model.spelling import syllables
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.page import Page

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Syllables that stand on some page, on more than one, and in titles and names; and which stand side by side.

    One that stands on one page only may be a slip of the pen. Of those side by side only what was asked for is told.
    How often a syllable stands is not known, so that most changes of a text change nothing here.
    """

    seen: frozenset[str]
    proven: frozenset[str]
    named: frozenset[str]
    together: frozenset[Pair]

    @staticmethod
    def of(pages: Iterable[Page], asked: frozenset[Pair]) -> Vocabulary:
        """The words of some pages. A page without an entry has none."""
        return Vocabulary.joined(_of_page(page, page.search, asked) for page in pages if page.search)

    @staticmethod
    def joined(some: Iterable[Vocabulary]) -> Vocabulary:
        """The words of all of them, which have no page in common."""
        seen: set[str] = set()
        proven: set[str] = set()
        named: set[str] = set()
        together: set[Pair] = set()
        for one in some:
            proven |= one.proven
            proven |= seen & one.seen
            seen |= one.seen
            named |= one.named
            together |= one.together
        return Vocabulary(frozenset(seen), frozenset(proven), frozenset(named), frozenset(together))

    def packed(self) -> bytes:
        """The same as bytes, always the same ones."""
        pairs = chain.from_iterable(sorted(self.together))
        parts = (sorted(self.seen), sorted(self.proven), sorted(self.named), pairs)
        return "\n".join(map(" ".join, parts)).encode()

    @staticmethod
    def unpacked(data: bytes) -> Vocabulary:
        """What `packed` made."""
        seen, proven, named, pairs = (line.split() for line in data.decode().split("\n"))
        together = frozenset(zip(pairs[::2], pairs[1::2], strict=True))
        return Vocabulary(frozenset(seen), frozenset(proven), frozenset(named), together)


def _of_page(page: Page, entry: SearchEntry, asked: frozenset[Pair]) -> Vocabulary:
    names = [syllables(text) for text in (page.title, *entry.names)]
    lines = [*names, *map(syllables, entry.text.splitlines())]
    pairs = frozenset(chain.from_iterable(asked.intersection(pairwise(line)) for line in lines))
    return Vocabulary(frozenset(chain.from_iterable(lines)), frozenset(), frozenset(chain.from_iterable(names)), pairs)
