"""The indexes of search: only what changed is made again, and what stands is what a first build makes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from congkhai.model.spelling import fold
from congkhai.publish import foreseen, searching
from congkhai.publish import pagefind as engine
from congkhai.publish.card import Card, card_of
from congkhai.publish.commit import staging
from congkhai.publish.engines import EngineError
from congkhai.publish.foreseen import Foreseen
from congkhai.publish.pagefind import pagefind
from congkhai.publish.store import Store
from congkhai.publish.texts import Texts
from congkhai.render.search import buckets, cbor, packs
from congkhai.render.search.entry import SearchEntry
from congkhai.render.search.titles import MANIFEST
from congkhai.render.site.page import Page
from congkhai.source.shelf import Shelf

WORDS = ["đất", "đai", "hộ", "tịch", "khai", "sinh", "giấy", "phép", "xây", "dựng", "quy", "hoạch", "lệ", "phí"]


def page(number: int) -> Page:
    words = " ".join(WORDS[(number * step) % len(WORDS)] for step in (1, 3, 5, 7))
    entry = SearchEntry("Thủ tục", f"{words}\nMục {number}", names=(f"tên {number}",), fields=(WORDS[number % 3],))
    return Page(f"thu-tuc/{number}/", "thu-tuc/*", f"Thủ tục {number}", "", Markup(""), search=entry)


PAGES = [page(number) for number in range(60)]
#: One that only lists others has no text and is found by its title alone.
LISTING = Page("thu-tuc/", "thu-tuc", "Thủ tục", "", Markup(""), search=SearchEntry("Trang"))


class Indexed:
    """A site that is indexed, and how many pages had to be."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site, self.store = folder / "site", Store(folder / "store")
        self.counts: list[int] = []
        self.patch = monkeypatch

    def __call__(self, pages: list[Page], program: str = "1", lost: Collection[str] = ()) -> list[int]:
        """Index; the texts of the pages at the `lost` addresses are not there."""
        self.counts.clear()
        self.patch.setattr(foreseen, "pagefind", self._count)
        with Shelf(None, "") as shelf, staging(self.site) as site, ThreadPoolExecutor(2) as executor:
            texts = Texts(shelf, lambda addresses: (one for one in _told(pages) if one[0][0] in addresses))
            for card, text in _told(pages):
                if card[0] not in lost:
                    texts.put(card, text)
            texts.flush()
            cards = map(card_of, pages)
            searching.Indexing(cards, texts, None, program, site, self.store, executor, Foreseen()).finish()
            site.commit(date(2026, 11, 22))
        return list(self.counts)

    def _count(self, copies: Mapping[str, bytes]) -> dict[str, bytes]:
        self.counts.append(len(copies))
        return pagefind(copies)

    @property
    def told(self) -> dict[str, Any]:
        """What the manifest of search says."""
        named: dict[str, Any] = json.loads(self.files[MANIFEST])
        return named

    @property
    def files(self) -> dict[str, bytes]:
        found = (path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in found}


def _told(pages: list[Page]) -> Iterator[tuple[Card, str]]:
    return ((card_of(page), page.search.text) for page in pages if page.search)


Make = Callable[[str], Indexed]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    monkeypatch.setattr(buckets, "MOST", 20)
    return lambda name: Indexed(tmp_path / name, monkeypatch)


def test_each_bucket_has_a_bundle_and_the_first_the_programs(make: Make):
    first = make("a")
    assert sum(first(PAGES)) == len(PAGES)
    assert len(first.counts) > 2
    folders = {path.partition("fragment/")[0] for path in first.files if path.endswith(".pf_fragment")}
    assert len(folders) == len(first.counts)
    assert set(first.told["bundles"]) == folders
    assert [path for path in first.files if path.endswith("pagefind.js")] == ["pagefind/pagefind.js"]
    assert sum(path.endswith(".pagefind") for path in first.files) == 1


def test_what_is_asked_of_some_bundles_stands_in_one_file(make: Make, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packs, "MOST", 2)
    first = make("a")
    first(PAGES)
    counts = []
    for names, described in opened(first):
        counts.append(len(described) // 2)
        for entry, meta in zip(described[::2], described[1::2], strict=True):
            assert json.loads(entry)["languages"]["vi"]["hash"] == "all"
            known = cbor.decode(plain(meta))
            assert isinstance(known, list)
            assert known[2] == packs.listed()
        for name in names:
            assert len(list(packs.parted(first.files[f"pagefind/{name}"]))) == counts[-1]
    assert sum(counts) == len(first.counts)
    assert max(counts) == 2
    assert not any("index" in path for path in first.files)


def test_each_word_of_the_pages_stands_once_in_each_bundle_that_has_it(make: Make):
    first = make("a")
    first(PAGES)
    found: list[tuple[int, str]] = []
    ((names, _),) = opened(first)
    for number, name in enumerate(names):
        low, high = packs.STARTS[number - 1] if number else "", packs.STARTS[number : number + 1]
        for bundle, part in enumerate(packs.parted(first.files[f"pagefind/{name}"])):
            words = [cbor.text(word, 1) for word in cbor.members(cbor.members(plain(part))[0])]
            assert all(low <= word < (high or ("\U0010ffff",))[0] for word in words)
            found += [(bundle, word) for word in words]
    assert len(found) == len(set(found))
    assert {fold(word) for word in WORDS} <= {word for _, word in found}


def test_a_changed_page_leaves_the_packs_of_other_bundles(make: Make, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packs, "MOST", 2)
    kept = make("a")
    kept(PAGES)
    before = kept.told["packs"]
    entry = PAGES[7].search
    assert entry is not None
    kept([*PAGES[:7], replace(PAGES[7], search=replace(entry, text="Một dòng khác")), *PAGES[8:]])
    assert len(before) > 1
    assert sum(one != other for one, other in zip(before, kept.told["packs"], strict=True)) == 1


def test_bundles_are_grouped_by_how_their_names_begin():
    assert packs.groups([""]) == [[""]]
    assert packs.groups([]) == []
    half = packs.MOST
    names = [f"{number:0{half.bit_length()}b}" for number in range(2 * half)]
    assert packs.groups(names) == [names[:half], names[half:]]
    split = [*names[:3], f"{names[3]}0", f"{names[3]}1", *names[4:]]
    assert packs.groups(split) == [split[: half // 2 + 1], split[half // 2 + 1 : half + 1], split[half + 1 :]]


def opened(indexed: Indexed) -> Iterator[tuple[list[str], list[bytes]]]:
    """Of each pack the names of its files, and what describes its bundles."""
    for path in indexed.told["packs"]:
        names, *described = packs.parted(indexed.files[path])
        yield json.loads(names), described


def plain(part: bytes) -> bytes:
    return gzip.decompress(part).removeprefix(packs.SIGNATURE)


def test_a_changed_page_is_one_bucket_and_the_site_is_that_of_a_first_build(make: Make):
    kept, fresh = make("a"), make("b")
    kept(PAGES)
    entry = PAGES[7].search
    assert entry is not None
    changed = [*PAGES[:7], replace(PAGES[7], search=replace(entry, text="Một dòng khác")), *PAGES[8:]]
    (count,) = kept(changed)
    assert count <= 20
    fresh(changed)
    assert kept.files == fresh.files


def test_a_page_more_or_less_is_one_bucket_or_its_halves(make: Make):
    kept, fresh = make("a"), make("b")
    kept(PAGES)
    for number in range(70, 80):
        assert sum(kept([*PAGES, page(number)])) <= 21 * 2, "the bucket that it joins, and the one that the last left"
    kept([*PAGES, *map(page, range(70, 120))])
    kept(PAGES[1:])
    fresh(PAGES[1:])
    assert kept.files == fresh.files


def test_nothing_is_made_twice_nor_read_when_it_stands(make: Make):
    kept = make("a")
    kept(PAGES)
    before = kept.files
    assert kept(PAGES) == []
    assert kept.files == before
    assert sum(kept(PAGES, "2")) == len(PAGES)


def test_what_is_lost_of_the_site_or_of_the_store_is_there_again(make: Make):
    kept = make("a")
    kept([*PAGES, LISTING])
    before = kept.files
    lost = next(path for path in before if path.endswith(".pf_fragment"))
    (kept.site / lost).unlink()
    assert kept([*PAGES, LISTING]) == []
    assert kept.files == before
    for path in (path for path in (kept.site.parent / "store").rglob("*") if path.is_file()):
        path.write_bytes(path.read_bytes()[:-1])
    assert kept([*PAGES, LISTING])
    assert kept.files == before


def test_texts_that_were_lost_are_made_again(make: Make):
    kept, fresh = make("a"), make("b")
    kept(PAGES, lost={page.address for page in PAGES[::3]})
    fresh(PAGES)
    assert kept.files == fresh.files


def test_a_site_without_texts_has_titles_alone(make: Make):
    bare = make("a")
    assert bare([LISTING]) == []
    assert not any(path.startswith("pagefind/") for path in bare.files)


def test_a_program_that_ends_before_it_answers_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine, "get_executable", lambda: Path("/bin/false"))
    with pytest.raises(EngineError, match="pagefind"):
        pagefind({f"{number}.html": b"<p>x</p>" * 1000 for number in range(100)})
