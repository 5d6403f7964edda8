"""Single days: `ngày 15 tháng 3 năm 2026`, `15/3/2026`, `ngày mùng 5`, `ngày cuối tháng 6`."""

from __future__ import annotations

from dataclasses import replace

from congkhai.model.phrases.hour import PARTS
from congkhai.model.phrases.moment import Civil, day
from congkhai.model.phrases.month import month_number, read_month, read_quarter
from congkhai.model.phrases.number import spelled
from congkhai.model.phrases.reading import Reason, Unclear
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.words import COUNTED_NOUNS, EVERY
from congkhai.model.phrases.year import month_of_quarter, named_year, relative, year_number

_UNTIL = frozenset({"-", "đến"})
#: Before `ngày` these count something by the day: `mỗi ngày 2.5 giờ`.
_PER_DAY = frozenset({"mỗi", "một", "1", "01", "hằng", "/"})
_DAY_WORDS = frozenset({"ngày", "mùng"})
_PLURAL = frozenset({"các", "những", "cả", "hai", "ba", "bốn", "năm", "2", "3", "4", "5", "02", "03", "04", "05"})


def read_day(text: Text, i: int, timed: bool = False) -> tuple[Civil, int] | None:
    """A day as far as it is told. Without the word `ngày` a year or a direction (`timed`) must show what it is."""
    j, named = _opening(text, i)
    if named and (found := _last_day(text, j)):
        return found
    number = text.number(j)
    if number is None:
        words = spelled(text, j) if named else None
        if words is None or words[0] > 31:
            return None
        number, k = words
    elif text.digits(j) > 2 or _inside(text, j):
        return _iso(text, j)
    else:
        k = j + 1
    if text.word(k) == "(" and text.word(k + 2) == ")":
        echo = spelled(text, k + 1)
        if echo and echo[0] == number:
            k += 3
    apart = text.word(k) == "," and text.word(k + 1) == "tháng" and named
    if (text.word(k) == "tháng" or apart) and (found := _with_month(text, k + apart, number, named or timed)):
        return found
    if text.word(k) in {"/", "-", "."} and (found := _numeric(text, j, number, k, named, timed)):
        return found
    broken_off = text.word(k) in {"/", "."} and text.glued(k) and text.glued(k + 1) and text.number(k + 1) is not None
    if not named or number == 0 or broken_off:
        return None
    if pointed := relative(text, k):
        return replace(day(number), relative=pointed[0]), pointed[1]
    return day(number), k


def _opening(text: Text, i: int) -> tuple[int, bool]:
    j = i + 1 if text.among(i, _PLURAL) and text.word(i + 1) in _DAY_WORDS else i
    if text.word(j) not in _DAY_WORDS:
        return i, False
    j += 1
    if text.at(j, "thứ") and text.at(j + 2, "của", "tháng") and text.number(j + 1) is not None:
        return j + 1, True
    if j == i + 2 and text.word(j) in {",", ":"} and text.number(j + 1) is not None:
        return j + 1, True
    return (j + 1, True) if text.word(j) in {"mùng", ":"} else (j, True)


def _inside(text: Text, i: int) -> bool:
    """The digits go on a number or a date that began before them."""
    before = text.glued(i) and text.glued(i - 1) and text.word(i - 1) in {"/", ".", ",", "-", ":"}
    letter = text.glued(i) and text.word(i - 1).isalpha() and text.word(i - 1) not in _DAY_WORDS
    return letter or (before and text.number(i - 2) is not None and text.word(i - 1) != "-")


def _last_day(text: Text, i: int) -> tuple[Civil, int] | None:
    """`ngày cuối cùng của tháng 3/2026`, `ngày đầu tiên của quý II`, `ngày cuối tháng 6`."""
    side = text.word(i)
    if side not in {"cuối", "đầu"}:
        return None
    exact = text.word(i + 1) in {"cùng", "tiên"}
    j = i + 2 if exact else i + 1
    if text.word(j) == "của":
        j += 1
    if text.word(j) in {"mỗi", "hằng"} and text.word(j + 1) == "tháng" and text.number(j + 2) is None and exact:
        return day(-1 if side == "cuối" else 1), j
    if side == "đầu" and not exact:
        return None
    number = -1 if side == "cuối" else 1
    if month_of_quarter(text, j):
        return day(number), j
    if found := read_month(text, j):
        when, end = found
        return day(number, when.month, when.year), end
    if found := read_quarter(text, j):
        when, end = found
        return day(number, when.end_month if side == "cuối" else when.month, when.year), end
    if text.word(j) == "năm" and (year := year_number(text, j + 1)):
        return day(number, 12 if side == "cuối" else 1, year), j + 2
    if text.word(j) == "tháng" and (pointed := relative(text, j)):
        return replace(day(number), relative=pointed[0]), pointed[1]
    if text.word(j) == "tháng" and text.word(j + 1) not in {"đầu", "cuối", "thứ"}:
        return day(number), j + 1
    return None


def _with_month(text: Text, i: int, number: int, named: bool) -> tuple[Civil, int] | None:
    """The word `tháng` stands at a place: a month follows, or words that point to one."""
    found = month_number(text, i + 1)
    if found is None:
        return None
    month, end = found
    when = replace(day(number, month), worded=True)
    if not named and text.word(end) == "," and text.number(end + 1) is not None:
        return None
    if text.word(end) == "," and text.word(end + 1) == "năm" and (year := year_number(text, end + 2)):
        return replace(when, year=year), end + 3
    whole = _year_after(text, end, when)
    return whole if named or whole[0].year else None


def _year_after(text: Text, i: int, when: Civil) -> tuple[Civil, int]:
    if year := named_year(text, i):
        return replace(when, year=year[0]), year[1]
    if text.word(i) in {"/", "-"} and text.digits(i + 1) == 2 and text.glued(i) and text.glued(i + 1):
        return replace(when, year=2000 + (text.number(i + 1) or 0), short_year=True), i + 2
    if pointed := relative(text, i):
        return replace(when, relative=pointed[0]), pointed[1]
    return when, i


def _numeric(text: Text, j: int, number: int, k: int, named: bool, timed: bool) -> tuple[Civil, int] | None:
    """`15/3/2026`, `15-3-2026`, `15.3.2026`, `15/3`. The first mark stands at `k`."""
    mark = text.word(k)
    tight = text.glued(k) and text.glued(k + 1)
    month = text.number(k + 1)
    if month is None or text.digits(k + 1) > 2 or (mark != "/" and not tight):
        return None
    end = k + 2
    if text.word(end) == mark and (mark == "/" or (text.glued(end) and text.glued(end + 1))):
        if year := year_number(text, end + 1):
            return _dated(text, number, month, year, end + 2, named or timed or mark != ".")
        if text.digits(end + 1) == 2 and text.glued(end) and text.glued(end + 1) and (named or timed) and month <= 12:
            short = 2000 + (text.number(end + 1) or 0)
            return replace(day(number, month, short), short_year=True), end + 2
        return None
    if mark == "/" and text.at(end, "năm") and (year := year_number(text, end + 1)):
        return day(number, month, year), end + 2
    if mark == "-" and named and text.among(end, EVERY) and text.word(end + 1) in {"tháng", "năm"}:
        return (day(number, month), end) if text.word(end + 1) == "năm" and month <= 12 else None
    if mark == "-" and named:
        return _dashed(number, month, end) if text.word(end) not in {"/", "-", "tháng"} else None
    dotted = named or (timed and text.among(j - 1, _UNTIL) and text.word(j - 3) == ".")
    dotted = dotted or (timed and text.word(j - 1) in PARTS)
    if mark == "." and dotted and 1 <= month <= 12 and not (text.word(end) in {".", ","} and text.glued(end + 1)):
        counted = text.among(end, COUNTED_NOUNS) or text.among(j - 2, _PER_DAY)
        return None if counted else (day(number, month), end)
    if mark == "." or not (named or timed) or text.glued(end) and text.word(end) in {"/", "-"} and not _span(text, end):
        return None
    if text.among(end, COUNTED_NOUNS) and not text.breaks(end) and not (named and month <= 12):
        return None
    if pointed := relative(text, end):
        return replace(day(number, month), relative=pointed[0]), pointed[1]
    return day(number, month), end


def _span(text: Text, i: int) -> bool:
    return text.word(i) == "-" and text.number(i + 1) is not None


def _dated(text: Text, number: int, month: int, year: int, end: int, sure: bool) -> tuple[Civil, int] | None:
    if not sure or (text.word(end) in {"/", "."} and text.glued(end) and text.glued(end + 1) and text.word(end + 1)):
        return None
    return day(number, month, year), end


def _dashed(number: int, month: int, end: int) -> tuple[Civil, int] | None:
    """`ngày 30-4` can only be a day and a month; `ngày 10-12` may be two days."""
    if month < number and month <= 12:
        return day(number, month), end
    if month > 12:
        return None
    raise Unclear(Reason.UNCERTAIN)


def _iso(text: Text, i: int) -> tuple[Civil, int] | None:
    year = year_number(text, i)
    if year is None or text.word(i + 1) != "-" or text.digits(i + 2) != 2 or text.word(i + 3) != "-":
        return None
    if text.digits(i + 4) != 2 or not all(text.glued(n) for n in range(i + 1, i + 5)):
        return None
    return day(text.number(i + 4) or 0, text.number(i + 2) or 0, year), i + 5
