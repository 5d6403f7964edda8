"""The unit that stands above a table of amounts."""

from __future__ import annotations

import re

from congkhai.model.budget import AmountUnit

#: Spellings that occur. The word before `đồng` decides; letters are never folded: `dòng` is a row, not money.
_UNITS: tuple[tuple[str, AmountUnit], ...] = (
    (r"(?:tỷ|tỉ|tỷ)", AmountUnit.BILLION),
    (r"(?:triệu|tiệu|triêu|trieu|trđ|tr\.?)", AmountUnit.MILLION),
    (r"(?:nghìn|ngàn|nghin|1\.000|1000|1,000)", AmountUnit.THOUSAND),
    (r"", AmountUnit.DONG),
)
_HEAD = re.compile(r"(?:đơn vị(?: tính)?|đvt|đv tính)\s*[:：]?\s*(?P<unit>.+)", re.IGNORECASE)


def amount_unit(text: str) -> AmountUnit | None:
    """The unit of `Đơn vị tính: triệu đồng`, `ĐVT: 1.000 đồng`, `Đơn vị: Tiệu đồng`; None for anything else."""
    head = _HEAD.search(text)
    if head is None:
        return None
    said = head["unit"].strip(" ().").lower()
    if said in {"trđ", "tr.đ", "tr đ"}:
        return AmountUnit.MILLION
    for words, unit in _UNITS:
        if re.fullmatch(rf"{words}\s*(?:đồng|đ|vnđ|vnd)(?:\s*việt nam)?", said):
            return unit
    return None
