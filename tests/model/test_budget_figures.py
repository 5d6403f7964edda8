"""Figures in the cells of budget tables."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.model.budget import read_value


@given(st.decimals(-(10**12), 10**12, places=3))
def test_vietnamese_figures_are_read_back(number: Decimal) -> None:
    grouped = f"{number:,f}".translate(str.maketrans(",.", ".,"))
    assert read_value(grouped) == read_value(grouped.replace(".", "")) == number


@pytest.mark.parametrize(
    ("text", "value"), [("", None), (" - ", None), ("0", 0), ("-5", -5), ("12,50", Decimal("12.5"))]
)
def test_blank_is_none_and_zero_is_a_figure(text: str, value: Decimal | None) -> None:
    assert read_value(text) == value


@pytest.mark.parametrize(
    "text", ["1.23", "1,234.5", "12%", "--1", "1.", ",5", "1,", "²", "1,²", "١", "1 000", "(5)", "x"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text is all there is to say
        read_value(text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(ValueError):
        read_value(text)
