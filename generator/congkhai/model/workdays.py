"""Days on which offices work: the week, the public holidays, and the days that the Government moves each year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from congkhai.model.calendar import is_working_day, weekday_name

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkDays:
    """Days off with their names, and weekend days that are worked with the reason (Labour Code 2019, Article 112)."""

    holidays: Mapping[date, str] = field(default_factory=dict)
    made_up: Mapping[date, str] = field(default_factory=dict)

    def works(self, day: date) -> bool:
        """Say whether offices work."""
        return is_working_day(day, self.holidays, self.made_up)

    def why_off(self, day: date) -> str | None:
        """The holiday, or the day of the weekend, for which offices are closed; None on a working day."""
        if self.works(day):
            return None
        return self.holidays.get(day) or weekday_name(day)

    def next(self, day: date) -> date:
        """The day itself when offices work on it, else the first working day after it."""
        while not self.works(day):
            day += _DAY
        return day

    def previous(self, day: date) -> date:
        """The day itself when offices work on it, else the last working day before it."""
        while not self.works(day):
            day -= _DAY
        return day
