"""Times of day and spans of hours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congkhai.model.problem import ValueProblem

_TIME = re.compile(r"(?P<hour>\d{1,2})\s*(?::|h|g|giờ)\s*(?P<minute>\d{1,2})?\s*(?:phút)?", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:-|–|đến)\s*")


@dataclass(frozen=True, slots=True, order=True)
class TimeOfDay:
    """Minutes since midnight, 0 to 1439."""

    minutes: int

    @classmethod
    def parse(cls, text: str) -> TimeOfDay:
        """Read `7:30`, `07:30`, `7h30`, `7h` or `7 giờ 30`. Raises ValueProblem YM210."""
        match = _TIME.fullmatch(text.strip())
        if match:
            hour, minute = int(match["hour"]), int(match["minute"] or 0)
            if hour < 24 and minute < 60:
                return cls(hour * 60 + minute)
        raise ValueProblem("YM210", value=text)

    def __str__(self) -> str:
        """`07:30`."""
        return f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"

    @property
    def spoken(self) -> str:
        """As a notice writes it: `07 giờ 30`."""
        return f"{self.minutes // 60:02d} giờ {self.minutes % 60:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """From a time of day to a later one."""

    start: TimeOfDay
    end: TimeOfDay

    @classmethod
    def parse(cls, text: str) -> Hours:
        """Read `7:30-11:30` or `7h30 đến 11h30`. Raises ValueProblem YM210 or YM211 (end before start)."""
        parts = _DASH.split(text.strip())
        if len(parts) != 2:
            raise ValueProblem("YM211", value=text)
        start, end = (TimeOfDay.parse(part) for part in parts)
        if end <= start:
            raise ValueProblem("YM211", value=text)
        return cls(start, end)

    def __str__(self) -> str:
        """`07:30–11:30`."""
        return f"{self.start}–{self.end}"

    @property
    def spoken(self) -> str:
        """`07 giờ 30 – 11 giờ 30`."""
        return f"{self.start.spoken} – {self.end.spoken}"
