"""Rules by which something happens again: RFC 5545, as far as days go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

#: What each frequency may be narrowed by (RFC 5545, section 3.3.10). Narrower than the standard for days and weeks:
#: a rule that can match nothing would be walked to the end of the calendar.
_SELECTORS: Mapping[str, frozenset[str]] = {
    "DAILY": frozenset({"BYMONTH", "BYDAY"}),
    "WEEKLY": frozenset({"BYMONTH", "BYDAY", "WKST"}),
    "MONTHLY": frozenset({"BYMONTH", "BYDAY", "BYMONTHDAY", "BYSETPOS", "WKST"}),
    "YEARLY": frozenset({"BYMONTH", "BYDAY", "BYMONTHDAY", "BYSETPOS", "BYYEARDAY", "BYWEEKNO", "WKST"}),
}
_LIMITS = {"BYMONTHDAY": 31, "BYSETPOS": 366, "BYYEARDAY": 366, "BYWEEKNO": 53}
_ENDS = frozenset({"INTERVAL", "COUNT", "UNTIL"})
_COUNT = re.compile(r"[1-9][0-9]{0,3}")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_DAY = re.compile(r"(?P<number>[+-]?[1-9][0-9]?)?(?:MO|TU|WE|TH|FR|SA|SU)")
_SIGNED = re.compile(r"[+-]?[1-9][0-9]{0,2}")
#: A rule that stays silent for so long never happens: 29 February comes back after eight years at most.
_SILENCE = timedelta(days=366 * 12)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule such as `FREQ=WEEKLY;BYDAY=FR`, known to be readable.

    `rule` has no end of its own: `until` and `count` keep what the text says of one. Rules finer than a day are
    not read: they mean nothing in a plan.
    """

    rule: str
    until: date | None
    count: int | None

    @classmethod
    def parse(cls, text: str) -> Recurrence:
        """Read a rule. Raises ValueError."""
        from dateutil.rrule import rrulestr  # slow to load, and seldom needed

        parts = [part.partition("=") for part in text.upper().removeprefix("RRULE:").split(";")]
        values = {name: value for name, _, value in parts}
        frequency = values.pop("FREQ", "")
        selectors = _SELECTORS.get(frequency)
        if selectors is None or len(parts) != len(values) + 1 or not values.keys() <= selectors | _ENDS:
            raise ValueError(text)
        weeks = 5 if "BYMONTH" in values or frequency == "MONTHLY" else 53
        if not all(_readable(name, value, weeks) for name, value in values.items()):
            raise ValueError(text)
        until = datetime.strptime(values["UNTIL"], "%Y%m%d").date() if "UNTIL" in values else None
        count = int(values["COUNT"]) if "COUNT" in values else None
        endless = ";".join("=".join((name, value)) for name, _, value in parts if name not in {"COUNT", "UNTIL"})
        rrulestr(endless, dtstart=datetime(2000, 1, 1))
        return cls(endless, until, count)

    def days(self, first: date, last: date) -> Iterator[date]:
        """Yield the days of the rule from `first`, on which it begins to count, to `last`, in their order."""
        from dateutil.rrule import rrulestr  # slow to load, and seldom needed

        end = min(last, self.until or last)
        if end < first:
            return
        bounded = rrulestr(f"{self.rule};UNTIL={end:%Y%m%d}", dtstart=datetime.combine(first, time()))
        yield from (moment.date() for moment in islice(bounded, self.count))

    def happens(self, first: date, last: date | None) -> bool:
        """Say whether the rule has a day between two days; without an end, in the twelve years from the first."""
        limit = first + _SILENCE
        return next(self.days(first, min(last or limit, limit)), None) is not None


def _readable(name: str, value: str, weeks: int) -> bool:
    items = value.split(",")
    if name in {"INTERVAL", "COUNT"}:
        return _COUNT.fullmatch(value) is not None
    if name == "BYMONTH":
        return all(_MONTH.fullmatch(item) for item in items)
    if name == "BYDAY":
        days = [_DAY.fullmatch(item) for item in items]
        return all(day is not None and abs(int(day["number"] or 1)) <= weeks for day in days)
    if name in _LIMITS:
        return all(_SIGNED.fullmatch(item) and abs(int(item)) <= _LIMITS[name] for item in items)
    return bool(value)
