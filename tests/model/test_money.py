"""Amounts of money."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.model.money import Money
from congkhai.model.problem import ValueProblem
from tests.problems import problem_of

MOST = 10**15 - 1


@given(st.integers(0, MOST), st.sampled_from(["VND", "USD"]))
def test_what_is_printed_is_read_back(amount: int, currency: str) -> None:
    assert Money.parse(str(Money(amount, currency))) == Money(amount, currency)


@given(st.integers(0, MOST))
def test_plain_digits_are_dong(amount: int) -> None:
    assert Money.parse(f" {amount} ") == Money(amount)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("50.000 đồng", Money(50_000)),
        ("50.000đ", Money(50_000)),
        ("50000 VNĐ", Money(50_000)),
        ("1.234.567 vnd", Money(1_234_567)),
        ("5 USD", Money(5, "USD")),
        ("100 đô la Mỹ", Money(100, "USD")),
        ("0", Money(0)),
    ],
)
def test_spellings(text: str, money: Money) -> None:
    assert Money.parse(text) == money


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("50.00", 50_000),
        ("50.000", 50_000),
        ("50,5", None),
        ("8,50", None),
        ("8.000,00 đồng", 8_000),
        ("8000.0", 8_000),
        ("8000.00", 8_000),
        ("8,000.00", 8_000),
        ("1.234.567,00", 1_234_567),
        ("8 000", 8_000),
        ("12 500 đồng", 12_500),
        ("8000 ₫", 8_000),
        ("8000 dong", 8_000),
        ("50,000", 50_000),
        ("50.0000 đồng", 500_000),
        ("8OOO", 8_000),
        ("l5000", None),
        ("1l000", 11_000),
        ("8k", 8_000),
        ("15 nghìn", 15_000),
        ("15 ngàn đồng", 15_000),
        ("1.5 triệu", 1_500_000),
        ("1,25tr", 1_250_000),
        ("1.500 nghìn", None),
        ("8.000đ/trang", 8_000),
        ("8000/bản", 8_000),
        ("Miễn phí", 0),
        ("không thu", 0),
        ("-5", None),
        ("15.000 - 20.000", None),
        ("tám nghìn", None),
        ("5.00 USD", None),
        ("theo quy định", None),
        ("", None),
        ("9" * 15 + "9", None),
        ("9" * 20, None),
        ("9" * 5000, None),
    ],
)
def test_doubtful_spellings_are_refused_with_two_right_ones(text: str, plain: int | None) -> None:
    with pytest.raises(ValueProblem) as caught:
        Money.parse(text)
    if plain is None:
        assert caught.value.code == "TT115"
    else:
        assert caught.value.code == "TT103"
        assert caught.value.params["plain"] == plain
        assert Money.parse(str(caught.value.params["spelled"])) == Money(plain)


@given(st.text() | st.from_regex(r"\A[0-9ol.,]{1,20} ?(k|nghìn|tr|triệu)? ?(đ|VNĐ)?(/bản)?\Z"))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert problem_of(Money.parse, text) in {None, "TT103", "TT115"}
