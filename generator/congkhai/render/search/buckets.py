"""Pages in buckets: each bucket is indexed alone, so that one changed page is no work for all the others.

Which bucket a page is in follows from its address, and how many buckets there are from their size: one that has more
than MOST pages is parted in two, by the next bit of its pages' digests. So nothing has to be remembered, a page more or
less moves pages of one bucket at most, and every bucket is a fair sample of the site: words are as common in one as in
another, and the scores of different buckets can be compared. Buckets by kind of page could not be merged so: a word
that stands in every procedure is worth nothing there and much among officials.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from congkhai.render.search.marks import BITS

#: Pages in one bucket at most. More cost each change more, fewer cost the browser more indexes for each question.
MOST = 250

_P = TypeVar("_P")


def buckets(pages: Iterable[_P], placed: Callable[[_P], int]) -> Mapping[str, tuple[_P, ...]]:
    """Pages by the name of their bucket, in the order of the names; one bucket alone has an empty name.

    What is given stands for pages: `placed` tells the :func:`~congkhai.render.search.marks.place` of each. The order
    of those given makes no difference.
    """
    marked = [(placed(page), page) for page in pages]
    marked.sort(key=lambda one: one[0])
    places, some = [one for one, _ in marked], [page for _, page in marked]
    return {name: tuple(some[start:end]) for name, start, end in _parted("", places, 0, len(places))}


def _parted(name: str, places: Sequence[int], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Buckets by name with where they begin and end among `places`, which are sorted."""
    if end - start <= MOST:
        if start < end or not name:
            yield name, start, end
        return
    half = int(f"{name}1", 2) << BITS - 1 - len(name)
    middle = bisect_left(places, half, start, end)
    yield from _parted(f"{name}0", places, start, middle)
    yield from _parted(f"{name}1", places, middle, end)
