"""Pages without their HTML, as plain data that is read back in a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.page import Page

#: Address, shell, title, description, sources, whether it is listed, and the parts of its search entry, if it has one.
#: Its text is kept as bytes: long, seldom wanted, and read back in half the time.
Card = tuple[str, str, str, str, tuple[str, ...], bool, tuple[Any, ...]]


def card_of(page: Page) -> Card:
    """The card of a page."""
    entry = page.search
    told: tuple[Any, ...] = ()
    if entry:
        texts = map(_texts, (entry.names, entry.fields, entry.units, entry.audience, entry.levels, entry.facts))
        told = (str(entry.kind), entry.text.encode(), *texts, entry.weight)
    plain = (str(page.address), str(page.shell), str(page.title), str(page.description), _texts(page.sources))
    return (*plain, page.listed, told)


def page_of(card: Card) -> Page:
    """The page of a card."""
    address, shell, title, description, sources, listed, told = card
    search = SearchEntry(told[0], told[1].decode(), *told[2:]) if told else None
    return Page(address, shell, title, description, Markup(), sources=sources, search=search, listed=listed)


def path_of(card: Card) -> str:
    """Where the page is written."""
    return f"{card[0]}index.html"


def told(cards: Iterable[Card]) -> Iterator[str]:
    """What the list of addresses says of pages."""
    for address, _, _, _, sources, listed, _ in cards:
        yield f"{address}\t{listed}\t{'|'.join(sources)}"


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(str, texts))
