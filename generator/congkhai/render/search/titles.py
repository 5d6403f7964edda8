"""The index of titles: all that the browser needs to answer while one types.

It is cut into parts. The first holds the thesaurus, the site's own syllables and the pages that people ask for most,
which are those with everyday names, and procedures; it alone answers most questions. What hits show of its pages comes
after it, as pages can be found without, and of which words often go with which only the shares that a question asks
for. Each file stands there twice: packed, and plain for browsers that cannot unpack. A manifest names the parts, by
their content, and Pagefind's bundles.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, repeat

from congkhai.model.spelling import fold, syllables
from congkhai.model.thesaurus import Entry, Thesaurus, entries
from congkhai.render.search.copies import FILTERS, labels
from congkhai.render.search.entry import SearchEntry
from congkhai.render.search.marks import order
from congkhai.render.search.phrases import vocabulary, written
from congkhai.render.search.shares import shares
from congkhai.render.search.vocabulary import Pair, Vocabulary
from congkhai.render.site.page import Page

FOLDER = "tim-kiem/"
MANIFEST = f"{FOLDER}muc-luc.json"
_PACKED = ".pack"
#: In the name of the file of what hits show of the first part's pages.
_SHOWN = "hien-"
#: In the names of the files of related words, which end in the number of their share.
_RELATED = "cung-"
#: Pages in the first part, which is about 40 KB when packed, and in each other.
FIRST = 500
OTHER = 1500
#: The share of a term's neighbouring syllables that must stand somewhere on the site.
LEADS = 0.6


@dataclass(frozen=True, slots=True)
class Language:
    """What only the first part tells: of the thesaurus what leads to a page of the site, and the site's syllables.

    `related` are the thesaurus' related words by share, and `words` those of their words that the first part does not
    have; both come after it.
    """

    told: Mapping[str, object]
    words: str
    related: tuple[str, ...]

    def packed(self) -> bytes:
        """The same as bytes, always the same ones."""
        return _json([self.told, self.words, self.related])

    @staticmethod
    def unpacked(data: bytes) -> Language:
        """What `packed` made."""
        told, words, related = json.loads(data)
        return Language(told, words, tuple(related))


def spans(count: int) -> list[slice]:
    """The parts of so many pages in their order."""
    return [slice(0, FIRST), *(slice(start, start + OTHER) for start in range(FIRST, count, OTHER))]


def part(pages: Iterable[Page], known: Thesaurus, language: Language | None = None) -> dict[str, bytes]:
    """The files of a part, packed and plain, by path; of the first, which has the `language`, what hits show stands
    apart.
    """
    rows = list(_spelled_out(((page, page.search) for page in pages if page.search), known))
    facts = [" · ".join(entry.facts) for _, entry in rows]
    if language is None:
        return _written("", _columns(rows, facts))
    return {
        **_written("", {**language.told, **_columns(rows, repeat(""))}),
        **_written(_SHOWN, {"facts": facts, "words": language.words}),
        **_shared(language.related),
    }


def _written(kind: str, content: object) -> dict[str, bytes]:
    data = _json(content)
    return _both(f"{kind}{_digest(data)}", data)


def _shared(related: Sequence[str]) -> dict[str, bytes]:
    """The shares, whose names have the digest of all, so that the manifest names them by one."""
    name = f"{_RELATED}{_digest(_json(related))}"
    files = [_both(f"{name}-{number}", _json(text)) for number, text in enumerate(related)]
    return {path: data for both in files for path, data in both.items()}


def _both(name: str, data: bytes) -> dict[str, bytes]:
    path = f"{FOLDER}muc-luc-{name}"
    return {f"{path}.json": data, f"{path}{_PACKED}": gzip.compress(data, compresslevel=9, mtime=0)}


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]


def files(pages: Iterable[Page], thesaurus: Thesaurus | None, bundles: Sequence[str]) -> dict[str, bytes]:
    """The manifest and the parts, by path. `bundles` are the addresses of Pagefind's bundles."""
    known = thesaurus or Thesaurus()
    entered = [(order(page.search), page) for page in pages if page.search]
    found = [page for _, page in sorted(entered, key=lambda one: one[0])]
    spoken = language(Vocabulary.of(found, asked(known)), known)
    made = [part(found[span], known, None if span.start else spoken) for span in spans(len(found))]
    every = {path: data for files in made for path, data in files.items()}
    return {**manifest(every, bundles), **every}


def _spelled_out(rows: Iterable[tuple[Page, SearchEntry]], known: Thesaurus) -> Iterator[tuple[Page, SearchEntry]]:
    """The same rows; a title that abbreviates, as official ones do, has what it stands for as one more name."""
    terms = {v: entry.term for entry in known.abbreviations for v in entry.variants if v.isalpha() and v.isupper()}
    longest = sorted(terms, key=len, reverse=True)
    short = re.compile(rf"(?<![\w/-])(?:{'|'.join(longest)})(?![\w/-])") if longest else None
    for page, entry in rows:
        whole = short.sub(lambda found: terms[found[0]], page.title) if short else page.title
        yield page, entry if whole == page.title else replace(entry, names=(*entry.names, whole))


def manifest(paths: Iterable[str], bundles: Sequence[str], packs: Sequence[str] = ()) -> dict[str, bytes]:
    """The file that names the parts, whose `paths` stand in order, Pagefind's bundles, and the files at the addresses
    `packs`, which describe these in their order.
    """
    names = [path.removeprefix(FOLDER).removesuffix(_PACKED) for path in paths if path.endswith(_PACKED)]
    named = {
        "parts": [name for name in names if _SHOWN not in name and _RELATED not in name],
        "facts": next(name for name in names if _SHOWN in name),
        "related": next(name for name in names if _RELATED in name).rpartition("-")[0],
        "bundles": list(bundles),
        "packs": list(packs),
    }
    return {MANIFEST: json.dumps(named, separators=(",", ":")).encode()}


def asked(thesaurus: Thesaurus) -> frozenset[Pair]:
    """The pairs of syllables of which it must be known whether they stand side by side anywhere."""
    terms = [*(entry for _, entry in entries(thesaurus)), *thesaurus.related]
    return frozenset(pair for entry in terms for pair in pairwise(syllables(entry.term)))


def _columns(rows: Sequence[tuple[Page, SearchEntry]], facts: Iterable[str]) -> Mapping[str, object]:
    """Pages by column, which packs better; `sort` numbers the pages' filters in `sorts`. Texts are left out.

    Only what often says the same again stands together: in `said` title, names and facts of each page.
    """
    sorts: dict[tuple[int, tuple[tuple[str, ...], ...]], int] = {}
    values: dict[str, int] = {}
    numbers = [sorts.setdefault((entry.weight, labels(entry)), len(sorts)) for _, entry in rows]
    coded = [[[values.setdefault(value, len(values)) for value in part] for part in sort] for _, sort in sorts]
    return {
        "said": [
            text
            for (page, entry), fact in zip(rows, facts, strict=False)
            for text in (page.title, "|".join(_names(page, entry)), fact)
        ],
        "addresses": [page.address for page, _ in rows],
        "sort": numbers,
        "sorts": coded,
        "weights": [weight for weight, _ in sorts],
        "values": list(values),
        "filters": list(FILTERS),
    }


def _names(page: Page, entry: SearchEntry) -> Iterator[str]:
    """The names that say more than the title and the address, each once."""
    seen = {fold(page.title), *page.address.split("/")}
    for name in entry.names:
        if fold(name) not in seen:
            seen.add(fold(name))
            yield name.replace("|", " ")


def language(words: Vocabulary, known: Thesaurus) -> Language:
    """What the first part tells of a site with these words, of which the pairs are known that :func:`asked` names.

    Of its syllables those are left out that stand in a name or in the thesaurus.
    """
    kept = _led((entry for _, entry in entries(known)), words)
    told = _syllables(kept) | words.named
    proven = words.proven | _syllables(entry for _, entry in entries(known))
    related = _led(known.related, words)
    spoken, more = vocabulary(kept, related)
    told_first = {
        "syllables": " ".join(sorted(s for s in proven - told if s.isascii() and s.isalpha())),
        "words": " ".join(spoken),
        "thesaurus": written(kept, spoken),
        "stops": sorted(set(known.stop_phrases)),
    }
    every = [*spoken, *more]
    return Language(told_first, " ".join(more), tuple(written(some, every) for some in shares(related)))


def _syllables(some: Iterable[Entry]) -> set[str]:
    return {s for entry in some for text in (entry.term, *entry.variants) for s in syllables(text)}


def _led(some: Iterable[Entry], words: Vocabulary) -> list[Entry]:
    """Those entries that can lead to a page of this site."""

    def leads(entry: Entry) -> bool:
        term = syllables(entry.term)
        pairs = [pair in words.together for pair in pairwise(term)] or [term[0] in words.seen]
        return sum(pairs) >= LEADS * len(pairs)

    return [entry for entry in some if leads(entry)]
