"""Pages without their HTML, as plain data that is read back in a moment.

Of what search knows of a page only marks are read each time: where it is sorted to, and what changes with it. The rest
is packed, and the text, which is long and seldom wanted, is kept elsewhere (see :mod:`congkhai.publish.texts`).
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from congkhai.render.search.entry import SearchEntry
from congkhai.render.search.marks import Marks, marks
from congkhai.render.site.page import Page

#: Address, sources, whether it is listed, its marks, if search finds it, and the rest as bytes.
Card = tuple[str, tuple[str, ...], bool, tuple[Any, ...], bytes]


def card_of(page: Page) -> Card:
    """The card of a page."""
    entry = page.search
    told: tuple[Any, ...] = ()
    rest = b""
    if entry:
        told = tuple(marks(page, entry))
        texts = map(_texts, (entry.names, entry.fields, entry.units, entry.audience, entry.levels, entry.facts))
        rest = marshal.dumps((str(page.title), str(entry.kind), *texts, entry.weight))
    return (str(page.address), _texts(page.sources), page.listed, told, rest)


def marks_of(card: Card) -> Marks | None:
    """The marks of a card; None when search does not find its page."""
    return Marks(*card[3]) if card[3] else None


def page_of(card: Card, text: str = "") -> Page:
    """As much of the page as search and the list of addresses read; `text` is that of its entry."""
    address, sources, listed, _, rest = card
    if not rest:
        return Page(address, "", "", "", Markup(), sources=sources, listed=listed)
    title, kind, *told = marshal.loads(rest)  # noqa: S302 - written by ourselves, its checksum is right
    search = SearchEntry(kind, text, *told)
    return Page(address, "", title, "", Markup(), sources=sources, search=search, listed=listed)


def path_of(card: Card) -> str:
    """Where the page is written."""
    return f"{card[0]}index.html"


def told(cards: Iterable[Card]) -> Iterator[str]:
    """What the list of addresses says of pages."""
    for address, sources, listed, _, _ in cards:
        yield f"{address}\t{listed}\t{'|'.join(sources)}"


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(str, texts))
