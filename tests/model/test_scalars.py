"""What one text can stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.model.problem import ValueProblem
from congkhai.model.scalars import MARKED, TYPED, is_slug
from tests.problems import problem_of

TEXTS = st.text() | st.text(alphabet="0123456789./:-ab@đ \n", max_size=40)


@given(TEXTS)
def test_no_reader_raises_anything_but_a_problem(text: str) -> None:
    for reader in (*MARKED.values(), *TYPED.values()):
        assert problem_of(reader, text) != ""


@given(TEXTS | st.from_regex(r"[a-z0-9._/-]{1,12}", fullmatch=True))
def test_an_id_never_leaves_its_folder(text: str) -> None:
    if is_slug(text):
        assert not set(text) & set("/\\ \n\x00")
        assert ".." not in text
        assert text[0].isalnum()
        assert text[-1].isalnum()
        assert len(text) <= 120


@pytest.mark.parametrize("text", ["1.001193", "nguyen-van-a", "a_b", "2026-7"])
def test_ids_that_can_be_used(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", ".", "..", "../x", "/x", "a/b", "a..b", "-a", "a-", "A", "hộ-tịch", "a b", "a\n", "x" * 121]
)
def test_ids_that_cannot(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("url", "javascript:alert(1)"),
        ("url", 'https://a.vn/" onclick="x'),
        ("url", "http://[::1"),
        ("url", "//a.vn"),
        ("url", "data:text/html,x"),
        ("file", "../a.pdf"),
        ("file", "/a.pdf"),
        ("file", "a/../b.pdf"),
        ("file", "a.html"),
        ("file", "a.svg"),
        ("file", ".pdf"),
        ("file", "a\\..\\b.pdf"),
        ("url", "https://https://gopy.xa.vn/"),
        ("url", "https://gopy.xa,vn/"),
        ("url", "https://gopy..xa.vn/"),
        ("url", "https://gopyxavn/"),
        ("url", "https://gopy.xa.vn:80a/"),
        ("phone", "<1022>"),
        ("phone", "0299 3 555 02"),
        ("phone", "0299 3 555 0200"),
        ("phone", "299 3 555 004"),
        ("phone", "0299 ... 004"),
        ("phone", "091234567"),
        ("phone", "+85 912 345 678"),
        ("email", "a@b"),
        ("email", "chủtịch@xa.vn"),
        ("email", "chutich..a@xa.vn"),
        ("line", "a\nb"),
    ],
)
def test_texts_that_are_not_safe(name: str, text: str) -> None:
    with pytest.raises(ValueProblem):
        MARKED[name](text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("url", "https://xa.tinh.gov.vn/a?b=1#c"),
        ("url", "http://113.160.1.2:8080/"),
        ("url", "https://đăng-ký.vn/"),
        ("phone", "0299 3 555 002"),
        ("phone", "0299.3.555.002"),
        ("phone", "+84 912 345 678"),
        ("phone", "0912345678"),
        ("phone", "069 234 1110"),
        ("phone", "1900 1234"),
        ("phone", "1800 599 920"),
        ("phone", "113"),
        ("phone", "18001"),
        ("email", "mot-cua.a@xa.tinh.gov.vn"),
    ],
)
def test_texts_that_can_be_used(name: str, text: str) -> None:
    assert MARKED[name](text) == text


def test_files_keep_their_folders() -> None:
    assert MARKED["file"]("bieu-mau//Tờ khai.pdf") == "bieu-mau/Tờ khai.pdf"
