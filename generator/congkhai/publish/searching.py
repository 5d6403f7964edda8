"""The indexes of search: of texts by bucket, of titles by part. Those that no change touches are left as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from functools import partial
from typing import NamedTuple, Protocol

from congkhai.model.thesaurus import Thesaurus
from congkhai.publish.batches import Batch, Begun, put_all, remembered
from congkhai.publish.card import Card, marks_of, page_of
from congkhai.publish.commit import Staging
from congkhai.publish.output import Output
from congkhai.publish.pagefind import pagefind
from congkhai.publish.store import Store, digest_of
from congkhai.render.search import copies, titles
from congkhai.render.search.buckets import buckets
from congkhai.render.search.bundle import canonical, without_programs
from congkhai.render.search.marks import Marks
from congkhai.render.search.vocabulary import Pair, Vocabulary
from congkhai.render.site.page import Page

#: Where the first bundle stands, which has the programs; the others stand below it.
BUNDLE = "pagefind/"
#: The one file of a batch of words, which is not published.
_WORDS = "words"
#: Of how many pages the words are looked for together: less than a bucket, whose words are the sum of theirs.
_SEVERAL = 50


class Texts(Protocol):
    """Where the texts of pages are kept."""

    def pages(self, cards: Iterable[Card]) -> tuple[Page, ...]:
        """Pages with their texts."""


class _Found(NamedTuple):
    """A page that search finds."""

    card: Card
    marks: Marks


class Indexing:
    """The indexes of some pages in the making. `program` is the one that makes them now."""

    def __init__(  # noqa: PLR0913 - what is indexed, by what, and where to
        self,
        cards: Iterable[Card],
        texts: Texts,
        known: Thesaurus | None,
        program: str,
        site: Staging,
        store: Store,
        executor: Executor,
    ) -> None:
        """Begin with the bundles, which others make while this process does other work."""
        self._texts, self._known, self._program = texts, known or Thesaurus(), program
        self._site, self._store, self._executor = site, store, executor
        self._found = [_Found(card, marks) for card in cards if (marks := marks_of(card))]
        self._parted = buckets(self._found, lambda one: one.marks.place)
        self._folders = _folders(self._parted)
        bundles = [
            Batch(
                f"bundle {name}",
                digest_of(program, folder, *(one.marks.text for one in self._parted[name])),
                partial(_bundle, self._parted[name], folder, texts),
            )
            for name, folder in self._folders.items()
        ]
        self._bundles = Begun(bundles, site, store, executor)

    def finish(self) -> None:
        """Put all indexes into the site. Raises EngineError."""
        known, store = self._known, self._store
        asked = titles.asked(known)
        key = digest_of(self._program, *sorted(map(" ".join, asked)))
        words: list[Vocabulary] = []
        for name, some in self._parted.items():
            batch = _words(name, some, key, asked, self._texts, store)
            words.append(Vocabulary.unpacked(remembered(batch, store)[_WORDS]))
            self._bundles.some()
        language = titles.language(Vocabulary.joined(words), known)
        parts = _titles(self._found, known, language, self._program)
        paths = [path for made in put_all(parts, self._site, store, self._executor) for path in made]
        self._bundles.all()
        for path, data in titles.manifest(paths, list(self._folders.values())).items():
            self._site.put(Output(path, data))


def _folders(parted: Mapping[str, tuple[_Found, ...]]) -> dict[str, str]:
    """The address of each bundle by the name of its bucket; a bucket whose pages have no text has none."""
    named = [name for name, some in parted.items() if any(one.marks.text for one in some)]
    return {name: f"{BUNDLE}{name}/" if number else BUNDLE for number, name in enumerate(named)}


def _bundle(some: Iterable[_Found], folder: str, texts: Texts) -> dict[str, bytes]:
    made = canonical(pagefind(copies.files(texts.pages(one.card for one in some))))
    files = made if folder == BUNDLE else without_programs(made)
    return {f"{folder}{path}": data for path, data in files.items()}


def _words(  # noqa: PLR0913 - as above
    name: str, some: Sequence[_Found], key: str, asked: frozenset[Pair], texts: Texts, store: Store
) -> Batch:
    """The words of a bucket; those of its pieces are remembered too, for few of them change with one page."""

    def of_piece(piece: Sequence[_Found]) -> dict[str, bytes]:
        return {_WORDS: Vocabulary.of(texts.pages(one.card for one in piece), asked).packed()}

    def of_all() -> dict[str, bytes]:
        pieces = [some[start : start + _SEVERAL] for start in range(0, len(some), _SEVERAL)]
        batches = [
            Batch(f"words {name} {number}", _marked(key, piece), partial(of_piece, piece))
            for number, piece in enumerate(pieces)
        ]
        made = (Vocabulary.unpacked(remembered(batch, store)[_WORDS]) for batch in batches)
        return {_WORDS: Vocabulary.joined(made).packed()}

    return Batch(f"words {name}", _marked(key, some), of_all)


def _marked(key: str, some: Iterable[_Found]) -> str:
    return digest_of(key, *(one.marks.words for one in some))


def _titles(found: Iterable[_Found], known: Thesaurus, language: titles.Language, program: str) -> list[Batch]:
    """The parts of the index of titles."""
    ordered = sorted(found, key=lambda one: one.marks.order)
    batches: list[Batch] = []
    for number, span in enumerate(titles.spans(len(ordered))):
        some, first = ordered[span], language if span.start == 0 else None
        key = digest_of(program, repr((known, first)), *(one.marks.shown for one in some))
        pages = map(page_of, (one.card for one in some))
        batches.append(Batch(f"titles {number}", key, partial(titles.part, pages, known, first)))
    return batches
