"""Amounts of time: a number, or two, and the unit they count."""

from __future__ import annotations

from decimal import Decimal

from congkhai.model.phrases.lunar import is_branch
from congkhai.model.phrases.number import ROMAN, counted
from congkhai.model.phrases.reading import Unit
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.year import year_number

_TO = frozenset({"đến", "-"})
_UNITS = {
    **{"phút": Unit.MINUTE, "giờ": Unit.HOUR, "ngày": Unit.DAY, "tuần": Unit.WEEK, "tháng": Unit.MONTH},
    **{"quý": Unit.QUARTER, "năm": Unit.YEAR, "h": Unit.HOUR, "tiếng": Unit.HOUR},
}
#: What makes `60 tháng tuổi`, `3 tháng tiền lương` or `30 năm tuổi Đảng` no length of time that anyone waits for.
_NOT_AFTER = frozenset({"tuổi", "lương", "phép", "thai", "tết", "lễ", "sinh", "hội", "mức", "vàng", "tuất", "tiền"})
_TAILS = ("dương lịch", "lịch", "liên tục", "liên tiếp", "đồng hồ")


def read_amount(text: Text, i: int) -> tuple[Decimal, Decimal, Unit, int] | None:
    """Lowest and highest number, the unit, and where it ends."""
    if text.word(i) == "nửa" and text.word(i + 2) not in {"đầu", "cuối"}:
        whole = _unit(text, i + 1)
        return (Decimal("0.5"), Decimal("0.5"), whole[0], whole[1]) if whole else None
    if text.word(i) == "năm" and not _five(text, i):
        return None
    first = counted(text, i)
    if first is None or not first[0]:
        return None
    low, j = first
    unit = _unit(text, j)
    k = j if unit is None else unit[1]
    if text.word(k) in _TO:
        m = k + 1
        while text.word(m) in {"dưới", "hết"}:
            m += 1
        second = counted(text, m)
        upper = _unit(text, second[1]) if second else None
        if second and upper and second[0] >= low and (unit is None or unit[0] is upper[0] or _days(unit[0], upper[0])):
            return low, second[0], *upper
        if second and upper and unit and (unit[0], upper[0]) == (Unit.MONTH, Unit.YEAR) and second[0] * 12 >= low:
            return low, second[0] * 12, Unit.MONTH, upper[1]
        if second and text.word(second[1]) in _UNITS and text.word(second[1] + 1) in _NOT_AFTER:
            return None
    if unit is None:
        return None
    if text.word(unit[1]) == "rưỡi":
        return low + Decimal("0.5"), low + Decimal("0.5"), unit[0], unit[1] + 1
    if unit[0] is Unit.HOUR and (both := _hours_and_minutes(text, low, unit[1])):
        return both
    if unit[0] is Unit.YEAR and (both := _years_and_months(text, low, unit[1])):
        return both
    return low, low, *unit


def _years_and_months(text: Text, years: Decimal, i: int) -> tuple[Decimal, Decimal, Unit, int] | None:
    """`01 năm 06 tháng` is 18 months."""
    rest = counted(text, i)
    more = _unit(text, rest[1]) if rest and rest[0] < 12 and text.word(rest[1]) == "tháng" else None
    if rest is None or more is None:
        return None
    months = years * 12 + rest[0]
    return months, months, more[0], more[1]


def _hours_and_minutes(text: Text, hours: Decimal, i: int) -> tuple[Decimal, Decimal, Unit, int] | None:
    """`02 giờ 30 phút` is 150 minutes."""
    rest = counted(text, i)
    if rest is None or rest[0] >= 60 or text.word(rest[1]) != "phút":
        return None
    minutes = hours * 60 + rest[0]
    return minutes, minutes, Unit.MINUTE, rest[1] + 1


def _five(text: Text, i: int) -> bool:
    """`năm` counts five, and is not the year of `51 năm Ngày …`, `trong năm ngày càng …` or `năm tháng`."""
    before = text.number(i - 1) is not None or text.word(i - 1) in {
        "mươi",
        "mười",
        "trăm",
        "nhiều",
        "các",
        "hằng",
        "mỗi",
    }
    named = text.capital(i + 1) and not text.capital(i)
    idiom = text.word(i + 2) == "càng" or (
        text.word(i + 1) == "tháng" and text.word(i - 1) not in {"hạn", "vòng", "quá"}
    )
    return not (before or named or idiom)


def _days(one: Unit, other: Unit) -> bool:
    """`từ 03 ngày đến 05 ngày làm việc` counts working days at both ends."""
    return one is Unit.DAY and other is Unit.WORKING_DAY


def _unit(text: Text, i: int) -> tuple[Unit, int] | None:
    unit = _UNITS.get(text.word(i))
    if (
        unit is None
        or (text.word(i) == "h" and not text.glued(i))
        or text.word(i) == "tiếng"
        and text.word(i + 1) != "đồng"
    ):
        return None
    j = i + 1
    if unit is Unit.DAY and text.at(j, "làm", "việc"):
        unit, j = Unit.WORKING_DAY, j + 2
    elif unit is Unit.HOUR and (text.at(j, "làm", "việc") or text.at(j, "hành", "chính")):
        unit, j = Unit.WORKING_HOUR, j + 2
    elif text.word(j) in _NOT_AFTER or _names(text, unit, j):
        return None
    for tail in _TAILS:
        if text.at(j, *tail.split()):
            j += len(tail.split())
    if text.word(j) == "liền" and text.word(j + 1) not in {"kề", "trước", "sau"}:
        j += 1
    return unit, j


def _names(text: Text, unit: Unit, j: int) -> bool:
    """What follows shows that the unit begins a name or a date: `2 ngày 15 và 16/3`, `5 năm 2021-2025`."""
    if unit is Unit.DAY and text.word(j) == "công":
        return True
    if unit is Unit.DAY and text.word(j) in {"đầu", "cuối"}:
        return text.word(j + 1) in {"tháng", "của", "quý", "năm"}
    if unit in {Unit.DAY, Unit.MONTH} and text.number(j) is not None:
        return text.word(j + 1) not in {"giờ", "ngày", "phút", "tháng"}
    if unit is Unit.YEAR:
        if (text.word(j) == "ngày" and text.word(j + 1) != "càng") or text.word(j - 3) in {"niệm", "mừng"}:
            return True
        return year_number(text, j) is not None or (text.word(j) == "học" and year_number(text, j + 1) is not None)
    if unit is Unit.QUARTER:
        return text.word(j) in ROMAN or text.number(j) is not None or text.capital(j) or is_branch(text.word(j))
    if unit is Unit.MONTH and text.word(j) in {"đầu", "cuối"}:
        return text.word(j + 1) in {"năm", "của"} or year_number(text, j + 1) is not None
    return unit is Unit.MONTH and text.word(j) == "năm" and (text.capital(j) or year_number(text, j + 1) is not None)
