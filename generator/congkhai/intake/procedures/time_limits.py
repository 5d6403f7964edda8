"""The cell of a time limit, read only when it is certain what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from congkhai.intake.cleaning import line
from congkhai.intake.nothing import denied, unsaid
from congkhai.intake.slugs import folded
from congkhai.intake.zeros import with_zeros
from congkhai.model.problem import ValueProblem
from congkhai.model.time_limit import MOST, TimeLimit

#: Units as people write them, folded, to units as the model names them; the longer stands first.
_UNITS = {
    "ngay lam viec": "ngày làm việc",
    "ngay lv": "ngày làm việc",
    "gio lam viec": "giờ làm việc",
    "ngay": "ngày",
    "gio": "giờ",
    "h": "giờ",
    "phut": "phút",
    "tuan": "tuần",
    "thang": "tháng",
    "nam": "năm",
}
_UNIT = "|".join(_UNITS)
_NUMBER = r"\d+/\d+|\d+(?:[.,]\d+)?"
#: `trong thời hạn 05 (năm) ngày làm việc, kể từ ngày…`, folded: what follows the unit may hold no other number.
_COUNTED = re.compile(
    r"(?:thoi (?:han|gian)(?: giai quyet)?\s*:?\s*)?"
    r"(?:(?:khong qua|toi da|cham nhat|trong(?: vong| thoi han| thoi gian)?|tu)(?: la)?\s*:?\s*)?"
    rf"(?P<low>{_NUMBER})\s*(?:\([^()\d]*\))?\s*(?:(?:-|–|den)\s*(?P<high>{_NUMBER})\s*(?:\([^()\d]*\))?\s*)?"
    rf"(?P<unit>{_UNIT})?\b(?P<tail>\s*,?\s*(?:ke|tinh)? ?(?:tu|sau|khi) [^\d(]*)?"
)
_SAME_DAY = re.compile(
    r"(?:trả kết quả |giải quyết )?(?:ngay )?trong ngày(?: làm việc)?(?:(?: tiếp)? nhận(?: đủ| được)?(?: hồ sơ)?)?"
)
_AT_ONCE = re.compile(
    r"(?:giải quyết|trả(?: kết quả)?|thực hiện)? ?ngay(?: (?:sau )?khi (?:tiếp )?nhận (?:đủ |được )*hồ sơ(?: hợp lệ)?)?"
)


@dataclass(frozen=True, slots=True)
class ReadLimit:
    """What a cell says: a limit, or none where it cannot be told. `doubt` is the code of a finding about it.

    `note` are the words of the cell where they say more than the limit.
    """

    limit: TimeLimit | None
    doubt: str = ""
    note: str = ""


def read_limit(cell: str, description: str) -> ReadLimit:
    """Read a cell such as `20 Ngày làm việc`, `0.5 Giờ`, `10-25` (unit in the description), `Không quy định`.

    A number without a unit is a limit only when the description of the same row gives that number its unit.
    """
    text = line(cell).strip(" .;,")
    if unsaid(text):
        return ReadLimit(None, "NK121")
    if denied(text):
        return ReadLimit(TimeLimit.parse("không quy định"))
    match = _COUNTED.fullmatch(folded(with_zeros(text)))
    if match is None:
        return _worded(text)
    low, high = _number(match["low"]), _number(match["high"] or match["low"])
    if high == 0:
        at_once = folded(description).lstrip("-+* ").startswith(("ngay sau", "ngay khi", "ngay trong", "tra ngay"))
        return ReadLimit(TimeLimit.parse("ngay")) if at_once else ReadLimit(None, "NK120")
    if high < low or high > MOST:
        return ReadLimit(None, "NK120")
    unit = _UNITS[match["unit"]] if match["unit"] else _unit_of(low, high, description)
    if not unit:
        return ReadLimit(None, "NK120")
    limit = TimeLimit.parse(f"{low}-{high} {unit}" if match["high"] else f"{low} {unit}")
    return ReadLimit(limit, "NK122" if _contradicts(limit, description) else "", text if match["tail"] else "")


def _worded(text: str) -> ReadLimit:
    plain = text.casefold()
    if _SAME_DAY.fullmatch(plain):
        return ReadLimit(TimeLimit.parse("trong ngày"))
    if _AT_ONCE.fullmatch(plain):
        return ReadLimit(TimeLimit.parse("ngay"))
    try:
        return ReadLimit(TimeLimit.parse(text))
    except ValueProblem:
        return ReadLimit(None, "NK120")


def _number(text: str) -> Decimal:
    over, _, under = text.partition("/")
    whole = Decimal(over.replace(",", "."))
    return whole / Decimal(under) if under and Decimal(under) else whole


def _unit_of(low: Decimal, high: Decimal, description: str) -> str:
    """The unit that the description gives to the same number, where it gives one only."""
    units = set()
    plain = folded(description)
    for match in re.finditer(
        rf"(\d+)(?:\s*\([^()\d]*\))?\s*(?:(?:-|–|den)\s*(\d+)\s*)?({_UNIT})\b", plain, re.IGNORECASE
    ):
        if (_number(match[1]), _number(match[2] or match[1])) == (low, high):
            units.add(_UNITS[match[3]])
    return units.pop() if len(units) == 1 else ""


def _contradicts(limit: TimeLimit, description: str) -> bool:
    """Whether the description begins with the same number in another unit: `7 Ngày` beside `07 ngày làm việc`."""
    begins = re.match(rf"\W*(?:khong qua\s+)?(\d+)(?:\s*\([^()\d]*\))?\s*({_UNIT})\b", folded(description))
    if begins is None or _number(begins[1]) != limit.low or limit.low != limit.high:
        return False
    return TimeLimit.parse(f"1 {_UNITS[begins[2]]}").unit != limit.unit
