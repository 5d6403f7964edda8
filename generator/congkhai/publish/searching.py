"""The indexes of search: of texts by bucket, of titles by part. Those that no change touches are left as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from functools import partial

from congkhai.model.thesaurus import Thesaurus
from congkhai.publish.batches import Batch, begun, put_all, remembered
from congkhai.publish.commit import Staging
from congkhai.publish.output import Output
from congkhai.publish.pagefind import pagefind
from congkhai.publish.store import Store, digest_of
from congkhai.render.search import copies, titles
from congkhai.render.search.buckets import buckets, told
from congkhai.render.search.bundle import canonical, without_programs
from congkhai.render.search.vocabulary import Pair, Vocabulary
from congkhai.render.site.page import Page

#: Where the first bundle stands, which has the programs; the others stand below it.
BUNDLE = "pagefind/"
#: The one file of a batch of words, which is not published.
_WORDS = "words"


def index(
    pages: Sequence[Page], known: Thesaurus | None, program: str, site: Staging, store: Store, executor: Executor
) -> None:
    """Put the indexes of pages into the site. `program` is the one that makes them now. Raises EngineError."""
    thesaurus = known or Thesaurus()
    parted = buckets(page for page in pages if page.search)
    keys = {name: digest_of(program, *told(some)) for name, some in parted.items()}
    bundles = [
        Batch(f"bundle {name}", digest_of(folder, keys[name]), partial(_bundle, parted[name], folder))
        for name, folder in _folders(parted).items()
    ]
    asked = titles.asked(thesaurus)
    pairs = digest_of(*sorted(map(" ".join, asked)))
    words = [
        Batch(f"words {name}", digest_of(key, pairs), partial(_words, parted[name], asked))
        for name, key in keys.items()
    ]
    put_bundles = begun(bundles, site, store, executor)
    vocabulary = Vocabulary.joined(Vocabulary.unpacked(remembered(batch, store)[_WORDS]) for batch in words)
    parts = [
        Batch(f"titles {number}", digest_of(program, part.told()), part.files)
        for number, part in enumerate(titles.parts(pages, thesaurus, vocabulary))
    ]
    paths = [path for made in put_all(parts, site, store, executor) for path in made]
    put_bundles()
    for path, data in titles.manifest(paths, list(_folders(parted).values())).items():
        site.put(Output(path, data))


def _folders(parted: Mapping[str, tuple[Page, ...]]) -> dict[str, str]:
    """The address of each bundle by the name of its bucket; a bucket whose pages have no text has none."""
    named = [name for name, pages in parted.items() if any(page.search and page.search.text for page in pages)]
    return {name: f"{BUNDLE}{name}/" if number else BUNDLE for number, name in enumerate(named)}


def _bundle(pages: Iterable[Page], folder: str) -> dict[str, bytes]:
    made = canonical(pagefind(copies.files(pages)))
    files = made if folder == BUNDLE else without_programs(made)
    return {f"{folder}{path}": data for path, data in files.items()}


def _words(pages: Iterable[Page], asked: frozenset[Pair]) -> dict[str, bytes]:
    return {_WORDS: Vocabulary.of(pages, asked).packed()}
