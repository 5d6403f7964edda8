"""Years and spans of years."""

from __future__ import annotations

from dataclasses import replace

from congkhai.model.phrases.moment import Civil, years
from congkhai.model.phrases.number import ROMAN
from congkhai.model.phrases.reading import Reason, Unclear
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.phrases.words import POINTERS, RELATIVE, YEARS
from congkhai.model.plan import Precision

STAGES = Phrases(
    "giai đoạn | thời kỳ | nhiệm kỳ | giai đoạn từ năm | thời kỳ từ năm | giai đoạn từ | thời gian từ năm | "
    "các giai đoạn | trong giai đoạn | niên khóa | khóa | niên độ | 5 năm | năm năm | 05 năm | 05 năm giai đoạn | "
    "5 năm giai đoạn | 10 năm | 10 năm giai đoạn | ba năm | 03 năm | 3 năm | 02 năm | 2 năm | hai năm | trong 5 năm"
)
_UNITS = frozenset({"năm", "tháng", "quý", "kỳ"})
#: So many words tell which year is meant in `năm sau năm có thay đổi`, up to one that begins what is to be done.
_QUALIFIED = 20
_DUTIES = frozenset({"thì", "phải", "và", "để", "cho", "về", "nộp", "gửi", "báo", "lập", "trình"})
#: What may follow a bare number for it to be a year.
_AFTER_BARE = frozenset({"", ",", ".", ";", ":", ")", "đến", "và", "-", "có", "phải", "sẽ", "thì", "đạt", "cơ", "toàn"})


def year_number(text: Text, i: int) -> int | None:
    """A number that can be a year."""
    number = text.number(i)
    return number if number in YEARS and text.digits(i) == 4 and not _fraction(text, i) else None


def _fraction(text: Text, i: int) -> bool:
    return text.word(i + 1) in {",", "."} and text.glued(i + 1) and text.glued(i + 2) and text.digits(i + 2) == 3


def named_year(text: Text, i: int) -> tuple[int, int] | None:
    """The year after a month or quarter: `năm 2026`, `/2026`, `-2026`, `.2026`, `, năm 2026`, `(năm 2026)`.

    Raises Unclear for a year in words: what stands before it must not be given another one.
    """
    if text.word(i) in {",", "của"} and text.word(i + 1) == "năm":
        i += 1
    if text.word(i) == "năm" and text.word(i + 1) in {"hai", "một"} and text.word(i + 2) in {"nghìn", "ngàn"}:
        raise Unclear(Reason.UNKNOWN)
    if text.word(i) == "năm" and (year := year_number(text, i + 1)):
        return year, i + 2
    if text.word(i) == "/" and (year := year_number(text, i + 1)):
        return year, i + 2
    if text.word(i) in {"-", "."} and text.glued(i) and text.glued(i + 1) and (year := year_number(text, i + 1)):
        return year, i + 2
    return None


def relative(text: Text, i: int) -> tuple[str, int] | None:
    """Words that leave the year or month to another one: `năm sau`, `của tháng liền kề`, `năm trước năm kế hoạch`."""
    head = i + 1 if text.word(i) in {"của", "thuộc", ","} else i
    if text.word(head) not in _UNITS:
        return None
    if text.number(head + 1) is not None or month_of_quarter(text, head):
        return None
    end = head + 1
    while end < head + 14 and text.among(end, RELATIVE) and not text.breaks(end) and not _governs(text, end):
        end += 1
    named = head > i and text.word(i) == "của" and text.word(head) == "năm" and _qualifies(text, head + 1)
    if not named and not any(_points(text, n) for n in range(head + 1, end)):
        return None
    if named or (end > head + 1 and text.word(end - 1) in _UNITS):
        most = end + _QUALIFIED
        while end < most and _qualifies(text, end):
            end += 1
    if text.word(end - 1) == "học" and year_number(text, end):
        end += 3 if text.word(end + 1) == "-" and year_number(text, end + 2) else 1
    return text.wording(head, end), end


def _qualifies(text: Text, i: int) -> bool:
    words = text.word(i).isalpha() or text.hidden(i) is not None
    return words and not text.breaks(i) and text.word(i) not in _DUTIES


def _governs(text: Text, i: int) -> bool:
    """`trước`, `sau` belong to a day that follows: `báo cáo năm trước ngày 15/12` names no other year."""
    if text.word(i) not in {"trước", "sau"}:
        return False
    if text.number(i + 1) is not None or text.word(i + 1) in {"ngày", "mùng", "khi", "giờ", "tết"}:
        return True
    return text.word(i + 1) in {"tháng", "quý"} and (text.number(i + 2) is not None or text.word(i + 2) in ROMAN)


def _points(text: Text, i: int) -> bool:
    return text.among(i, POINTERS) and (text.word(i) != "hành" or text.word(i - 1) == "hiện")


def month_of_quarter(text: Text, i: int) -> tuple[int, int] | None:
    """`tháng cuối quý`, `tháng đầu tiên của mỗi quý`: 1, 2 or 3, and where the phrase ends."""
    if text.word(i) != "tháng":
        return None
    number, j = {"đầu": 1, "giữa": 2, "cuối": 3}.get(text.word(i + 1), 0), i + 2
    if text.at(i + 1, "thứ"):
        number, j = {"nhất": 1, "hai": 2, "ba": 3, "1": 1, "2": 2, "3": 3}.get(text.word(i + 2), 0), i + 3
    if text.word(j) in {"tiên", "cùng"}:
        j += 1
    while text.word(j) in {"của", "mỗi", "hằng", "các"}:
        j += 1
    return (number, j + 1) if number and text.word(j) == "quý" and text.number(j + 1) is None else None


def read_year(text: Text, i: int) -> tuple[Civil, int] | None:
    """`năm 2026`, `các năm 2026`, `năm 2026 - 2030`."""
    j = i + 1 if text.word(i) in {"các", "những", "cả", "trong"} and text.word(i + 1) == "năm" else i
    if text.word(j) != "năm":
        return None
    for kind in ("ngân sách", "tài chính", "kế hoạch", "báo cáo", "dương lịch"):
        if text.at(j + 1, *kind.split()) and year_number(text, j + 3):
            j += 2
    first = year_number(text, j + 1)
    return _span(text, first, j + 2) if first else None


def read_bare_year(text: Text, i: int) -> tuple[Civil, int] | None:
    """`2030` where a direction has said that a time comes."""
    first = year_number(text, i)
    if first is None or text.glued(i):
        return None
    when, end = _span(text, first, i + 1)
    return (when, end) if text.word(end) in _AFTER_BARE or text.breaks(end) else None


def _span(text: Text, first: int, i: int) -> tuple[Civil, int]:
    if text.word(i) == "-":
        j = i + 2 if text.word(i + 1) == "năm" else i + 1
        last = year_number(text, j)
        if last and (text.word(j + 1) not in {"/", "-"} or not text.glued(j + 1)):
            return years(first, last), j + 1
    return years(first), i


def read_stage(text: Text, i: int) -> tuple[Civil, int] | None:
    """`giai đoạn 2021-2025`, `nhiệm kỳ 2020 - 2025`, `năm học 2026-2027` (whose days are an estimate)."""
    if text.at(i, "năm", "học"):
        return _school_year(text, i + 2)
    j = STAGES.end(text, i)
    if j is None:
        return None
    if text.word(j) == "(":
        j += 1
    if text.at(j, "từ", "năm"):
        j += 2
    if text.word(j) == "năm":
        j += 1
    first = year_number(text, j)
    if first is None:
        return None
    k = j + 1
    if text.word(k) in {"-", "đến"}:
        k += 1
        if text.word(k) == "năm":
            k += 1
        last = year_number(text, k)
        if last:
            return years(first, last), k + 1
    return None


def _school_year(text: Text, i: int) -> tuple[Civil, int] | None:
    first = year_number(text, i)
    last = year_number(text, i + 2)
    if first is None or last is None or text.word(i + 1) not in {"-", "/"} or last != first + 1:
        return None
    year = replace(years(first, last), precision=Precision.FUZZY, month=9, last_month=5, estimated=True)
    return year, i + 3


def read_bare_span(text: Text, i: int) -> tuple[Civil, int] | None:
    """`2026-2029` where nothing but a time can stand."""
    first, last = year_number(text, i), year_number(text, i + 2)
    joined = text.glued(i) and text.word(i - 1) != "("
    if first is None or last is None or text.word(i + 1) != "-" or not first < last <= first + 100 or joined:
        return None
    if text.word(i + 3) in {"/", "-"} and text.glued(i + 3):
        return None
    return years(first, last), i + 3
