"""Tết and the other feasts, by the lunar and the civil calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from congkhai.model.phrases.lunar import Lunar, cycle_year, is_branch, new_year
from congkhai.model.phrases.moment import Civil, Moment, day
from congkhai.model.phrases.month import month_number
from congkhai.model.phrases.number import small
from congkhai.model.phrases.reading import Reason, Unclear
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.phrases.year import year_number
from congkhai.model.plan import Precision

_DAY = timedelta(days=1)
_LUNAR_MONTHS = {"giêng": 1, "chạp": 12}
_LUNAR_MARKS = Phrases("âm lịch | ( âm lịch ) | al | ( al ) | âl | ( âl )")
_OTHER_TET = frozenset({"dương", "trung", "đoan", "thanh", "thiếu", "trồng", "độc", "chôl", "khmer", "nguyên"})
_FEAST_OPENINGS = Phrases(
    "những ngày nghỉ lễ | những ngày nghỉ | các ngày nghỉ | các ngày nghỉ lễ | thời gian nghỉ | "
    "thời gian nghỉ lễ | kỳ nghỉ | kỳ nghỉ lễ | dịp nghỉ | dịp nghỉ lễ | dịp lễ | dịp | nghỉ lễ | nghỉ | "
    "ngày nghỉ | những ngày | các ngày | ngày | đợt nghỉ | lễ | thời điểm | thời gian"
)
_FULL_NAMES = Phrases("tết nguyên đán | tết cổ truyền | tết âm lịch | tết cổ truyền dân tộc | tết nguyên đán cổ truyền")
#: Feasts of the civil year whose day everybody knows; the day may be told again.
CIVIL_FEASTS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        **{"quốc khánh": (2, 9), "tết dương lịch": (1, 1), "quốc tế lao động": (1, 5), "tết độc lập": (2, 9)},
        **{"noel": (25, 12), "giáng sinh": (25, 12)},
    }
)
LUNAR_FEASTS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        **{"trung thu": (15, 8), "tết trung thu": (15, 8), "giỗ tổ hùng vương": (10, 3), "giỗ tổ": (10, 3)},
        **{"tết đoan ngọ": (5, 5), "vu lan": (15, 7), "tết nguyên tiêu": (15, 1), "lễ vu lan": (15, 7)},
        "phật đản": (15, 4),
    }
)
_NAMES = Phrases(" | ".join((*CIVIL_FEASTS, *LUNAR_FEASTS)))


@dataclass(frozen=True, slots=True)
class Tet:
    """The days off at the lunar new year, or its first day alone."""

    year: int | None = None
    first_day_only: bool = False
    precision: Precision = Precision.HOLIDAY
    estimated: bool = False

    def in_year(self, year: int) -> Tet:
        """The same, in a year."""
        return self if self.year else replace(self, year=year)

    def bounds(self) -> tuple[date, date]:
        """The days off as announced, or as Article 112 of the Labour Code gives them."""
        if self.year is None:
            raise Unclear(Reason.NO_YEAR)
        first = new_year(self.year)
        return (first, first) if self.first_day_only else days_off(self.year)


@cache
def days_off(year: int) -> tuple[date, date]:
    """The days off around the lunar new year of a year, both included."""
    import holidays  # slow to load, and seldom needed

    off = frozenset(holidays.country_holidays("VN", years=(year - 1, year, year + 1)))
    start = end = new_year(year)
    while start - _DAY in off:
        start -= _DAY
    while end + _DAY in off:
        end += _DAY
    return start, end


def read_lunar(text: Text, i: int) -> tuple[Moment, int] | None:
    """`mùng 1 Tết`, `29 Tết`, `10/3 âm lịch`, `rằm tháng Giêng`, `ngày 27 tháng Chạp năm Ất Tỵ`."""
    j = i + 1 if text.word(i) == "ngày" else i
    if text.word(j) == "rằm":
        return _full_moon(text, j + 1)
    first = text.word(j) == "mùng"
    number = small(text, j + 1 if first else j, 30) or _spelled_day(text, j, first)
    if number is None:
        return None
    day_number, k = number
    if text.word(k) == "tết" and text.word(k + 1) not in _OTHER_TET - {"nguyên"}:
        return _day_of_tet(text, k + 1, day_number, first)
    if text.word(k) == "tháng":
        month = _LUNAR_MONTHS.get(text.word(k + 1))
        found = (month, k + 2) if month else month_number(text, k + 1)
        named = month is not None
    elif text.word(k) == "/" and text.number(k + 1) is not None:
        found, named = (text.number(k + 1) or 0, k + 2), False
    else:
        return None
    if found is None:
        return None
    end = found[1]
    marked = _LUNAR_MARKS.end(text, end)
    year = _lunar_year(text, marked or end)
    if year and marked is None:
        marked = _LUNAR_MARKS.end(text, year[1])
        year = (year[0], marked or year[1])
    if not named and marked is None and not (year and text.number(year[1] - 1) is None):
        return None
    lunar = Lunar(found[0], day_number, day_number, year[0] if year else None)
    return lunar, year[1] if year else marked or end


def _spelled_day(text: Text, i: int, first: bool) -> tuple[int, int] | None:
    words = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
    return (words[text.word(i + 1)], i + 2) if first and text.word(i + 1) in words else None


def _full_moon(text: Text, i: int) -> tuple[Moment, int] | None:
    if text.word(i) != "tháng":
        return None
    month = _LUNAR_MONTHS.get(text.word(i + 1))
    found = (month, i + 2) if month else month_number(text, i + 1)
    if not found:
        return None
    year = _lunar_year(text, found[1])
    return Lunar(found[0], 15, 15, year[0] if year else None), year[1] if year else found[1]


def _day_of_tet(text: Text, i: int, number: int, first: bool) -> tuple[Moment, int] | None:
    """Days up to the tenth lie in the first month; 23 to 30 in the last month of the year before."""
    end = i + 2 if text.at(i, "nguyên", "đán") else i
    year = _lunar_year(text, end)
    end = year[1] if year else end
    if number <= 10 and (first or number <= 7):
        return Lunar(1, number, number, year[0] if year else None), end
    if 20 <= number <= 30:
        last = -1 if number == 30 else number
        return Lunar(12, last, last, year[0] - 1 if year else None), end
    return None


def _lunar_year(text: Text, i: int) -> tuple[int, int] | None:
    """`năm Ất Tỵ`, `Tân Sửu`, `Tân Sửu 2021`, `năm 2021`, `2021`. Raises Unclear when name and number disagree."""
    j = i + 1 if text.word(i) == "năm" else i
    named = cycle_year(text.word(j), text.word(j + 1)) if is_branch(text.word(j + 1)) else None
    if named:
        k = j + 2
        if text.word(k) in {"(", "-", "năm"}:
            k += 1
        number = year_number(text, k)
        if number is None:
            return named, j + 2
        if (number - named) % 60:
            raise Unclear(Reason.WRONG_LUNAR_DAY)
        return number, k + 2 if text.word(k + 1) == ")" and text.word(k - 1) == "(" else k + 1
    number = year_number(text, j)
    return (number, j + 1) if number else None


def read_feast(text: Text, i: int, timed: bool) -> tuple[Moment, int] | None:
    """A feast that stands as a time: after a direction (`timed`), among days off, or as the full name of a Tết."""
    j = _FEAST_OPENINGS.end(text, i)
    opened = j is not None
    j = i if j is None else j
    k = _NAMES.end(text, j)
    if k and (timed or opened or text.word(j) == "tết"):
        return _named(text, j, k)
    if text.word(j) != "tết" or text.word(j + 1) in _OTHER_TET - {"nguyên"}:
        return None
    full = _FULL_NAMES.end(text, j)
    end = full or j + 1
    year = _lunar_year(text, end)
    if not (timed or opened or (full and year)):
        return None
    return Tet(year[0] if year else None), year[1] if year else end


def _named(text: Text, i: int, end: int) -> tuple[Moment, int] | None:
    name = " ".join(text.word(n) for n in range(i, end))
    if name in LUNAR_FEASTS:
        number, month = LUNAR_FEASTS[name]
        year = _lunar_year(text, end)
        lunar = Lunar(month, number, number, year[0] if year else None, Precision.HOLIDAY)
        return lunar, year[1] if year else end
    number, month = CIVIL_FEASTS[name]
    when: Civil = replace(day(number, month), precision=Precision.HOLIDAY)
    k = end + 1 if text.word(end) in {"(", "ngày"} else end
    if text.number(k) is not None and text.word(k + 1) == "/":
        if (text.number(k), text.number(k + 2)) != (number, month):
            return None
        end = k + 3
        if text.word(end) == "/" and (told := year_number(text, end + 1)):
            when, end = replace(when, year=told), end + 2
        return when, end + 1 if text.word(end) == ")" and text.word(k - 1) == "(" else end
    k = end + 1 if text.word(end) == "năm" else end
    number_of_year = year_number(text, k)
    return (replace(when, year=number_of_year), k + 1) if number_of_year else (when, end)
