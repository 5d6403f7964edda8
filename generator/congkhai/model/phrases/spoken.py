"""The Vietnamese words for an understood time: what the reader, given them, understands the same way."""

from __future__ import annotations

from datetime import date, timedelta

from congkhai.model.calendar import short_date
from congkhai.model.phrases.feast import days_off
from congkhai.model.phrases.fuzzy import THIRDS
from congkhai.model.phrases.reading import Amount, Bound, Kind, Relation, Times, Understood
from congkhai.model.phrases.spoken_rule import spoken_rule
from congkhai.model.plan import Part, Precision

_ROMAN = ("I", "II", "III", "IV")
_PARTS = {Part.MORNING: "sáng ", Part.AFTERNOON: "chiều "}
_BOUNDS = {
    **{Bound.EXACT: "", Bound.AT_MOST: "không quá ", Bound.AT_LEAST: "ít nhất "},
    **{Bound.LESS_THAN: "dưới ", Bound.MORE_THAN: "quá "},
}


def spoken(time: Understood) -> str | None:
    """The phrase, in lower case and without a full stop; None for a time that only its document's words can tell."""
    said = _said(time)
    if said is None:
        return None
    return f"dự kiến {said}" if time.expected else said


def _said(time: Understood) -> str | None:
    if time.kind is Kind.RECURRENCE:
        return spoken_rule(time)
    if time.kind in {Kind.DURATION, Kind.EVENT}:
        return _length(time)
    if time.kind is Kind.COUNT and time.times:
        return _rounds(time.times)
    if time.kind is Kind.DEADLINE and time.end:
        return _deadline(time, time.end)
    if time.kind is Kind.WINDOW:
        return _window(time)
    return None


def _rounds(times: Times) -> str:
    return f"{times.low:02d} đợt" if times.low == times.high else f"{times.low:02d} - {times.high:02d} đợt"


def _deadline(time: Understood, end: date) -> str | None:
    if time.precision is Precision.DAY:
        if time.to_time:
            return f"trước {time.to_time.spoken} ngày {short_date(end)}"
        if time.inclusive:
            return f"chậm nhất ngày {short_date(end)}"
        return f"trước ngày {short_date(end + timedelta(days=1))}"
    if time.inclusive:
        whole = _ending(time.precision, end)
        return f"đến hết {whole}" if whole else None
    whole = _beginning(time.precision, end + timedelta(days=1))
    return f"trước {whole}" if whole else None


def _ending(precision: Precision, end: date) -> str | None:
    """The month, quarter, half or whole year that ends on a day, if one does."""
    if (end + timedelta(days=1)).day != 1:
        return None
    return _whole(precision, end.month, end.year, last=True)


def _beginning(precision: Precision, start: date) -> str | None:
    return _whole(precision, start.month, start.year, last=False) if start.day == 1 else None


def _whole(precision: Precision, month: int, year: int, last: bool) -> str | None:
    if precision is Precision.MONTH:
        return f"tháng {month}/{year}"
    if precision is Precision.QUARTER and month % 3 == (0 if last else 1):
        return f"quý {_ROMAN[(month - 1) // 3]}/{year}"
    if precision is Precision.HALF_YEAR and month in ((6, 12) if last else (1, 7)):
        return f"6 tháng {'đầu' if month in {1, 6} else 'cuối'} năm {year}"
    if precision is Precision.YEAR and month == (12 if last else 1):
        return f"năm {year}"
    return None


def _window(time: Understood) -> str | None:
    start, end = time.start, time.end
    if start is None:
        return None
    if end is None:
        return _since(time, start)
    if start == end and time.precision is Precision.DAY:
        return _one_day(time, start)
    if time.from_time or time.to_time or time.part:
        return None
    if time.precision is Precision.SPAN:
        if time.estimated:
            return None
        if not time.inclusive:
            return f"từ ngày {short_date(start)} đến trước ngày {short_date(end + timedelta(days=1))}"
        return f"từ ngày {short_date(start)} đến hết ngày {short_date(end)}"
    if time.precision is Precision.PERIOD_OF_MONTH:
        return _part_of_month(start, end)
    if time.precision is Precision.FUZZY:
        return _part_of_year(start, end)
    if time.precision is Precision.HOLIDAY:
        return f"trong dịp Tết Nguyên đán năm {end.year}" if days_off(end.year) == (start, end) else None
    whole = _ending(time.precision, end)
    return f"trong {whole}" if whole and _beginning(time.precision, start) else None


def _since(time: Understood, start: date) -> str | None:
    if time.precision is not Precision.DAY or time.from_time or time.part:
        return None
    if time.inclusive:
        return f"kể từ ngày {short_date(start)}"
    return f"sau ngày {short_date(start - timedelta(days=1))}"


def _one_day(time: Understood, day: date) -> str:
    hours = ""
    if time.from_time:
        hours = f"{time.from_time.spoken} "
        if time.to_time:
            hours = f"từ {time.from_time.spoken} đến {time.to_time.spoken} "
    return f"{hours}{_PARTS[time.part] if time.part else ''}ngày {short_date(day)}"


def _part_of_month(start: date, end: date) -> str | None:
    last = (end + timedelta(days=1)).day == 1
    for name in ("đầu", "giữa", "cuối"):
        if THIRDS[name] == (start.day, -1 if last else end.day):
            return f"vào {name} tháng {start.month}/{start.year}"
    halves = {(1, 15): "đầu", (16, end.day if last else 0): "cuối"}
    half = halves.get((start.day, end.day))
    return f"nửa {half} tháng {start.month}/{start.year}" if half else None


def _part_of_year(start: date, end: date) -> str | None:
    if start.day != 1 or (end + timedelta(days=1)).day != 1 or start.year != end.year:
        return None
    months = (start.month, end.month)
    named = {(1, 3): "đầu năm", (6, 6): "giữa năm", (10, 12): "cuối năm"}
    if months in named:
        return f"vào {named[months]} {start.year}"
    if start.month != end.month:
        return None
    part = ("đầu", "giữa", "cuối")[(start.month - 1) % 3]
    return f"vào {part} quý {_ROMAN[(start.month - 1) // 3]}/{start.year}"


def _length(time: Understood) -> str | None:
    amount = time.amount
    if amount is None:
        return None
    bound = _BOUNDS[amount.bound]
    if amount.bound is Bound.MORE_THAN and amount.relation is not Relation.AFTER:
        bound = "trên "
    said = f"{bound}{_number(amount)} {amount.unit.label}"
    if amount.relation is None:
        return said
    if not time.after or time.start or time.end:
        return None
    if amount.relation is Relation.BEFORE:
        said = f"sớm nhất {said.removeprefix(bound)}" if amount.bound is Bound.AT_MOST else said
        return f"{said} trước {time.after}"
    return f"{said} kể từ {time.after}" if amount.bound is not Bound.MORE_THAN else None


def _number(amount: Amount) -> str:
    if amount.low == amount.high:
        return f"{amount.low:f}".replace(".", ",") if amount.low % 1 else f"{int(amount.low):02d}"
    return f"{int(amount.low):02d} - {int(amount.high):02d}"
