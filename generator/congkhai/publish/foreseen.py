"""The bundles of search that a change will touch, begun before it is known what it changes there.

Most pages of a bundle stay as they are, and Pagefind takes longer to read them than the build takes to make what is
new: so it reads them as they were while the build is at work, and is told in the end of those that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future

from congkhai.derive.address import address
from congkhai.publish.card import Card, marks_of, path_of
from congkhai.publish.engines import EngineError
from congkhai.publish.pagefind import Pagefind, pagefind
from congkhai.publish.texts import Texts
from congkhai.render.search import copies
from congkhai.render.search.buckets import buckets
from congkhai.source.repository import Source

#: A change that touches more bundles than this keeps all processors busy as it is.
_MOST = 2

#: An engine, and the HTML files that it was told of.
_Begun = tuple[Pagefind, Mapping[str, bytes]]


class Foreseen:
    """Bundles in the making, of pages as they were; with none, every bundle is made from nothing."""

    def __init__(self) -> None:
        self._begun: dict[frozenset[str], Future[_Begun]] = {}

    def begin(self, changed: Iterable[Source], cards: Iterable[Card], texts: Texts, executor: Executor) -> None:
        """Begin with the bundles in which the pages of records are whose files changed, if they are few. `cards` are
        those of pages as they were; a page of which `texts` has nothing is left out.
        """
        touched = {address(source) for source in changed if source.kind.slug is not None}
        told = [(marks.place, card) for card in cards if (marks := marks_of(card)) and marks.text]
        parted = buckets(told, lambda one: one[0]).values() if touched else ()
        groups = [[card for _, card in group] for group in parted if any(card[0] in touched for _, card in group)]
        if len(groups) <= _MOST:
            self._begun = {frozenset(map(path_of, some)): executor.submit(_begin, some, texts) for some in groups}

    def made(self, wanted: Mapping[str, bytes]) -> dict[str, bytes]:
        """The bundle of HTML files by their paths, out of what has been begun if that is of the same paths.

        Raises EngineError.
        """
        begun = self._begun.pop(frozenset(wanted), None)
        if begun is None or begun.exception() is not None:
            return pagefind(wanted)
        engine, before = begun.result()
        with engine:
            if before.keys() != wanted.keys():
                return pagefind(wanted)
            engine.add({path: data for path, data in wanted.items() if before[path] != data})
            return engine.bundle()

    def close(self) -> None:
        """End what nobody asked for."""
        for begun in self._begun.values():
            if not begun.cancel() and begun.exception() is None:
                begun.result()[0].close()


def _begin(cards: Sequence[Card], texts: Texts) -> _Begun:
    before = copies.files(texts.pages(cards))
    engine = Pagefind()
    try:
        engine.add(before)
    except EngineError:
        engine.close()
        raise
    return engine, before
