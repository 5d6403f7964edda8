"""How long an office may take."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from congkhai.model.pickled import quickly_pickled
from congkhai.model.problem import ValueProblem

_UNITS = {
    "giờ làm việc": "working_hour",
    "giờ": "hour",
    "phút": "minute",
    "ngày làm việc": "working_day",
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "năm": "year",
}
_LABELS = {unit: label for label, unit in _UNITS.items()}
#: More of any unit is a slip of the keyboard.
MOST = 999
_COUNTED = re.compile(
    r"(?P<low>\d+(?:[.,]\d+)?)(?:\s*(?:-|–|đến)\s*(?P<high>\d+(?:[.,]\d+)?))?\s+(?P<unit>" + "|".join(_UNITS) + ")",
    re.IGNORECASE,
)
_SAME_DAY = {"trong ngày", "trong ngày làm việc", "ngay trong ngày", "ngay trong ngày làm việc"}
_AT_ONCE = {"ngay", "ngay khi nhận đủ hồ sơ", "trả ngay"}
_UNSTATED = {"không quy định"}
_UNKNOWN = {"chưa rõ", "không rõ"}
_IN_WORDS = {"xem ghi chú"}
#: Limits that count nothing, as they are written and printed.
_PRINTED = {
    "same_day": "Trong ngày làm việc",
    "at_once": "Ngay khi nhận đủ hồ sơ",
    "unstated": "Không quy định",
    "unknown": "Chưa rõ",
    "in_words": "Xem ghi chú",
}


@quickly_pickled
@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit as the law counts it.

    `unit` is working_day, day, working_hour, hour, minute, week, month, year, `same_day`, `at_once`, `unstated` (the
    law sets none), `unknown` (the source does not say) or `in_words` (the note beside it says what no number can);
    `low` and `high` count that unit (equal unless the law gives a range) and are 0 for the last five.
    """

    unit: str
    low: Decimal
    high: Decimal

    @classmethod
    def parse(cls, text: str) -> TimeLimit:
        """Read `5 ngày làm việc`, `10-15 ngày`, `trong ngày`, `ngay`, `không quy định`, `chưa rõ`, `xem ghi chú`.

        Raises ValueProblem TT110, and YM207 for a number that no law sets.
        """
        plain = " ".join(text.split()).casefold()
        zero = Decimal(0)
        for words, unit in (
            (_SAME_DAY, "same_day"),
            (_AT_ONCE, "at_once"),
            (_UNSTATED, "unstated"),
            (_UNKNOWN, "unknown"),
            (_IN_WORDS, "in_words"),
        ):
            if plain in words:
                return cls(unit, zero, zero)
        match = _COUNTED.fullmatch(plain)
        if not match:
            raise ValueProblem("TT110", value=text)
        low = Decimal(match["low"].replace(",", "."))
        high = Decimal(match["high"].replace(",", ".")) if match["high"] else low
        if high < low or high == 0:
            raise ValueProblem("TT110", value=text)
        if high > MOST:
            raise ValueProblem("YM207", value=text, most=MOST)
        return cls(_UNITS[match["unit"]], low, high)

    def __str__(self) -> str:
        """As a page prints it: `5 ngày làm việc`, `10–15 ngày`, `Trong ngày làm việc`."""
        if self.unit in _PRINTED:
            return _PRINTED[self.unit]
        return f"{_count(self.low, self.high)} {_LABELS[self.unit]}"


@lru_cache(maxsize=1024)  # a few limits stand in all records
def _count(low: Decimal, high: Decimal) -> str:
    def one(number: Decimal) -> str:
        return f"{number.normalize():f}".replace(".", ",")

    return one(low) if low == high else f"{one(low)}–{one(high)}"
