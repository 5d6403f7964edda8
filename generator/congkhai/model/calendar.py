"""Dates as people and documents write them, and spans of dates."""

from __future__ import annotations

import re
from datetime import date
from enum import unique

from congkhai.model.problem import ValueProblem
from congkhai.model.spec import Labelled, described, record

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_VIETNAMESE = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


def parse_date(text: str) -> date:
    """Read `2026-07-01` or `01/07/2026` (day first). Raises ValueProblem YM220 or, for 31/02, YM221."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = (int(g) for g in match.groups())
    elif match := _VIETNAMESE.fullmatch(text):
        day, month, year = (int(g) for g in match.groups())
    else:
        raise ValueProblem("YM220", value=text)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueProblem("YM221", value=text) from None


def short_date(day: date) -> str:
    """`05/07/2026`."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def long_date(day: date) -> str:
    """`ngày 05 tháng 7 năm 2026`: a zero before days under 10 and months 1 and 2 (Decree 30/2020, Annex I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


@unique
class Weekday(Labelled):
    """Days of the week; Monday is the first."""

    MONDAY = "mon", "Thứ Hai"
    TUESDAY = "tue", "Thứ Ba"
    WEDNESDAY = "wed", "Thứ Tư"
    THURSDAY = "thu", "Thứ Năm"
    FRIDAY = "fri", "Thứ Sáu"
    SATURDAY = "sat", "Thứ Bảy"
    SUNDAY = "sun", "Chủ nhật"

    @property
    def number(self) -> int:
        """0 for Monday, as :meth:`datetime.date.weekday` counts."""
        return list(Weekday).index(self)


@record
class Period:
    """A span of days, both ends included; an open end is None."""

    start: date | None = described("Từ ngày", "Ngày đầu tiên, tính cả ngày đó.", example="2026-01-01")
    end: date | None = described("Đến ngày", "Ngày cuối cùng, tính cả ngày đó.", example="2026-12-31")

    def holds(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
