"""The texts that pages are found by, on the shelf and not in memory: long, and a change touches few of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from threading import Lock

from congkhai.publish.card import Card, marks_of, page_of
from congkhai.render.site.page import Page
from congkhai.source.shelf import FileRow, Shelf

#: How many texts are held before they are put away.
_BATCH = 500
#: Begins the name of a text among the files of the shelf.
_TEXT = "text "


class Texts:
    """Texts by the cards of their pages. `again` makes pages once more whose texts were lost, by their addresses.

    They are fetched by several threads, one at a time.
    """

    def __init__(self, shelf: Shelf, again: Callable[[Collection[str]], Iterable[tuple[Card, str]]]) -> None:
        self._shelf = shelf
        self._again = again
        self._new: list[FileRow] = []
        self._alone = True
        self._lock = Lock()

    def put(self, card: Card, text: str) -> None:
        """Keep the text of a page."""
        marks = marks_of(card)
        if marks and marks.text:
            self._new.append(FileRow(_TEXT + card[0], marks.text.hex(), text.encode()))
            if self._alone and len(self._new) >= _BATCH:
                self.flush()

    def drop(self, addresses: Iterable[str]) -> None:
        """Forget the texts of pages that are no more."""
        gone = [_TEXT + address for address in addresses]
        if gone:
            self._shelf.keep({}, no_files=gone)

    def flush(self) -> None:
        """Put away what is held."""
        if self._new:
            new, self._new = self._new, []  # meanwhile another thread may put more
            self._shelf.keep({}, files=new)

    def branch(self) -> None:
        """In a copy of the process: hold what is put, which the process that has the shelf is to adopt."""
        self._alone, self._new = False, []

    def take(self) -> list[FileRow]:
        """What was put in this copy since it was asked for the last time."""
        taken, self._new = self._new, []
        return taken

    def adopt(self, taken: Iterable[FileRow]) -> None:
        """Keep what was put in a copy."""
        self._new += taken
        if len(self._new) >= _BATCH:
            self.flush()

    def pages(self, cards: Iterable[Card]) -> tuple[Page, ...]:
        """Pages with their texts."""
        with self._lock:
            return tuple(self._pages(tuple(cards)))

    def _pages(self, cards: tuple[Card, ...]) -> Iterator[Page]:
        found = {card[0]: self._text(card) for card in cards}
        lost = {address for address, text in found.items() if text is None}
        if lost:
            for card, text in self._again(lost):
                found[card[0]] = text
                self.put(card, text)
            self.flush()
        return (page_of(card, found[card[0]] or "") for card in cards)

    def _text(self, card: Card) -> str | None:
        """The text of a page, empty where it has none; None when it was lost."""
        marks = marks_of(card)
        if marks is None or not marks.text:
            return ""
        data = self._shelf.body(_TEXT + card[0], marks.text.hex())
        return None if data is None else data.decode()
