"""The unit that stands above a table of amounts."""

from __future__ import annotations

import re

from congkhai.model.budget import AmountUnit

#: Spellings that occur. The word before `đồng` decides; letters are never folded: `dòng` is a row, not money.
_UNITS: tuple[tuple[str, AmountUnit], ...] = (
    (r"(?:tỷ|tỉ|ty|tỵ)", AmountUnit.BILLION),
    (r"(?:triệu|tiệu|triêu|triẹu|trệu|trịêu|triệụ|tríệu|trieu|tr\.?)", AmountUnit.MILLION),
    (r"(?:nghìn|ngàn|ngìn|nghin|ngan|nghỉn|1\.000|1000|1,000|1 000)", AmountUnit.THOUSAND),
    (r"", AmountUnit.DONG),
)
_HEAD = re.compile(r"(?:[đd][ơo]n v[ịi](?: t[íìi]nh)?|đvt|đv tính|đ\.v\.t)\s*[:：.]?\s*(?P<unit>.+)", re.IGNORECASE)
#: The currency, misspelt; after a scale also with the wrong mark, for then it can be nothing else.
_DONG = r"(?:đồng|đ|vnđ|vnd)"
_SCALED = r"(?:đồng|đông|đòng|đổng|đống|đ|vnđ|vnd|dong)"


def amount_unit(text: str) -> AmountUnit | None:
    """The unit of `Đơn vị tính: triệu đồng`, `ĐVT: 1.000 đồng`, `Đơn vị: Tiệu đồng`; None for anything else."""
    head = _HEAD.search(text)
    if head is None:
        return None
    said = " ".join(head["unit"].strip(" ().;,").lower().split())
    for words, unit in _UNITS:
        if re.fullmatch(rf"{words}\s*{_SCALED if words else _DONG}(?:\s*việt nam)?", said):
            return unit
    return None
