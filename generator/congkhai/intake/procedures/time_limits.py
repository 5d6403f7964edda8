"""The cell of a time limit, read only when it is certain what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from congkhai.intake.cleaning import line
from congkhai.intake.procedures.nothing import denied, unsaid
from congkhai.intake.slugs import folded
from congkhai.model.problem import ValueProblem
from congkhai.model.time_limit import TimeLimit

_UNIT = r"(?:ngày làm việc|giờ làm việc|ngày|giờ|phút|tuần|tháng|năm)"
_COUNTED = re.compile(
    rf"(?:không quá|tối đa|trong(?: vòng| thời hạn)?|chậm nhất|thời hạn)?\s*:?\s*"
    rf"(?P<low>\d+(?:[.,]\d+)?)\s*(?:\([^()\d]*\))?\s*(?:(?:-|–|đến)\s*(?P<high>\d+(?:[.,]\d+)?)\s*)?(?P<unit>{_UNIT})?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ReadLimit:
    """What a cell says: a limit, or none where it cannot be told. `doubt` is the code of a finding about it."""

    limit: TimeLimit | None
    doubt: str = ""


def read_limit(cell: str, description: str) -> ReadLimit:
    """Read a cell such as `20 Ngày làm việc`, `0.5 Giờ`, `10-25` (unit in the description), `Không quy định`.

    A number without a unit is a limit only when the description of the same row gives that number its unit.
    """
    text = line(cell)
    if unsaid(text):
        return ReadLimit(None, "NK121")
    if denied(text):
        return ReadLimit(TimeLimit.parse("không quy định"))
    match = _COUNTED.fullmatch(text)
    if match is None:
        return _worded(text)
    low, high = _number(match["low"]), _number(match["high"] or match["low"])
    if high == 0:
        at_once = folded(description).lstrip("-+* ").startswith(("ngay sau", "ngay khi", "ngay trong", "tra ngay"))
        return ReadLimit(TimeLimit.parse("ngay")) if at_once else ReadLimit(None, "NK120")
    if high < low:
        return ReadLimit(None, "NK120")
    unit = match["unit"] or _unit_of(low, high, description)
    if not unit:
        return ReadLimit(None, "NK120")
    limit = TimeLimit.parse(f"{match['low']}-{match['high']} {unit}" if match["high"] else f"{match['low']} {unit}")
    return ReadLimit(limit, "NK122" if _contradicts(limit, description) else "")


def _worded(text: str) -> ReadLimit:
    try:
        return ReadLimit(TimeLimit.parse(text.rstrip(".")))
    except ValueProblem:
        return ReadLimit(None, "NK120")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _unit_of(low: Decimal, high: Decimal, description: str) -> str:
    """The unit that the description gives to the same number, where it gives one only."""
    units = set()
    for match in re.finditer(
        rf"(\d+)(?:\s*\([^()\d]*\))?\s*(?:(?:-|–|đến)\s*(\d+)\s*)?({_UNIT})", line(description), re.IGNORECASE
    ):
        if (_number(match[1]), _number(match[2] or match[1])) == (low, high):
            units.add(match[3].casefold())
    return units.pop() if len(units) == 1 else ""


def _contradicts(limit: TimeLimit, description: str) -> bool:
    """Whether the description begins with the same number in another unit: `7 Ngày` beside `07 ngày làm việc`."""
    begins = re.match(rf"\W*(?:không quá\s+)?(\d+)(?:\s*\([^()\d]*\))?\s*({_UNIT})", line(description), re.IGNORECASE)
    if begins is None or _number(begins[1]) != limit.low or limit.low != limit.high:
        return False
    return TimeLimit.parse(f"{begins[1]} {begins[2]}").unit != limit.unit
