"""By when a copy on the wall must have been looked at again, and which day its file carries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta


def quarter_start(day: date) -> date:
    """The first day of the quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def review_by(day: date, ends: Iterable[date | None]) -> date:
    """The last day of the next quarter, or the first end of a fact that still lies ahead, if that is sooner.

    Law 10/2022/QH15, Article 13(2), has the list of what is published gone through each quarter. The day is the same
    through a whole quarter, so a notice whose facts stay is printed again at most four times a year.
    """
    last = quarter_start(quarter_start(day) + timedelta(days=190)) - timedelta(days=1)
    return min([last, *(end for end in ends if end and end >= day)])
