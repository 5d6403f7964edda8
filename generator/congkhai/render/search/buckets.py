"""Pages in buckets: each bucket is indexed alone, so that one changed page is no work for all the others.

Which bucket a page is in follows from its address, and how many buckets there are from their size: one that has more
than MOST pages is parted in two, by the next bit of its pages' digests. So nothing has to be remembered, a page more or
less moves pages of one bucket at most, and every bucket is a fair sample of the site: words are as common in one as in
another, and the scores of different buckets can be compared. Buckets by kind of page could not be merged so: a word
that stands in every procedure is worth nothing there and much among officials.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from congkhai.render.site.page import Page

#: Pages in one bucket at most. More cost each change more, fewer cost the browser more files for each question.
MOST = 500
#: How many bits a digest has.
_BITS = 256
#: No text of a record has these: they part what is told of a page.
_PART, _ITEM = "\x1e", "\x1f"


def buckets(pages: Iterable[Page]) -> Mapping[str, tuple[Page, ...]]:
    """Pages by the name of their bucket, in the order of the names; one bucket alone has an empty name.

    The order of the pages given makes no difference.
    """
    marked = sorted(((_digest(page.address), page) for page in pages), key=lambda one: one[0])
    return {name: tuple(page for _, page in some) for name, some in _parted("", marked)}


def told(pages: Iterable[Page]) -> Iterator[str]:
    """All that search reads of pages."""
    for page in pages:
        if page.search:
            entry = page.search
            lists = (entry.names, entry.fields, entry.units, entry.audience, entry.levels, entry.facts)
            yield _PART.join(
                (page.address, page.title, entry.kind, entry.text, str(entry.weight), *map(_ITEM.join, lists))
            )


def _parted(name: str, marked: list[tuple[int, Page]]) -> Iterator[tuple[str, list[tuple[int, Page]]]]:
    if len(marked) <= MOST:
        if marked or not name:
            yield name, marked
        return
    place = _BITS - 1 - len(name)
    for bit in (0, 1):
        yield from _parted(f"{name}{bit}", [one for one in marked if one[0] >> place & 1 == bit])


def _digest(address: str) -> int:
    return int.from_bytes(hashlib.sha256(address.encode()).digest())
