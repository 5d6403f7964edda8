"""What search reads, and how Vietnamese is spelt for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from congkhai.model.spelling import fold
from congkhai.publish.pagefind import pagefind
from congkhai.render.search import cbor, copies, packs
from congkhai.render.search.bundle import BundleError, canonical
from congkhai.render.search.entry import SearchEntry
from congkhai.render.search.spelling import MARK, mark
from congkhai.render.site.page import Page

ENTRY = SearchEntry(
    kind="Thủ tục hành chính",
    text="1.001193\nĐất đai & nhà ở",
    names=("làm sổ đỏ",),
    fields=("Đất đai",),
    units=("Văn phòng", "Văn phòng"),
    audience=("Tổ chức (không bao gồm doanh nghiệp, HTX)",),
    facts=("8.000 đồng",),
)
PAGE = Page("thu-tuc/1.001193/", "thu-tuc/*", "Đăng ký đất", "", Markup(""), search=ENTRY)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đất đai", "dat dai"),
        ("ĐĂNG KÝ KHAI SINH", "dang ky khai sinh"),
        ("ủy ban", "uy ban"),
        ("u\u0309y ban", "uy ban"),
        ("1.001193", "1.001193"),
        ("thương bệnh binh", "thuong benh binh"),
    ],
)
def test_folding(text: str, folded: str):
    assert fold(text) == folded


def test_marking_can_be_undone():
    assert mark("đường Đê").replace("d" + MARK, "đ").replace("D" + MARK, "Đ") == "đường Đê"


def test_a_copy_has_filters_names_and_lines_of_its_own():
    html = copies.files([PAGE])["thu-tuc/1.001193/index.html"].decode()
    assert '<meta data-pagefind-meta="fold[content]" content="dang ky dat. lam so do">' in html
    assert html.count('content="Văn phòng"') == 1
    assert '"audience[content]" content="Tổ chức (không bao gồm doanh nghiệp, HTX)"' in html
    assert "\n<p>1.001193</p>\n" in html
    assert "đ" not in re.sub(r"<meta data-pagefind-filter[^>]*>", "", html)


def test_a_page_without_an_entry_has_no_copy():
    assert copies.files([Page("tim-kiem/", "tim-kiem", "Tìm kiếm", "", Markup(""))]) == {}


values = st.recursive(
    st.integers(-(2**63), 2**63) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60
)


@given(values)
def test_cbor_reads_what_it_writes(value: cbor.Value):
    assert cbor.decode(cbor.encode(value)) == value


@given(st.lists(values, max_size=40))
def test_cbor_parts_and_joins_lists(some: list[cbor.Value]):
    parts = cbor.members(cbor.encode(some))
    assert [cbor.decode(part) for part in parts] == some
    assert cbor.listed(parts) == cbor.encode(some)


@given(st.binary(max_size=40))
def test_cbor_parts_any_bytes_or_says_no(data: bytes):
    with suppress(cbor.CborError):
        assert cbor.listed(cbor.members(data))
    with suppress(cbor.CborError, UnicodeDecodeError):
        cbor.text(data)


def test_the_places_where_words_are_cut_are_in_order():
    assert list(packs.STARTS) == sorted(set(packs.STARTS))
    told = [(str(one[0]), str(one[1])) for one in packs.listed() if isinstance(one, list)]
    assert all(last < first for (_, last), (first, _) in pairwise(told))
    assert all(first <= last for first, last in told)


@given(st.binary(max_size=40))
def test_cbor_reads_any_bytes_or_says_no(data: bytes):
    with suppress(cbor.CborError, UnicodeDecodeError):
        cbor.decode(data)


def test_cbor_knows_the_examples_of_its_standard():
    for value, hexadecimal in (
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (-1, "20"),
        ("ü", "62c3bc"),
        ([1, [2, 3]], "82018202" + "03"),
    ):
        assert cbor.encode(value).hex() == hexadecimal


@pytest.fixture(scope="module")
def sample(pages: Mapping[str, Page]) -> list[Page]:
    return list(pages.values())


def index(pages: list[Page]) -> dict[str, bytes]:
    return canonical(pagefind(copies.files(pages)))


def test_two_runs_are_the_same_to_the_byte(sample: list[Page]):
    assert index(sample) == index(sample[::-1])


def test_only_what_pages_load_is_kept(sample: list[Page]):
    made = index(sample)
    names = {re.sub(r"\.vi_[0-9a-f]+\.|/vi_[0-9a-f]+\.", ".", path) for path in made}
    assert names == {
        "filter.pf_filter", "fragment.pf_fragment", "index", "pagefind.js", "wasm.unknown.pagefind",
    }  # fmt: skip
    assert sum(path.startswith("filter/") for path in made) == len(copies.FILTERS)


def test_a_bundle_of_another_make_is_refused():
    with pytest.raises(BundleError):
        canonical({"pagefind-entry.json": b'{"languages":{"vi":{"hash":"vi_0"}}}'})
