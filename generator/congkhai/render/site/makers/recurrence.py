"""RFC 5545 rules in words that people use."""

from __future__ import annotations

from congkhai.catalogue import phrase
from congkhai.model.calendar import Weekday
from congkhai.model.plan import Part

_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), Weekday, strict=True))
_UNITS = {"DAILY": "every_day", "WEEKLY": "every_week", "MONTHLY": "every_month", "YEARLY": "every_year"}
#: Which of its kind in a month: `1FR` is the first Friday.
_NUMBERED = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last"}


def spoken(rule: str, part: Part | None = None) -> str | None:
    """`Sáng thứ Sáu hằng tuần` for `FREQ=WEEKLY;BYDAY=FR` in the morning; None for a rule that needs a calendar."""
    pairs = dict(pair.split("=", 1) for pair in rule.upper().removeprefix("RRULE:").split(";"))
    unit = _UNITS.get(pairs.pop("FREQ", ""))
    interval = int(pairs.pop("INTERVAL", "1"))
    if unit is None or set(pairs) - {"BYDAY", "BYMONTH", "BYMONTHDAY"}:
        return None
    if interval > 1:
        return None if pairs else phrase(f"site.{unit}_n", n=interval)
    when = phrase(f"site.{unit}")
    if "BYDAY" in pairs:
        days = [_weekday(day) for day in pairs["BYDAY"].split(",")]
        if None in days or set(pairs) - {"BYDAY"}:
            return None
        return _opened(part, f"{phrase('site.and').join(d for d in days if d)} {when}")
    if pairs and unit in {"every_month", "every_year"}:
        return _opened(part, _numbered(pairs, when))
    return None if pairs else _opened(part, when)


def _weekday(code: str) -> str | None:
    day = _DAYS.get(code[-2:])
    number = _NUMBERED.get(code[:-2].lstrip("+"))
    if day is None or (code[:-2] and number is None):
        return None
    name = day.label[0].lower() + day.label[1:]
    return phrase(f"site.{number}_in_month", day=name) if number else name


def _numbered(pairs: dict[str, str], when: str) -> str | None:
    days, month = pairs.get("BYMONTHDAY"), pairs.get("BYMONTH")
    if days is None or (month and "," in month):
        return None
    if month:
        named = [f"{int(day)}/{int(month)}" for day in days.split(",")]
    else:
        named = [phrase("site.last_of_month") if day == "-1" else day for day in days.split(",")]
    return f"{phrase('site.day_word')} {phrase('site.and').join(named)} {when}"


def _opened(part: Part | None, text: str | None) -> str | None:
    """The text as the opening of a sentence, with the part of the day before it."""
    if text is None:
        return None
    full = f"{part.label.removeprefix(phrase('site.part_prefix'))} {text}" if part else text
    return full[0].upper() + full[1:]
