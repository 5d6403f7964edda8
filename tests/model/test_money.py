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
        ("50,5", 50_000),
        ("50.0000 đồng", 500_000),
        ("1.5 triệu", 15),
        ("-5", 5),
        ("tám nghìn", 50_000),
        ("", 50_000),
        ("9" * 5000, int("9" * 15)),
    ],
)
def test_doubtful_spellings_are_refused_with_two_right_ones(text: str, plain: int) -> None:
    with pytest.raises(ValueProblem) as caught:
        Money.parse(text)
    assert caught.value.code == "TT103"
    assert caught.value.params["plain"] == plain
    assert Money.parse(str(caught.value.params["spelled"])) == Money(plain)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert problem_of(Money.parse, text) in {None, "TT103"}
