"""Months, quarters, and months counted from either end of the year."""

from __future__ import annotations

from dataclasses import replace

from congkhai.model.phrases.moment import Civil, months, quarter
from congkhai.model.phrases.number import DIGITS, ROMAN, spelled
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.year import named_year, relative, year_number
from congkhai.model.plan import Precision

_PLURAL = frozenset({"các", "những", "cả"})
#: After a number these show that something is counted: `tháng 1 lần` is once a month.
_COUNTED = frozenset({"%", "tuổi", "lần"})
_QUARTER_WORDS = {"một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
_ENDS = frozenset({"", ",", ".", ";", ":", ")", "(", "và", "năm", "/", "-", "hoặc", "đến", "hằng"})


def month_number(text: Text, i: int) -> tuple[int, int] | None:
    """The number of a month in digits or words: `7`, `bảy`, `tư`, `mười hai`. Numbers above 12 are returned too."""
    number = text.number(i)
    if number is not None:
        return (number, i + 1) if text.digits(i) <= 2 else None
    if text.word(i) == "tư":
        return 4, i + 1
    if text.word(i) == "năm":
        named = text.capital(i) and not text.capital(i - 1) and year_number(text, i + 1) is None
        return (5, i + 1) if named or (text.word(i + 1) == "năm" and year_number(text, i + 2)) else None
    found = spelled(text, i)
    return found if found and found[0] <= 12 else None


def read_month(text: Text, i: int) -> tuple[Civil, int] | None:
    """`tháng 7/2010`, `tháng 7 năm 2010`, `tháng bảy`, `T7/2010`."""
    j = i + 1 if text.among(i, _PLURAL) else i
    if text.word(j) == "t" and text.glued(j + 1) and text.number(j + 1) is not None:
        return _short_month(text, j + 1)
    if text.word(j) != "tháng":
        return None
    found = month_number(text, j + 1)
    if found is None:
        return _only_month(text, j)
    number, end = found
    counted = text.among(end, _COUNTED) or (text.word(end) in {"-", "đến"} and text.among(end + 2, _COUNTED))
    if counted or _runs_on(text, end):
        return None
    if text.word(end) in {",", "."} and _decimal(text, end):
        return None
    return with_year(text, end, Civil(Precision.MONTH, month=number))


def _short_month(text: Text, i: int) -> tuple[Civil, int] | None:
    """`7/2010` in `T7/2010`; without a year only when another such month follows."""
    number = text.number(i)
    if number is None or not 1 <= number <= 12:
        return None
    if year := named_year(text, i + 1):
        return months(number, number, year[0]), year[1]
    another = text.word(i + 1) in {"-", "đến", ",", "và"} and text.word(i + 2) == "t" and text.number(i + 3) is not None
    return (months(number, number), i + 1) if another and text.glued(i + 3) else None


def _runs_on(text: Text, i: int) -> bool:
    """A slash and a number that is no year follow: `tháng 5/6/2026` may mean anything."""
    return text.word(i) == "/" and text.glued(i) and text.number(i + 1) is not None and year_number(text, i + 1) is None


def _only_month(text: Text, i: int) -> tuple[Civil, int] | None:
    """`tháng đầu năm 2026`, `tháng cuối năm`."""
    number = {"đầu": 1, "cuối": 12}.get(text.word(i + 1))
    if number and text.word(i + 2) == "năm" and (year := year_number(text, i + 3)):
        return months(number, number, year), i + 4
    return None


def _decimal(text: Text, i: int) -> bool:
    return text.word(i) == "." and text.glued(i) and text.glued(i + 1) and text.digits(i + 1) in {1, 2, 3}


def with_year(text: Text, i: int, when: Civil) -> tuple[Civil, int]:
    """Add the year, or the words that point to one, that stand after a month or quarter."""
    if year := named_year(text, i):
        return replace(when, year=year[0]), year[1]
    if text.word(i) == "(" and text.word(i + 1) == "năm" and (number := year_number(text, i + 2)):
        return replace(when, year=number), i + 4 if text.word(i + 3) == ")" else i + 3
    if pointed := relative(text, i):
        return replace(when, relative=pointed[0]), pointed[1]
    return when, i


def read_numeric_month(text: Text, i: int) -> tuple[Civil, int] | None:
    """`7/2010` where a direction has said that a time comes."""
    number, year = text.number(i), year_number(text, i + 2)
    if number is None or text.digits(i) > 2 or not 1 <= number <= 12 or year is None or text.word(i + 1) != "/":
        return None
    if text.word(i + 3) in {"/", "-"} and text.glued(i + 3):
        return None
    return months(number, number, year), i + 3


def quarter_number(text: Text, i: int) -> tuple[int, int] | None:
    """`II` or `2`, or a word when nothing else could be meant. Numbers above 4 are returned too."""
    word = text.word(i)
    if word in ROMAN:
        return ROMAN[word], i + 1
    number = text.number(i)
    if number is not None:
        return (number, i + 1) if text.digits(i) <= 2 else None
    if word in {"v", "vi", "vii", "viii"} and named_year(text, i + 1):
        return 5, i + 1
    if word in _QUARTER_WORDS and text.word(i + 1) in _ENDS:
        return _QUARTER_WORDS[word], i + 1
    return None


def read_quarter(text: Text, i: int) -> tuple[Civil, int] | None:
    """`quý II/2007`, `Quý 2 năm 2007`, `Q2/2026`."""
    j = i + 1 if text.among(i, _PLURAL) else i
    if text.word(j) == "q" and text.glued(j + 1) and text.number(j + 1) in range(1, 5):
        year = named_year(text, j + 2)
        return (quarter(text.number(j + 1) or 0, year[0]), year[1]) if year else None
    if text.word(j) in {"quýi", "quýii", "quýiii", "quýiv", "qi", "qii", "qiii", "qiv"}:
        roman = ROMAN[text.word(j).removeprefix("quý").removeprefix("q")]
        return with_year(text, j + 1, quarter(roman))
    if text.word(j) != "quý":
        return None
    found = quarter_number(text, j + 1)
    if found is None or text.among(found[1], _COUNTED) or _runs_on(text, found[1]):
        return None
    if not 1 <= found[0] <= 4:
        return with_year(text, found[1], Civil(Precision.QUARTER, month=99))
    return with_year(text, found[1], quarter(found[0]))


def read_half(text: Text, i: int) -> tuple[Civil, int] | None:
    """`6 tháng đầu năm 2015`, `hai quý đầu năm`, `nửa cuối năm`, `những tháng cuối năm`."""
    if text.word(i) == "nửa":
        return _half(text, i)
    if text.among(i, _PLURAL) and text.word(i + 1) == "tháng":
        return _some_months(text, i + 1)
    number = text.number(i)
    end = i + 1
    if number is None:
        if text.word(i) not in DIGITS or not (words := spelled(text, i)):
            return None
        number, end = words
    if text.word(end) == "quý" and number in {2, 3} and text.word(end + 1) in {"đầu", "cuối"}:
        k = end + 3 if text.word(end + 2) == "của" else end + 2
        span = months(1, number * 3) if text.word(end + 1) == "đầu" else months(13 - number * 3, 12)
        return _of_year(text, k, span) if text.word(k) == "năm" else None
    if not 1 <= number <= 11 or text.word(end) != "tháng" or (text.glued(i) and text.word(i - 1) in {"/", "-", "."}):
        return None
    side = text.word(end + 1)
    if side in {"đầu", "cuối"}:
        k = end + 3 if text.word(end + 2) == "của" else end + 2
        span = months(1, number) if side == "đầu" else months(13 - number, 12)
        if text.word(k) == "năm":
            return _of_year(text, k, span)
        if year := year_number(text, k):
            return replace(span, year=year), k + 1
        return None
    if side == "năm" and (year := year_number(text, end + 2)):
        return months(1, number, year), end + 3
    if number in {3, 6, 9} and (listed := _year_of_list(text, end + 1)):
        return months(1, number, listed[0]), end + 1
    return None


def _year_of_list(text: Text, i: int) -> tuple[int | None] | None:
    """The year at the end of `6 tháng, 9 tháng và năm 2026`, which may be `cả năm` without its number."""
    end = i
    while end < i + 8 and (text.word(end) in {",", "và", "cả", "tháng"} or text.number(end) in {3, 6, 9}):
        end += 1
    if end == i or text.word(end) != "năm" or text.word(i) not in {",", "và"}:
        return None
    year = year_number(text, end + 1)
    return (year,) if year or text.word(end - 1) == "cả" else None


def _half(text: Text, i: int) -> tuple[Civil, int] | None:
    j = i + 2 if text.word(i + 1) == "năm" else i + 1
    span = {"đầu": months(1, 6), "cuối": months(7, 12)}.get(text.word(j))
    if span is None:
        return None
    if text.word(j + 1) == "năm":
        return _of_year(text, j + 1, span)
    if text.word(i + 1) == "năm":
        year = year_number(text, j + 1)
        return (replace(span, year=year), j + 2) if year else (span, j + 1)
    if text.word(j + 1) == "tháng" and (found := month_number(text, j + 2)):
        first, last = (1, 15) if text.word(j) == "đầu" else (16, -1)
        half = Civil(Precision.PERIOD_OF_MONTH, first, last, found[0])
        return with_year(text, found[1], half)
    return None


def _of_year(text: Text, i: int, span: Civil) -> tuple[Civil, int]:
    """The word `năm` stands at a place: with its number, with a word that points to it, or alone."""
    if year := year_number(text, i + 1):
        return replace(span, year=year), i + 2
    if pointed := relative(text, i):
        return replace(span, relative=pointed[0]), pointed[1]
    return span, i + 1


def _some_months(text: Text, i: int) -> tuple[Civil, int] | None:
    side = text.word(i + 1)
    j = i + 3 if text.word(i + 2) == "của" else i + 2
    if side not in {"đầu", "cuối"} or text.word(j) != "năm":
        return None
    span = Civil(Precision.FUZZY, month=10, last_month=12, estimated=True, since=False)
    if side == "đầu":
        span = Civil(Precision.FUZZY, month=1, last_month=3, estimated=True)
    return _of_year(text, j, span)
