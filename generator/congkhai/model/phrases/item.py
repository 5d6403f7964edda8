"""One time with all that may stand around it: the hour, the part of the day, the day of the week, the lunar day."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.model.phrases.day import read_day
from congkhai.model.phrases.feast import read_feast, read_lunar
from congkhai.model.phrases.fuzzy import read_part
from congkhai.model.phrases.hour import PARTS, Clock, read_clock
from congkhai.model.phrases.lunar import Lunar
from congkhai.model.phrases.moment import Civil, Moment, Now, months
from congkhai.model.phrases.month import month_number, read_half, read_month, read_numeric_month, read_quarter
from congkhai.model.phrases.reading import Reason, Unclear
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.phrases.weekday import read_weekday
from congkhai.model.phrases.year import read_bare_span, read_bare_year, read_stage, read_year
from congkhai.model.plan import Part

_ECHO = Phrases(
    "tức | tức là | tức ngày | nhằm | nhằm ngày | tức là ngày | nhằm vào ngày | nhằm vào | âm lịch | âm lịch là"
)
#: Every token that can begin a time.
_STARTERS = frozenset(
    {
        *("ngày", "mùng", "tháng", "quý", "năm", "đầu", "giữa", "cuối", "thượng", "trung", "hạ", "tuần", "nửa", "các"),
        *("những", "giai", "thời", "nhiệm", "niên", "rằm", "tết", "dịp", "nghỉ", "lễ", "kỳ", "nay", "sáng", "chiều"),
        *("thứ", "chủ", "buổi", "lúc", "từ", "hồi", "vào", "q", "t", "cả", "trung", "giỗ", "quốc", "vu", "phật"),
        *("một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "noel", "giáng", "đêm", "khóa", "đợt"),
        *("quýi", "quýii", "quýiii", "quýiv", "qi", "qii", "qiii", "qiv", "đón", "trong", "tối", "trưa", "giao"),
    }
)


@dataclass(frozen=True, slots=True)
class Item:
    """A moment and what was said around it; the weekday is 0 for Monday."""

    when: Moment
    part: Part | None = None
    clock: Clock | None = None
    weekday: int | None = None
    lunar: Lunar | None = None


#: What may follow a year without a number: `đến hết năm.`
_AFTER_WHOLE = frozenset({"", ",", ".", ";", ")", "và", "để", "phải", "các", "toàn"})
#: Before `chiều` these make it a dimension: `nghèo đa chiều giai đoạn 2022-2025`.
_DIMENSIONS = frozenset({"đa", "một", "hai", "ba", "nhiều", "đơn", "trái", "ngược"})


def read_item(text: Text, i: int, timed: bool = False, loose: bool = False) -> tuple[Item, int] | None:
    """A time at a place.

    `timed` says that a direction stands before it, so that `15/3` is a day; `loose` that at least `7/2010`
    is a month.
    """
    if text.number(i) is None and not text.among(i, _STARTERS):
        return None
    clock, part, weekday = None, None, None
    j = i
    if found := read_clock(text, j):
        clock, j = found
        timed = True
        named = text.word(j) in {",", "của", "vào"} and text.word(j + 1) in {"ngày", "thứ", "sáng", "chiều", "chủ"}
        j += named or (text.word(j) == "," and text.word(j + 2) == text.word(j + 4) == "/")
    if text.word(j) == "buổi" and text.word(j + 1) in PARTS:
        j += 1
    if text.word(j) in PARTS and text.word(j - 1) not in _DIMENSIONS:
        part, j, timed = PARTS[text.word(j)], j + 1, True
        if text.word(j) == ",":
            j += 1
    elif text.word(j) in {"tối", "đêm", "trưa"} and text.word(j + 1) in {"ngày", "mùng"}:
        j += 1
    elif text.word(j) in {"tối", "đêm", "trưa"} and text.number(j + 1) is not None and text.word(j + 2) == "/":
        j, timed = j + 1, True
    if day_of_week := read_weekday(text, j + 1 if text.word(j) == "ngày" else j):
        k = day_of_week[1] + (text.word(day_of_week[1]) in {",", "("})
        if text.word(k) in {"ngày", "mùng"} or (text.number(k) is not None and _of_month(text, k + 1)):
            weekday, j, timed = day_of_week[0], k, True
    elif j == i and clock is None and text.word(i) in {"từ", "vào", "lúc", "hồi", "buổi", "chủ"}:
        return None
    found_moment = _moment(text, j, timed or names_day(text, j), loose)
    if found_moment is None:
        return None
    when, end = found_moment
    if weekday is not None and text.word(end) == ")":
        end += 1
    if (
        text.word(end) == "("
        and weekday is None
        and (late := read_weekday(text, end + 1))
        and text.word(late[1]) == ")"
    ):
        weekday, end = late[0], late[1] + 1
    lunar, end = _echo(text, end) if isinstance(when, Civil) else (None, end)
    return Item(when, part, clock, weekday, lunar), end


def _of_month(text: Text, i: int) -> bool:
    """What stands after the number of a day: `thứ Năm 28/5`, `thứ Năm 28 tháng 5`, and not `3 tháng một lần`."""
    if text.word(i) != "tháng":
        return text.word(i) == "/"
    found = month_number(text, i + 1)
    return found is not None and text.word(found[1]) != "lần"


def names_day(text: Text, i: int) -> bool:
    """Say whether `10/10` stands behind the name of a day: `Ngày Chuyển đổi số quốc gia 10/10`, or comes every year."""
    if text.number(i) is None or text.word(i + 1) != "/" or text.number(i + 2) is None:
        return False
    if text.word(i + 3) in {"hằng", "mỗi"} and text.word(i + 4) == "năm":
        return True
    for n in range(i - 1, max(-1, i - 12), -1):
        if text.word(n) in {",", ";", ".", ":"} or text.hidden(n):
            return False
        if text.word(n) == "ngày":
            return text.capital(n) and text.capital(n + 1) and text.number(n + 1) is None
    return False


def _moment(text: Text, i: int, timed: bool, loose: bool) -> tuple[Moment, int] | None:
    if text.word(i) == "nay" and timed:
        return Now(), i + 1
    if text.word(i) == "năm" and text.word(i - 1) == "hết" and text.word(i + 1) in _AFTER_WHOLE:
        return months(1, 12), i + 1
    return (
        read_lunar(text, i)
        or read_part(text, i)
        or read_stage(text, i)
        or read_half(text, i)
        or read_day(text, i, timed)
        or read_month(text, i)
        or read_quarter(text, i)
        or read_year(text, i)
        or read_feast(text, i, timed or loose)
        or (read_numeric_month(text, i) if timed or loose else None)
        or (read_bare_year(text, i) if timed else None)
        or (read_bare_span(text, i) if loose else None)
    )


def _echo(text: Text, i: int) -> tuple[Lunar | None, int]:
    """`(tức ngày 27 tháng Chạp năm Ất Tỵ)` after a civil day."""
    if text.word(i) != "(":
        return None, i
    j = _ECHO.end(text, i + 1)
    if j is None:
        return None, i
    while text.word(j) in {"ngày", ":", "thứ"} and text.word(j + 1) == "ngày":
        j += 1
    found = read_lunar(text, j) or read_day(text, j, timed=True)
    if found is None:
        return None, i
    when, end = found
    if isinstance(when, Civil):
        if not when.single or when.month is None:
            return None, i
        when = Lunar(when.month, when.first, when.first, None)
    for close in range(end, end + 6):
        if text.word(close) == ")":
            return (when if isinstance(when, Lunar) else None), close + 1
    return None, i


def check_weekday(item: Item, start_weekday: int) -> None:
    """Raise Unclear when the day of the week that was told is not that of the day."""
    if item.weekday is not None and item.weekday != start_weekday:
        raise Unclear(Reason.WRONG_WEEKDAY)
