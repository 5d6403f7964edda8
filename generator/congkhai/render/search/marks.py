"""Marks of pages: little that is read of all of them each time, so that the rest is read of few."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.page import Page

#: How many bits tell the place of a page.
BITS = 64
_BYTES = 16
#: No text of a record has these: they part what is told of a page.
_PART, _ITEM = "\x1e", "\x1f"


class Marks(NamedTuple):
    """What sorts a page among those that search finds, and what changes with it.

    `place` follows from its address alone; by `order` pages are sorted that people ask for most. `words` changes with
    all that search reads of it, `text` does as well and is empty for a page that has no text of its own; `shown`
    changes with what the index of titles says of it.
    """

    place: int
    order: tuple[bool, int]
    text: bytes
    words: bytes
    shown: bytes


def marks(page: Page, entry: SearchEntry) -> Marks:
    """The marks of a page that search finds by an entry."""
    lists = (entry.names, entry.fields, entry.units, entry.audience, entry.levels, entry.facts)
    shown = _PART.join((page.address, page.title, entry.kind, str(entry.weight), *map(_ITEM.join, lists)))
    words = _digest(f"{shown}{_PART}{entry.text}")
    return Marks(place(page.address), order(entry), words if entry.text else b"", words, _digest(shown))


def place(address: str) -> int:
    """Where the page of an address stands among all."""
    return int.from_bytes(hashlib.sha256(address.encode()).digest()[: BITS // 8])


def order(entry: SearchEntry) -> tuple[bool, int]:
    """What sorts pages: those come first that people ask for most."""
    return not entry.names, -entry.weight


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=_BYTES).digest()
