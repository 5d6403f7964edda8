"""The indexes of search: of texts by bucket, of titles by part. Those that no change touches are left as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from functools import partial
from typing import NamedTuple, Protocol

from congkhai.model.thesaurus import Thesaurus
from congkhai.publish.batches import Batch, Begun, put_all, remembered
from congkhai.publish.card import Card, marks_of, page_of
from congkhai.publish.commit import Staging
from congkhai.publish.foreseen import Foreseen
from congkhai.publish.output import Output
from congkhai.publish.store import Store, digest_of
from congkhai.render.search import copies, packs, titles
from congkhai.render.search.buckets import buckets
from congkhai.render.search.bundle import INDEX, canonical, without_programs
from congkhai.render.search.marks import Marks
from congkhai.render.search.titles import Language
from congkhai.render.search.vocabulary import Pair, Vocabulary
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

#: Where the first bundle stands, which has the programs; the others stand below it.
BUNDLE = "pagefind/"
#: The one file of a batch of words, which is not published.
_WORDS = "words"
#: The one file of the batch of the language, which is not published either.
_LANGUAGE = "language"
#: In the place of a bucket's name: pages without texts, which are in none.
_SILENT = "silent"
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
    """The indexes of pages in the making. `program` is the one that makes them now."""

    def __init__(  # noqa: PLR0913 - what is indexed, by what, and where to
        self,
        cards: Iterable[Card],
        texts: Texts,
        thesaurus: Source | None,
        program: str,
        site: Staging,
        store: Store,
        executor: Executor,
        foreseen: Foreseen,
    ) -> None:
        """Begin with the bundles, which others make while this process does other work.

        The `cards` are those of all pages with texts. What has been begun of the bundles is used.
        """
        self._texts, self._program = texts, program
        self._known: Thesaurus = thesaurus.record if thesaurus else Thesaurus()
        self._known_by = thesaurus.digest if thesaurus else ""
        self._site, self._store, self._executor = site, store, executor
        self._found = _found(cards)
        told = [one for one in self._found if one.marks.text]
        self._parted = buckets(told, lambda one: one.marks.place) if told else {}
        self._folders = {name: f"{BUNDLE}{name}/" if number else BUNDLE for number, name in enumerate(self._parted)}
        bundles = [
            Batch(
                f"bundle {name}",
                digest_of(program, folder, *(one.marks.text for one in self._parted[name])),
                partial(_bundle, self._parted[name], folder, texts, foreseen),
                frozenset({INDEX}),
            )
            for name, folder in self._folders.items()
        ]
        indexes = {name: _index_of(bundle, store) for name, bundle in zip(self._folders, bundles, strict=True)}
        grouped = packs.groups(list(indexes))
        self._packs = [
            _pack(f"{BUNDLE}{n}-", [indexes[name] for name in group], store) for n, group in enumerate(grouped)
        ]
        self._bundles = Begun(bundles, site, store, executor)

    def finish(self, others: Iterable[Card] = ()) -> None:
        """Put the indexes of these pages and of `others` into the site, which have no texts. Raises EngineError."""
        found = [*self._found, *_found(others)]
        parts = _titles(found, self._known, self._known_by, self._language(found), self._program)
        paths = [path for made in put_all(parts, self._site, self._store, self._executor) for path in made]
        self._bundles.all()
        packed = [made[0] for made in put_all(self._packs, self._site, self._store, self._executor)]
        for path, data in titles.manifest(paths, list(self._folders.values()), packed).items():
            self._site.put(Output(path, data))

    def _language(self, found: Iterable[_Found]) -> bytes:
        """The packed language of pages. It is that of their words, which mostly stay when a text changes."""
        asked = titles.asked(self._known)
        key = digest_of(self._program, *sorted(map(" ".join, asked)))
        words: list[bytes] = []
        for name, some in {**self._parted, _SILENT: [one for one in found if not one.marks.text]}.items():
            batch = _words(name, some, key, asked, self._texts, self._store)
            words.append(remembered(batch, self._store)[_WORDS])
            self._bundles.some()

        def made() -> dict[str, bytes]:
            whole = Vocabulary.joined(map(Vocabulary.unpacked, words))
            return {_LANGUAGE: titles.language(whole, self._known).packed()}

        batch = Batch("language", digest_of(self._program, self._known_by, *words), made)
        return remembered(batch, self._store)[_LANGUAGE]


def _found(cards: Iterable[Card]) -> list[_Found]:
    return [_Found(card, marks) for card in cards if (marks := marks_of(card))]


def _bundle(some: Iterable[_Found], folder: str, texts: Texts, foreseen: Foreseen) -> dict[str, bytes]:
    made = canonical(foreseen.made(copies.files(texts.pages(one.card for one in some))))
    files = made if folder == BUNDLE else without_programs(made)
    return {path if path == INDEX else f"{folder}{path}": data for path, data in files.items()}


def _index_of(bundle: Batch, store: Store) -> Batch:
    """What is to be packed of a bundle, apart: when another bundle changes this one is not read."""
    return Batch(bundle.name.replace("bundle", INDEX), bundle.key, partial(_index, bundle, store))


def _index(bundle: Batch, store: Store) -> dict[str, bytes]:
    return {INDEX: remembered(bundle, store)[INDEX]}


def _pack(start: str, indexes: Sequence[Batch], store: Store) -> Batch:
    """What is read of some bundles, in files whose addresses `start` alike and of which the first describes them."""

    def made() -> dict[str, bytes]:
        return packs.packed((remembered(index, store)[INDEX] for index in indexes), start)

    return Batch(f"pack {start}", digest_of(start, *(index.key for index in indexes)), made)


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


def _titles(found: Iterable[_Found], known: Thesaurus, known_by: str, language: bytes, program: str) -> list[Batch]:
    """The parts of the index of titles."""
    ordered = sorted(found, key=lambda one: one.marks.order)
    batches: list[Batch] = []
    for number, span in enumerate(titles.spans(len(ordered))):
        some, first = ordered[span], b"" if span.start else language
        key = digest_of(program, known_by, first, *(one.marks.shown for one in some))
        batches.append(Batch(f"titles {number}", key, partial(_part, some, known, first)))
    return batches


def _part(some: Iterable[_Found], known: Thesaurus, language: bytes) -> dict[str, bytes]:
    pages = map(page_of, (one.card for one in some))
    return titles.part(pages, known, Language.unpacked(language) if language else None)
