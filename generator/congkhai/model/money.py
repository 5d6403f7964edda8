"""Amounts of money, in whole units of their currency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congkhai.model.pickled import quickly_pickled
from congkhai.model.problem import ValueProblem

_PLAIN = re.compile(r"\d{1,15}")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){1,4}")
_UNIT = re.compile(r"(?P<number>[\d.,]+)\s*(?P<unit>đồng|đ|VND|VNĐ|USD|đô la Mỹ)", re.IGNORECASE)


@quickly_pickled
@dataclass(frozen=True, slots=True, order=True)
class Money:
    """A whole number of đồng, or of US dollars where the law sets a fee in them."""

    amount: int
    currency: str = "VND"

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read `50000` or `50.000 đồng`; refuse `50.000` and `50.00`, which other programs read as fifty.

        Raises ValueProblem TT103 with the two spellings that would be right.
        """
        text = text.strip()
        if _PLAIN.fullmatch(text):
            return cls(int(text))
        match = _UNIT.fullmatch(text)
        if match:
            number = match["number"]
            currency = "USD" if match["unit"].casefold() in {"usd", "đô la mỹ"} else "VND"
            if _PLAIN.fullmatch(number):
                return cls(int(number), currency)
            if _GROUPED.fullmatch(number):
                return cls(int(number.replace(".", "")), currency)
        digits = re.sub(r"[^0-9]", "", text)[:15]
        meant = int(digits) if digits else 50000
        if digits and re.fullmatch(r"\d+[.,]\d{1,2}", text):
            meant = int(re.split(r"[.,]", text)[0]) * 1000
        raise ValueProblem("TT103", value=text, plain=meant, spelled=str(cls(meant)))

    def __str__(self) -> str:
        """`50.000 đồng`: a spelling that :meth:`parse` reads back."""
        unit = "đồng" if self.currency == "VND" else self.currency
        return f"{self.amount:,}".replace(",", ".") + f" {unit}"
