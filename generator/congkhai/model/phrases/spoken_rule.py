"""The Vietnamese words for a rule of RFC 5545, as far as the reader of phrases makes such rules."""

from __future__ import annotations

import re

from congkhai.model.calendar import Weekday
from congkhai.model.phrases.reading import Bound, Times, Understood
from congkhai.model.phrases.words import DAY_CODES
from congkhai.model.plan import Part, Precision

_NUMBERS = {"1": "thứ nhất", "2": "thứ hai", "3": "thứ ba", "4": "thứ tư", "-1": "cuối cùng"}
_PARTS = {Part.MORNING: "sáng ", Part.AFTERNOON: "chiều "}
_UNITS = {"DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm"}
_BOUNDS = {Bound.EXACT: "", Bound.AT_LEAST: "ít nhất ", Bound.AT_MOST: "không quá "}
_DAY = re.compile(r"(-?\d*)([A-Z]{2})")


def spoken_rule(time: Understood) -> str | None:
    """The phrase for a recurrence; None for one whose days depend on more than its rule."""
    if time.rule is None or time.after or (time.estimated and time.precision is not Precision.PERIOD_OF_MONTH):
        return None
    parts = dict(piece.split("=", 1) for piece in time.rule.split(";"))
    if "BYSETPOS" in parts:
        return None
    if "BYDAY" in parts:
        return _weekdays(time, parts)
    if time.from_time or time.to_time or time.part:
        return None
    if "BYMONTHDAY" in parts:
        return _month_days(time, parts)
    if time.start_rule and not time.due_rule:
        return None
    if time.start_rule and time.due_rule:
        return _window(time.start_rule, time.due_rule, time.precision)
    return _plain(parts, time.times)


def _weekdays(time: Understood, parts: dict[str, str]) -> str | None:
    found = [_DAY.fullmatch(code) for code in parts["BYDAY"].split(",")]
    pairs = [(match[1], DAY_CODES.index(match[2])) for match in found if match]
    days = ", ".join(_name(day) for day in sorted({day for _, day in pairs}))
    if parts.get("INTERVAL") == "2" and parts["FREQ"] == "WEEKLY" and not (time.from_time or time.to_time):
        return f"cách tuần vào {_PARTS[time.part] if time.part else ''}{days}"
    if "INTERVAL" in parts:
        return None
    numbers = sorted({number for number, _ in pairs}, key=lambda number: int(number or 0) % 9)
    if numbers == [""]:
        tail = "hằng tuần"
    elif len(numbers) == 1 and numbers[0] in _NUMBERS and "" not in numbers:
        tail = f"tuần {_NUMBERS[numbers[0]]} hằng tháng"
    elif all(number in _NUMBERS for number in numbers):
        tail = " và ".join(f"tuần {_NUMBERS[number]}" for number in numbers) + " hằng tháng"
    else:
        return None
    said = f"{_PARTS[time.part] if time.part else ''}{days} {tail}"
    if time.from_time and time.to_time:
        return f"{said}, từ {time.from_time.spoken} đến {time.to_time.spoken}"
    if time.from_time:
        return f"{said}, lúc {time.from_time.spoken}"
    return f"trước {time.to_time.spoken} {said}" if time.to_time else said


def _name(day: int) -> str:
    label = list(Weekday)[day].label
    return "thứ" + label.removeprefix("Thứ") if day < 6 else label


def _month_days(time: Understood, parts: dict[str, str]) -> str | None:
    days = parts["BYMONTHDAY"].split(",")
    lead = "ngày" if time.inclusive else "trước ngày"
    if parts["FREQ"] == "MONTHLY":
        if days == ["-1"]:
            return f"{lead} cuối cùng của tháng"
        return None if "-1" in days else f"{lead} {', '.join(days)} hằng tháng"
    if len(days) != 1 or "BYMONTH" not in parts:
        return None
    months = parts["BYMONTH"].split(",")
    if int(days[0]) < 0:
        return None
    return f"{lead} {', '.join(f'{days[0]}/{month}' for month in months)} hằng năm"


def _window(start: str, due: str, precision: Precision) -> str | None:
    first, last = (dict(piece.split("=", 1) for piece in rule.split(";")) for rule in (start, due))
    days = first["BYMONTHDAY"], last["BYMONTHDAY"]
    months = first.get("BYMONTH"), last.get("BYMONTH")
    if None in months:
        thirds = {("1", "10"): "đầu", ("11", "20"): "giữa", ("21", "-1"): "cuối"}
        if precision is Precision.PERIOD_OF_MONTH:
            return f"{thirds[days]} hằng tháng" if days in thirds else None
        return f"từ ngày {days[0]} đến ngày {days[1]} hằng tháng" if days[1] != "-1" else None
    if precision is Precision.MONTH:
        return f"tháng {months[0]} hằng năm"
    if precision is Precision.QUARTER:
        return f"quý {(int(months[0] or 1) + 2) // 3} hằng năm"
    if precision is not Precision.SPAN:
        return None
    if days == ("1", "-1"):
        return f"từ tháng {months[0]} đến tháng {months[1]} hằng năm"
    if days[1] == "-1":
        return None
    return f"từ ngày {days[0]}/{months[0]} đến ngày {days[1]}/{months[1]} hằng năm"


def _plain(parts: dict[str, str], times: Times | None) -> str | None:
    interval = int(parts.get("INTERVAL", "1"))
    unit = _UNITS[parts["FREQ"]]
    if times is None:
        named = {("tháng", 3): "hằng quý", ("tháng", 6): "định kỳ 6 tháng"}
        if interval == 1:
            return f"hằng {unit}"
        if unit in {"ngày", "tuần"}:
            return None
        return named.get((unit, interval), f"định kỳ {interval} {unit}")
    if interval == 1 or (unit, interval) == ("tháng", 3):
        unit = "quý" if interval == 3 else unit
        count = f"{times.low:02d}" if times.low == times.high else f"{times.low:02d} - {times.high:02d}"
        return f"mỗi {unit} {_BOUNDS.get(times.bound, '')}{count} lần"
    if times.low == times.high == 1 and times.bound is Bound.EXACT:
        return f"{interval} {unit} một lần"
    return None
