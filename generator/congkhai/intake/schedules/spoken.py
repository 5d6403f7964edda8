"""Days and hours as a notice of reception says them."""

from __future__ import annotations

import re

from congkhai.intake.slugs import folded
from congkhai.model.calendar import Weekday
from congkhai.model.clock import Hours
from congkhai.model.problem import ValueProblem

_DAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tu": 2, "4": 2, "nam": 3, "5": 3, "sau": 4, "6": 4, "bay": 5, "7": 5,
}  # fmt: skip
_DAY = r"(?:thu\s+(hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat))"
_FROM_TO = re.compile(rf"tu\s+{_DAY}\s+den\s+(?:het\s+)?{_DAY}")
_LISTED = re.compile(_DAY)
_TIME = r"\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2})?"
_SPAN = re.compile(rf"(?:từ\s+)?({_TIME})(?:\s*phút|['’])?\s*(?:-|–|đến)\s*({_TIME})(?:\s*phút)?", re.IGNORECASE)
_WEEKS = re.compile(
    r"tuan\s+(?:thu\s+)?(\d|nhat|hai|ba|tu|cuoi)((?:\s*(?:,|va)\s*(?:tuan\s+)?(?:thu\s+)?(?:\d|nhat|hai|ba|tu|cuoi))*)"
)
_WEEK = {"nhat": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3, "tu": 4, "4": 4, "5": 5, "cuoi": -1}
_MONTH_DAYS = re.compile(r"ngay\s+(\d{1,2})((?:\s*(?:,|va)\s*(?:ngay\s+)?\d{1,2})*)\s+(?:hang|hằng)\s+thang")


def weekdays(text: str) -> tuple[Weekday, ...]:
    """`từ thứ Hai đến thứ Sáu`, `thứ 5`, `thứ Ba và thứ Năm`."""
    plain = _WEEKS.sub(" ", folded(text))
    every = list(Weekday)
    if span := _FROM_TO.search(plain):
        first, last = _number(span[1], span[2]), _number(span[3], span[4])
        return tuple(every[first : last + 1])
    return tuple(dict.fromkeys(every[_number(m[1], m[2])] for m in _LISTED.finditer(plain)))


def weeks(text: str) -> tuple[int, ...]:
    """`tuần thứ 2 và thứ 4 hàng tháng`, `tuần cuối`; empty for every week."""
    found = _WEEKS.search(folded(text))
    if found is None:
        return ()
    words = [found[1], *re.findall(r"\b(?:\d|nhat|hai|ba|tu|cuoi)\b", found[2])]
    return tuple(dict.fromkeys(_WEEK[word] for word in words if word in _WEEK))


def month_days(text: str) -> tuple[int, ...]:
    """`ngày 05 và 20 hàng tháng`."""
    found = _MONTH_DAYS.search(folded(text))
    return tuple(int(day) for day in (found[1], *re.findall(r"\d{1,2}", found[2]))) if found else ()


def hours(text: str) -> tuple[Hours, ...]:
    """Every span of hours in a text: `Sáng từ 7h30 đến 11h30, chiều 13 giờ 30 - 17 giờ 00`."""
    spans = []
    for match in _SPAN.finditer(text):
        try:
            spans.append(Hours.parse(f"{_clock(match[1])}-{_clock(match[2])}"))
        except ValueProblem:
            continue
    return tuple(dict.fromkeys(spans))


def _clock(text: str) -> str:
    hour, _, minute = re.sub(r"\s*(?:giờ|h|g|:)\s*", ":", text.strip(), flags=re.IGNORECASE).partition(":")
    return f"{hour}:{minute or '00'}"


def _number(named: str | None, sunday: str | None) -> int:
    return 6 if sunday or named is None else _DAYS[named]
