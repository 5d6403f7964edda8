"""What may be printed: cleaned, bounded, made of characters that our fonts have."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.model.colour import contrast
from congkhai.render.notices.colour import READABLE, readable
from congkhai.render.notices.qr import qr_code
from congkhai.render.notices.text import CannotPrint, UpTo, clean, paragraphs, printable, settled
from congkhai.render.notices.typefaces import characters


def _covered(text: str) -> bool:
    starts, ends = characters()
    return all(any(a <= ord(c) <= b for a, b in zip(starts, ends, strict=True)) for c in text)


@given(st.text(max_size=80))
def test_any_text_is_printable_or_refused_by_name(words: str):
    made = _printed(words)
    if isinstance(made, CannotPrint):
        assert made.field == "name"
        assert "U+" in made.reason
    else:
        assert made == clean(words) == unicodedata.normalize("NFC", made)
        assert _covered(made)


def _printed(words: str) -> str | CannotPrint:
    try:
        return printable(words, "name")
    except CannotPrint as refused:
        return refused


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("Ủy\tban  nhân\n dân", "Ủy ban nhân dân"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("\ufeffGiấy\u200b chứng\u00ad sinh", "Giấy chứng sinh"),
        (unicodedata.normalize("NFD", "Điều ước quốc tế"), "Điều ước quốc tế"),
        ("#panic() $x$ @a <b> \\ {1+1}", "#panic() $x$ @a <b> \\ {1+1}"),
    ],
)
def test_cleaning(given: str, made: str):
    assert printable(given, "name") == made


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("a\u202eb", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("a\u2066b", "U+2066"),
        ("\ue000", "U+E000 (ký tự không tên)"),
        ("tốt 👍", "U+1F44D"),
        ("中", "U+4E2D"),
        ("a\x00b", "U+0000 (ký tự không tên)"),
        ("a\ufe0f", "U+FE0F"),
        ("\ud800", "U+D800"),
    ],
)
def test_refusals_name_the_character(given: str, code: str):
    with pytest.raises(CannotPrint) as refused:
        printable(given, "steps[2].text[0]")
    assert refused.value.field == "steps[2].text[0]"
    assert code in refused.value.reason


@dataclass(frozen=True, slots=True)
class _Inner:
    name: str
    long: Annotated[str, UpTo(1000)]


@dataclass(frozen=True, slots=True)
class _Facts:
    inner: _Inner
    few: Annotated[tuple[str, ...], UpTo(items=2)]
    count: int


def test_bounds_are_of_the_field():
    good = _Facts(_Inner("a", "b" * 1000), ("c", "d"), 5)
    assert settled(good) == {"inner": {"name": "a", "long": "b" * 1000}, "few": ["c", "d"], "count": 5}
    for facts, field, reason in (
        (_Facts(_Inner("a" * 601, "b"), (), 5), "inner.name", "chữ dài 601 ký tự, bản in chỉ nhận tối đa 600"),
        (_Facts(_Inner("a" * 1_000_000, "b"), (), 5), "inner.name", "chữ dài 1.000.000 ký tự"),
        (_Facts(_Inner("a", "b"), ("c",) * 3, 5), "few", "có 3 mục, bản in chỉ nhận tối đa 2"),
        (_Facts(_Inner("a", "b"), ("c", "\x07"), 5), "few[1]", "U+0007"),
    ):
        with pytest.raises(CannotPrint) as refused:
            settled(facts)
        assert refused.value.field == field
        assert reason in refused.value.reason


def test_paragraphs_are_parted_by_empty_lines():
    assert paragraphs("Một\ndòng.\r\n\r\n \nHai.\n\n\n") == ("Một dòng.", "Hai.")
    assert paragraphs(None) == ()


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_any_colour_becomes_readable(colour: str):
    assert contrast(readable(colour)) >= READABLE
    if contrast(colour) >= READABLE:
        assert readable(colour) == colour


def test_codes_are_drawings():
    code = qr_code("https://xa.tinh.gov.vn/in/7k3mq-0dtxa/")
    assert code.svg.startswith("<svg ")
    assert code.modules >= 21 + 8
