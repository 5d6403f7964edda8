"""The beginning, middle or end of a month, quarter or year, and the weeks and ten-day parts of a month."""

from __future__ import annotations

from dataclasses import replace

from congkhai.model.phrases.moment import Civil
from congkhai.model.phrases.month import month_number, read_month, read_quarter, with_year
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.year import read_year, relative
from congkhai.model.plan import Precision

#: Days of the parts of a month; the last runs to the month's end.
THIRDS = {"đầu": (1, 10), "giữa": (11, 20), "cuối": (21, -1), "thượng": (1, 10), "trung": (11, 20), "hạ": (21, -1)}
#: The months, counted from 0, of the parts of a quarter.
_OF_QUARTER = {"đầu": 0, "giữa": 1, "cuối": 2}
#: The end of a year is its last quarter, its middle is June (the convention of the survey of plans).
_OF_YEAR = {"đầu": (1, 3), "giữa": (6, 6), "cuối": (10, 12)}
_WEEK_NAMES = {
    **{"đầu": 1, "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "cuối": -1},
    **{"i": 1, "ii": 2, "iii": 3, "iv": 4},
}
_WEEKS = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28), -1: (-7, -1)}


def read_part(text: Text, i: int) -> tuple[Civil, int] | None:
    """`đầu tháng 7/2007`, `cuối quý II`, `giữa năm 2011`, `trung tuần tháng 6/2026`, `tuần thứ hai của tháng 3`."""
    if found := _week(text, i):
        return found
    j = i
    if days := _some_days(text, i):
        return days
    if text.at(i, "những", "ngày") and text.word(i + 2) in {"đầu", "giữa", "cuối"} and text.word(i + 3) == "tháng":
        j = i + 2
    part = text.word(j)
    if part in {"thượng", "trung", "hạ"} and text.word(j + 1) == "tuần":
        k = j + 3 if text.word(j + 2) == "của" else j + 2
        return _third(text, k, part)
    if part not in _OF_YEAR:
        return None
    k = j + 2 if text.word(j + 1) == "của" else j + 1
    if text.word(k) in {"hằng", "mỗi"}:
        return _of_each(text, k, part)
    return _third(text, k, part) or _of_quarter(text, k, part) or _of_year(text, k, part)


def _some_days(text: Text, i: int) -> tuple[Civil, int] | None:
    """`15 ngày đầu tháng 11/2026`, `10 ngày cuối của tháng 3`."""
    number, side = text.number(i), text.word(i + 2)
    if number is None or not 2 <= number <= 20 or text.word(i + 1) != "ngày" or side not in {"đầu", "cuối"}:
        return None
    found = read_month(text, i + 4 if text.word(i + 3) == "của" else i + 3)
    if found is None or found[0].precision is not Precision.MONTH:
        return None
    first, last = (1, number) if side == "đầu" else (-number, -1)
    return replace(found[0], precision=Precision.PERIOD_OF_MONTH, first=first, last=last), found[1]


def _of_each(text: Text, i: int, part: str) -> tuple[Civil, int] | None:
    """`đầu hằng tháng`, `cuối mỗi năm`: the part; `hằng tháng` is left for the reader of frequencies."""
    if text.word(i + 1) == "tháng":
        return Civil(Precision.PERIOD_OF_MONTH, *THIRDS[part], estimated=True), i
    if text.word(i + 1) == "năm" and text.number(i + 2) is None:
        first, last = _OF_YEAR[part]
        return Civil(Precision.FUZZY, month=first, last_month=last, estimated=True), i
    return None


def _third(text: Text, i: int, part: str) -> tuple[Civil, int] | None:
    first, last = THIRDS[part]
    if found := read_month(text, i):
        when, end = found
        if when.precision is Precision.MONTH:
            part_of = replace(when, precision=Precision.PERIOD_OF_MONTH, first=first, last=last, estimated=True)
            return part_of, end
        return None
    if text.word(i) == "tháng" and month_number(text, i + 1) is None:
        return _without_number(text, i, Civil(Precision.PERIOD_OF_MONTH, first, last, estimated=True))
    return None


def _of_quarter(text: Text, i: int, part: str) -> tuple[Civil, int] | None:
    found = read_quarter(text, i)
    if not found:
        return None
    when, end = found
    month = (when.month or 0) + _OF_QUARTER[part]
    return replace(when, precision=Precision.FUZZY, month=month, last_month=month, estimated=True), end


def _of_year(text: Text, i: int, part: str) -> tuple[Civil, int] | None:
    if text.word(i) != "năm":
        return None
    first, last = _OF_YEAR[part]
    when = Civil(Precision.FUZZY, month=first, last_month=last, estimated=True)
    if found := read_year(text, i):
        year, end = found
        if year.last_year:
            return None
        return replace(when, year=year.year), end
    return _without_number(text, i, when)


def _without_number(text: Text, i: int, when: Civil) -> tuple[Civil, int] | None:
    """The word `tháng` or `năm` stands alone; what comes next may point to another one."""
    if text.word(i + 1) in {"học", "thứ"} or text.number(i + 1) is not None:
        return None
    if pointed := relative(text, i):
        return replace(when, relative=pointed[0]), pointed[1]
    return when, i + 1


def _week(text: Text, i: int) -> tuple[Civil, int] | None:
    """`tuần thứ hai của tháng 3/2026`, `tuần 1 tháng 3`, `tuần đầu tiên tháng 3`, `tuần cuối tháng`."""
    if text.word(i) != "tuần":
        return None
    found = week_number(text, i + 1)
    if found is None:
        return None
    number, j = found
    first, last = _WEEKS[number]
    when = Civil(Precision.FUZZY, first, last, estimated=True)
    if text.word(j) in {"hằng", "mỗi"} and text.word(j + 1) == "tháng":
        return when, j
    if text.word(j) == "của":
        j += 1
    if text.word(j) in {"hằng", "mỗi"} and text.word(j + 1) == "tháng":
        return when, j
    if text.word(j) != "tháng":
        return None
    month = month_number(text, j + 1)
    if month:
        return with_year(text, month[1], replace(when, month=month[0]))
    return _without_number(text, j, when)


def week_number(text: Text, i: int) -> tuple[int, int] | None:
    """`thứ hai`, `thứ 2`, `đầu tiên`, `đầu`, `cuối cùng`, `cuối`, `1`: the number of a week, -1 for the last."""
    j = i + 1 if text.word(i) == "thứ" else i
    number = _WEEK_NAMES.get(text.word(j))
    if number is None:
        number = text.number(j)
        if number not in _WEEKS:
            return None
    if text.word(j + 1) == "tiên" and text.word(j) == "đầu":
        return number, j + 2
    if text.word(j + 1) == "cùng" and text.word(j) == "cuối":
        return number, j + 2
    return number, j + 1
