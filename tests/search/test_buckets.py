"""Pages in buckets: how many there are, and what one page more moves."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from congkhai.model.thesaurus import Entry, Thesaurus
from congkhai.render.search import buckets as module
from congkhai.render.search import titles
from congkhai.render.search.buckets import MOST
from congkhai.render.search.entry import SearchEntry
from congkhai.render.search.marks import Marks, marks, place
from congkhai.render.search.vocabulary import Vocabulary
from congkhai.render.site.page import Page


def page(number: int, text: str = "Bản vẽ", title: str = "Trang") -> Page:
    return Page(f"thu-tuc/{number}/", "thu-tuc/*", title, "", Markup(""), search=SearchEntry("Thủ tục", text))


def buckets(pages: Iterable[Page]) -> Mapping[str, tuple[Page, ...]]:
    return module.buckets(pages, lambda one: place(one.address))


def marked(page: Page) -> Marks:
    assert page.search
    return marks(page, page.search)


def test_a_small_site_has_one_bucket_without_a_name():
    assert list(buckets(map(page, range(MOST)))) == [""]
    assert buckets([]) == {"": ()}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 8)


@pytest.mark.usefixtures("small")
@given(st.sets(st.integers(0, 5000), max_size=120), st.randoms(use_true_random=False))
def test_every_page_is_in_one_bucket_whatever_the_order(numbers: set[int], draw: random.Random):
    pages = [page(number) for number in sorted(numbers)]
    found = buckets(pages)
    assert sorted(p.address for some in found.values() for p in some) == sorted(p.address for p in pages)
    assert all(len(some) <= 8 for some in found.values())
    assert not any(one != other and other.startswith(one) for one in found for other in found)
    draw.shuffle(pages)
    assert buckets(pages) == found


@pytest.mark.usefixtures("small")
@given(st.sets(st.integers(0, 5000), min_size=1, max_size=120), st.integers(5001, 6000))
def test_one_page_more_changes_one_bucket(numbers: set[int], more: int):
    pages = [page(number) for number in numbers]
    before, after = buckets(pages), buckets([*pages, page(more)])
    gone = [name for name in before if name not in after or after[name] != before[name]]
    new = [name for name in after if name not in before or after[name] != before[name]]
    assert len(gone) <= 1
    assert all(name.startswith(gone[0]) for name in new if gone)


def test_buckets_of_many_pages_are_neither_small_nor_large():
    sizes = [len(some) for some in buckets(page(number) for number in range(10 * MOST)).values()]
    assert max(sizes) <= MOST
    assert sorted(sizes)[len(sizes) // 10] >= MOST / 3


@pytest.mark.parametrize(
    "entry",
    [
        SearchEntry("Thủ tục", "Bản vẽ\n"),
        SearchEntry("Thủ tục khác", "Bản vẽ"),
        SearchEntry("Thủ tục", "Bản vẽ", names=("a",)),
        SearchEntry("Thủ tục", "Bản vẽ", fields=("a",)),
        SearchEntry("Thủ tục", "Bản vẽ", units=("a",)),
        SearchEntry("Thủ tục", "Bản vẽ", audience=("a",)),
        SearchEntry("Thủ tục", "Bản vẽ", levels=("a",)),
        SearchEntry("Thủ tục", "Bản vẽ", facts=("a",)),
        SearchEntry("Thủ tục", "Bản vẽ", weight=99),
    ],
)
def test_whatever_search_reads_is_told(entry: SearchEntry):
    other = Page("thu-tuc/1/", "thu-tuc/*", "Trang", "", Markup(""), search=entry)
    assert marked(other).words != marked(page(1)).words
    assert marked(other).text != marked(page(1)).text
    lean = entry == SearchEntry("Thủ tục", entry.text)
    assert (marked(other).shown == marked(page(1)).shown) == lean, "titles say everything but the text"


def test_the_place_of_a_page_follows_from_its_address_alone():
    assert marked(page(1)).place == marked(page(1, "Khác", "Tên khác")).place == place("thu-tuc/1/")


def test_a_page_without_text_changes_no_bundle():
    assert not marked(page(1, "")).text
    assert marked(page(1, "")).words != marked(page(2, "")).words


def test_the_words_of_buckets_are_those_of_all_pages():
    pages = [page(1, "Giấy phép\nxây dựng", "Cấp giấy phép"), page(2, "phép xây"), page(3, "giấy phép xây dựng")]
    asked = titles.asked(Thesaurus(everyday=(Entry(term="giấy phép xây dựng", variants=("phép",)),)))
    apart = [Vocabulary.of(pages[:1], asked), Vocabulary.of(pages[1:], asked)]
    whole = Vocabulary.of(pages, asked)
    assert Vocabulary.joined(map(Vocabulary.unpacked, (one.packed() for one in apart))) == whole
    assert {"phep", "giay"} <= whole.proven, "one stands on a page in each part"
    assert "cap" in whole.seen - whole.proven
    assert ("phep", "xay") in whole.together
    assert "giay" in whole.named
    assert "xay" not in whole.named
