"""Amounts of money as cells of fees write them."""

from __future__ import annotations

import re
from decimal import Decimal

from congkhai.intake.slugs import folded
from congkhai.model.money import Money

CURRENCY = r"(?:VNĐ|VND|Việt Nam Đồng|đồng|đ|USD|đô la Mỹ)(?![^\W\d_])"
FIGURE = r"\d[\d.,]*(?: \d{3})*"
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_SCALE = rf"(?:{'|'.join(_SCALES)})"
#: An amount with its currency, wherever it stands.
SUM = rf"{FIGURE}\s*(?:{_SCALE}\s*)?{CURRENCY}"
_WHOLE = re.compile(
    rf"(?P<number>{FIGURE})\s*(?P<scale>{_SCALE})?\s*(?P<currency>{CURRENCY})?(?P<signs>,?-{{1,2}})?", re.IGNORECASE
)
_GROUPED = re.compile(r"(?P<whole>\d{1,3}(?:(?P<sign>[., ])\d{3})(?:(?P=sign)\d{3})*)(?:(?!(?P=sign))[.,]0{1,2})?")
_PLAIN = re.compile(r"\d+(?:[.,]0+)?")
_FREE = re.compile(
    r"(?:mien|khong)(?: thu| mat| phai nop| tinh)?(?:,? ?(?:va )?(?:cac loai |tien )?(?:le )?phi)*|0|o|khong dong"
)


def read_amount(text: str) -> tuple[Money | None, str]:
    """The amount that a text is, free of charge being zero; or None and the code of a finding that says why."""
    plain = folded(re.sub(rf"\s*{CURRENCY}\.?$", "", text, flags=re.IGNORECASE)).strip(" .:;,")
    if _FREE.fullmatch(plain):
        return Money(0), ""
    match = _WHOLE.fullmatch(text.strip(" .:;"))
    if match is None:
        return None, "NK130"
    currency = "USD" if folded(match["currency"] or "") in {"usd", "do la my"} else "VND"
    number = match["number"].rstrip(".,")
    if match["scale"]:
        return _scaled(number, _SCALES[match["scale"].casefold()], currency)
    if grouped := _GROUPED.fullmatch(number):
        return Money(int(re.sub(r"\D", "", grouped["whole"])), currency), ""
    if _PLAIN.fullmatch(number):
        return Money(int(re.split("[.,]", number)[0]), currency), ""
    return None, "NK134"


def amount_in(text: str) -> Money | None:
    """The amount that a text is, if it is one."""
    return read_amount(text)[0]


def _scaled(number: str, scale: int, currency: str) -> tuple[Money | None, str]:
    """`1,5 triệu`: a comma or a full stop begins the fraction."""
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", number):
        return None, "NK134"
    value = Decimal(number.replace(",", ".")) * scale
    return (Money(int(value), currency), "") if value == value.to_integral_value() else (None, "NK134")
