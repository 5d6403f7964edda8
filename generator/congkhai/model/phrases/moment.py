"""A day, month, quarter or year as a phrase names it, before anything that is left out has been filled in."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from congkhai.model.phrases.reading import Reason, Unclear
from congkhai.model.phrases.words import YEARS
from congkhai.model.plan import Precision


class Moment(Protocol):
    """What all moments have: perhaps a year, a precision, and first and last days once the year is known."""

    @property
    def precision(self) -> Precision:
        """How exact the phrase is."""

    @property
    def year(self) -> int | None:
        """The year, if the phrase or its neighbours named it."""

    @property
    def estimated(self) -> bool:
        """The days are a convention for words such as `giữa năm`."""

    def in_year(self, year: int) -> Moment:
        """The same in a year, when none was named."""

    def bounds(self) -> tuple[date, date]:
        """The first and the last day. Raises Unclear."""


@dataclass(frozen=True, slots=True)
class Civil:
    """A part of a civil year: from day `first` of `month` to day `last` of `last_month`.

    Negative days count from the end of the month. `month` is None for a bare day. `since` is false when only the
    end is told, as in `những tháng cuối năm`. `relative` keeps the words that leave the year or month to
    another one, as `năm sau`. `worded` days are written out, as law writes those of every year.
    """

    precision: Precision
    first: int = 1
    last: int = -1
    month: int | None = None
    last_month: int | None = None
    year: int | None = None
    last_year: int | None = None
    estimated: bool = False
    since: bool = True
    relative: str | None = None
    short_year: bool = False
    worded: bool = False

    @property
    def single(self) -> bool:
        """One day."""
        return self.precision is Precision.DAY and self.first == self.last

    @property
    def end_month(self) -> int | None:
        """The month in which the last day lies."""
        return self.last_month or self.month

    def in_year(self, year: int) -> Civil:
        """The same, in a year."""
        return self if self.year else replace(self, year=year)

    def check(self) -> None:
        """Raise Unclear when no year at all has such a day or month."""
        for month, day in ((self.month, self.first), (self.end_month, self.last)):
            if month is not None and not 1 <= month <= 12:
                raise Unclear(Reason.NO_SUCH_QUARTER if self.precision is Precision.QUARTER else Reason.NO_SUCH_MONTH)
            most = 31 if month is None else calendar.monthrange(2000, month)[1]
            if not 1 <= abs(day) <= most:
                raise Unclear(Reason.NO_SUCH_DAY)

    def bounds(self) -> tuple[date, date]:
        """The first and the last day; the year and the month are known."""
        self.check()
        if self.year is None:
            raise Unclear(Reason.NO_YEAR)
        if self.month is None or self.end_month is None:
            raise Unclear(Reason.NO_MONTH)
        if self.year not in YEARS or (self.last_year or self.year) not in YEARS:
            raise Unclear(Reason.UNKNOWN)
        start = _day(self.year, self.month, self.first)
        end = _day(self.last_year or self.year, self.end_month, self.last)
        if end < start:
            raise Unclear(Reason.END_BEFORE_START)
        return start, end


@dataclass(frozen=True, slots=True)
class Now:
    """`nay` in `từ nay đến …`: the day on which the document is signed."""

    precision: Precision = Precision.DAY
    year: int | None = 0
    estimated: bool = False

    def in_year(self, year: int) -> Now:
        """The same: it has its day already."""
        return self

    def bounds(self) -> tuple[date, date]:
        """No day of its own: the caller puts in the day of issue."""
        raise Unclear(Reason.UNKNOWN)


def _day(year: int, month: int, day: int) -> date:
    length = calendar.monthrange(year, month)[1]
    number = day if day > 0 else length + 1 + day
    if not 1 <= number <= length:
        raise Unclear(Reason.NO_SUCH_DAY)
    return date(year, month, number)


def day(number: int, month: int | None = None, year: int | None = None) -> Civil:
    """One day, as far as it is known."""
    return Civil(Precision.DAY, number, number, month, None, year)


def months(first: int, last: int, year: int | None = None) -> Civil:
    """Whole months, from one to another."""
    if first == last:
        return Civil(Precision.MONTH, month=first, year=year)
    named = {(1, 12): Precision.YEAR, (1, 6): Precision.HALF_YEAR, (7, 12): Precision.HALF_YEAR}
    return Civil(named.get((first, last), Precision.SPAN), month=first, last_month=last, year=year)


def quarter(number: int, year: int | None = None) -> Civil:
    """The months of a quarter."""
    return Civil(Precision.QUARTER, month=number * 3 - 2, last_month=number * 3, year=year)


def years(first: int, last: int | None = None) -> Civil:
    """A year, or all years from one to another."""
    precision = Precision.SPAN if last else Precision.YEAR
    return Civil(precision, month=1, last_month=12, year=first, last_year=last)
