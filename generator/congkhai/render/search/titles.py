"""The index of titles: all that the browser needs to answer while one types.

It is cut into parts. The first holds the thesaurus, the site's own syllables and the pages that people ask for most,
which are those with everyday names; it alone answers most questions. Each part stands there twice: packed, and plain
for browsers that cannot unpack. A manifest names the parts, by their content, and Pagefind's bundles.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from congkhai.model.spelling import fold, syllables
from congkhai.model.thesaurus import Entry, Thesaurus, entries
from congkhai.render.search.copies import FILTERS, labels
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.page import Page

FOLDER = "tim-kiem/"
MANIFEST = f"{FOLDER}muc-luc.json"
#: Pages in one part: about 40 KB when packed.
PART = 800
#: A syllable that stands on fewer pages may be a slip of the pen and is not taken for right.
PROVEN = 2
#: The share of a term's neighbouring syllables that must stand somewhere on the site.
LEADS = 0.7


def files(pages: Iterable[Page], thesaurus: Thesaurus | None, bundles: Sequence[str]) -> dict[str, bytes]:
    """The manifest and the parts, by path. `bundles` are the addresses of Pagefind's bundles."""
    found = [(page, page.search) for page in pages if page.search]
    found.sort(key=lambda one: not one[1].names)
    made: dict[str, bytes] = {}
    names: list[str] = []
    for start in range(0, max(len(found), 1), PART):
        rows = found[start : start + PART]
        content = {**_columns(rows), **({} if start else _language(found, thesaurus))}
        data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        name = f"muc-luc-{hashlib.sha256(data).hexdigest()[:10]}"
        names.append(name)
        made[f"{FOLDER}{name}.json"] = data
        made[f"{FOLDER}{name}.pack"] = gzip.compress(data, compresslevel=9, mtime=0)
    manifest = {"parts": names, "bundles": list(bundles)}
    return {MANIFEST: json.dumps(manifest, separators=(",", ":")).encode(), **made}


def _columns(rows: list[tuple[Page, SearchEntry]]) -> Mapping[str, object]:
    """Pages by column, which packs better; `sort` numbers the pages' filters in `sorts`."""
    sorts: dict[tuple[int, tuple[tuple[str, ...], ...]], int] = {}
    values: dict[str, int] = {}
    numbers = [sorts.setdefault((entry.weight, labels(entry)), len(sorts)) for _, entry in rows]
    coded = [[[values.setdefault(value, len(values)) for value in part] for part in sort] for _, sort in sorts]
    return {
        "titles": [page.title for page, _ in rows],
        "addresses": [page.address for page, _ in rows],
        "names": ["|".join(_names(page, entry)) for page, entry in rows],
        "facts": [" · ".join(entry.facts) for _, entry in rows],
        "sort": numbers,
        "sorts": coded,
        "weights": [weight for weight, _ in sorts],
        "values": list(values),
        "filters": list(FILTERS),
    }


def _names(page: Page, entry: SearchEntry) -> Iterator[str]:
    """The names that say more than the title, each once."""
    seen = {fold(page.title)}
    for name in entry.names:
        if fold(name) not in seen:
            seen.add(fold(name))
            yield name.replace("|", " ")


def _language(found: list[tuple[Page, SearchEntry]], thesaurus: Thesaurus | None) -> Mapping[str, object]:
    """Of the thesaurus what can lead to a page of this site, and the syllables that stand in no name nor there."""
    counts: Counter[str] = Counter()
    together: set[tuple[str, str]] = set()
    for page, entry in found:
        lines = [syllables(text) for text in (page.title, *entry.names, *entry.text.splitlines())]
        counts.update({syllable for line in lines for syllable in line})
        together.update(pair for line in lines for pair in pairwise(line))

    def leads(entry: Entry) -> bool:
        term = syllables(entry.term)
        pairs = [pair in together for pair in pairwise(term)] or [term[0] in counts]
        return sum(pairs) >= LEADS * len(pairs)

    known = thesaurus or Thesaurus()
    kept = [entry for _, entry in entries(known) if leads(entry)]
    told = {s for page, entry in found for text in (page.title, *entry.names) for s in syllables(text)}
    told.update(s for entry in kept for text in (entry.term, *entry.variants) for s in syllables(text))
    proven = {syllable for syllable, count in counts.items() if count >= PROVEN}
    proven.update(s for _, entry in entries(known) for text in (entry.term, *entry.variants) for s in syllables(text))
    return {
        "syllables": " ".join(sorted(s for s in proven - told if s.isascii() and s.isalpha())),
        "thesaurus": [[entry.term, *entry.variants] for entry in kept],
        "related": [[entry.term, *entry.variants] for entry in known.related if leads(entry)],
        "stops": sorted({" ".join(syllables(phrase)) for phrase in known.stop_phrases}),
    }
