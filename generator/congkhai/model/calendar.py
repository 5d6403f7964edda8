"""Dates as people and documents write them, and spans of dates."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date, timedelta
from enum import unique

from congkhai.model.problem import ValueProblem
from congkhai.model.spec import Labelled, described, record

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_VIETNAMESE = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
#: A year outside is a slip of the keyboard, such as `0226`; from a year inside one may count days either way.
_YEARS = range(1900, 2200)
_DAY = timedelta(days=1)


def parse_date(text: str) -> date:
    """Read `2026-07-01` or `01/07/2026` (day first).

    Raises ValueProblem YM220 or, for 31/02 and for years outside 1900 to 2199, YM221.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = (int(g) for g in match.groups())
    elif match := _VIETNAMESE.fullmatch(text):
        day, month, year = (int(g) for g in match.groups())
    else:
        raise ValueProblem("YM220", value=text)
    try:
        read = date(year, month, day)
    except ValueError:
        raise ValueProblem("YM221", value=text) from None
    if read.year not in _YEARS:
        raise ValueProblem("YM221", value=text)
    return read


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


def weekday_name(day: date) -> str:
    """`Thứ Tư`."""
    return list(Weekday)[day.weekday()].label


@record
class Period:
    """A span of days, both ends included; an open end is None."""

    start: date | None = described("Từ ngày", "Ngày đầu tiên, tính cả ngày đó.", example="2026-01-01", default=None)
    end: date | None = described("Đến ngày", "Ngày cuối cùng, tính cả ngày đó.", example="2026-12-31", default=None)

    def holds(self, day: date) -> bool:
        """Say whether a day lies in the span."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


#: The span that holds every day.
ALWAYS = Period(start=None, end=None)


def clamp(day: date, period: Period | None) -> date:
    """The day itself, or the end of the span that is nearest to it when it lies outside."""
    if period and period.start and day < period.start:
        return period.start
    if period and period.end and day > period.end:
        return period.end
    return day


def is_working_day(day: date, holidays: Container[date], made_up: Container[date] = ()) -> bool:
    """Say whether offices work: Monday to Friday but for holidays, and days made up for (Labour Code 2019, Art. 112).

    `made_up` holds the Saturdays and Sundays that the Government's yearly notice makes working days.
    """
    return day in made_up or (day.weekday() < 5 and day not in holidays)


def working_days_before(day: date, count: int, holidays: Container[date], made_up: Container[date] = ()) -> date:
    """The last day that lies at least `count` working days before a day: the day itself is not counted."""
    while count > 0:
        day -= _DAY
        if is_working_day(day, holidays, made_up):
            count -= 1
    return day


def months_inside(start: date, end: date) -> Iterator[tuple[date, date]]:
    """The first and last day of every calendar month that lies wholly between two days, both included."""
    first = start if start.day == 1 else _next_month(start)
    while (last := _next_month(first) - _DAY) <= end:
        yield first, last
        first = last + _DAY


def weeks_inside(start: date, end: date) -> Iterator[tuple[date, date]]:
    """The Monday and Sunday of every week that lies wholly between two days, both included."""
    first = start + _DAY * (-start.weekday() % 7)
    while (last := first + 6 * _DAY) <= end:
        yield first, last
        first = last + _DAY


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
