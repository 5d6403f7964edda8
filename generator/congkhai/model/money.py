"""Amounts of money, in whole units of their currency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congkhai.model.grouping import grouped
from congkhai.model.pickled import quickly_pickled
from congkhai.model.problem import ValueProblem

_PLAIN = re.compile(r"\d{1,15}")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){1,4}")
_UNIT = re.compile(r"(?P<number>[\d.,]+)\s*(?P<unit>đồng|đ|VND|VNĐ|USD|đô la Mỹ)", re.IGNORECASE)

#: How amounts are written in a hurry: letters for digits, thousands and millions in words, what it is paid for.
_HASTY = re.compile(
    r"(?P<number>\d[\dol.,]{0,20}(?:[ \u00a0]\d{3}){0,4})\s*(?P<times>k|nghìn|ngàn|tr|triệu)?"
    r"\s*(?:đồng|dong|đ|₫|vnd|vnđ)?\s*(?:/.*)?",
    re.DOTALL,
)
_DIGITS = str.maketrans({"o": "0", "l": "1", " ": "", "\u00a0": ""})
_TIMES = {"k": 1000, "nghìn": 1000, "ngàn": 1000, "tr": 1_000_000, "triệu": 1_000_000}
#: A whole amount with the decimals that spreadsheets add: `8.000,00`, `8000.0`.
_DECIMALS = re.compile(r"(?P<whole>\d{1,3}(?:[.,]\d{3})+|\d{4,})[.,]0{1,2}")
#: A part of an amount after a comma, which is none of đồng.
_PART = re.compile(r"(?P<whole>\d+)[.,](?P<part>\d{1,2})")
_NOTHING = frozenset({"không", "không thu", "không mất phí", "miễn", "miễn phí", "miễn thu"})


@quickly_pickled
@dataclass(frozen=True, slots=True, order=True)
class Money:
    """A whole number of đồng, or of US dollars where the law sets a fee in them."""

    amount: int
    currency: str = "VND"

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read `50000` or `50.000 đồng`; refuse `50.000` and `50.00`, which other programs read as fifty.

        Raises ValueProblem TT103 with the two spellings that would be right, TT115 where no amount can be meant.
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
        meant = _meant(text)
        if meant is None:
            raise ValueProblem("TT115", value=text)
        raise ValueProblem("TT103", value=text, plain=meant, spelled=str(cls(meant)))

    def __str__(self) -> str:
        """`50.000 đồng`: a spelling that :meth:`parse` reads back."""
        unit = "đồng" if self.currency == "VND" else self.currency
        return f"{grouped(self.amount)} {unit}"


def _meant(text: str) -> int | None:
    """The đồng that somebody most likely meant; None where that is anyone's guess."""
    words = text.casefold()
    if words in _NOTHING:
        return 0
    hasty = _HASTY.fullmatch(words)
    if not hasty:
        return None
    number = hasty["number"].translate(_DIGITS)
    if not hasty["times"] and (decimals := _DECIMALS.fullmatch(number)):
        number = decimals["whole"]
    part = _PART.fullmatch(number)
    if hasty["times"]:
        whole, rest = (part["whole"], part["part"]) if part else (number, "")
        if not _PLAIN.fullmatch(whole):
            return None
        return int(whole + rest) * _TIMES[hasty["times"]] // int(10 ** len(rest))
    if part and part["part"] != "00":
        return None
    if part:
        return int(part["whole"]) * 1000
    digits = re.sub(r"[.,]", "", number)
    return int(digits) if _PLAIN.fullmatch(digits) else None
