"""Working days counted from either end of a week, month, quarter or year: `ngày làm việc cuối cùng của quý`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from congkhai.model.calendar import is_working_day
from congkhai.model.phrases.direction import Direction, read_direction
from congkhai.model.phrases.every import read_every
from congkhai.model.phrases.number import spelled
from congkhai.model.phrases.reading import Kind, Reason
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.words import DAY_CODES
from congkhai.model.plan import Precision

if TYPE_CHECKING:
    import holidays

_DAY = timedelta(days=1)
#: The months in which a month, a quarter and a year begin; they end as many months later, less one.
_MONTHS = {"tháng": (tuple(range(1, 13)), 1), "quý": ((1, 4, 7, 10), 3), "năm": ((1,), 12)}
_LEADS = frozenset({"của", "trong", "hằng", "mỗi", "các"})
#: Longer plans have too many days to list.
_MOST_YEARS = 10


@dataclass(frozen=True, slots=True)
class _Place:
    """The `number`-th working day of a unit of time, from its end when negative."""

    number: int
    unit: str

    @property
    def rule(self) -> str:
        """The rule of RFC 5545, which knows the week and no holidays."""
        days = ",".join(DAY_CODES[:5])
        if self.unit == "tuần":
            return f"FREQ=WEEKLY;BYDAY={DAY_CODES[self.number - 1 if self.number > 0 else 5 + self.number]}"
        starts, length = _MONTHS[self.unit]
        months = [start + (0 if self.number > 0 else length - 1) for start in starts]
        narrowed = f";BYMONTH={','.join(map(str, months))}" if length > 1 else ""
        return f"FREQ=MONTHLY{narrowed};BYDAY={days};BYSETPOS={self.number}"

    def days(self, first: date, last: date) -> Iterator[date]:
        """The days of a month, quarter or year between two days, holidays left out (Labour Code 2019, Article 112)."""
        import holidays  # slow to load, and seldom needed

        off = holidays.country_holidays("VN", years=range(first.year - 1, last.year + 2))
        starts, length = _MONTHS[self.unit]
        for year in range(first.year - 1, last.year + 2):
            for month in starts:
                start = date(year, month, 1)
                end = date(year + (month + length) // 13, (month + length - 1) % 12 + 1, 1) - _DAY
                day = self._counted(start, end, off)
                if day and first <= day <= last:
                    yield day

    def _counted(self, start: date, end: date, off: holidays.HolidayBase) -> date | None:
        step, day = (_DAY, start) if self.number > 0 else (-_DAY, end)
        left = abs(self.number)
        while start <= day <= end:
            left -= is_working_day(day, off)
            if not left:
                return day
            day += step
        return None


def read_workday(scene: Scene, i: int) -> Found | None:
    """One working day of every week, month, quarter or year; of a named month it is left unread."""
    text = scene.text
    direction, j = read_direction(text, i) or (None, i)
    if direction not in {None, Direction.ON, Direction.WITHIN, Direction.UNTIL, Direction.BEFORE}:
        return None
    if not text.at(j, "ngày", "làm", "việc"):
        return None
    number, j = _number(text, j + 3)
    while text.among(j, _LEADS):
        j += 1
    unit = text.word(j)
    if not number or (unit not in _MONTHS and unit != "tuần") or (unit == "tuần" and abs(number) > 5):
        return None
    end = j + 1
    if text.number(end) is not None or text.capital(end):
        return Found(end, (), (scene.unread(i, end, Reason.UNKNOWN),))
    again = read_every(text, end + 1 if text.word(end) == "," else end)
    end = again[1] if again else end
    before = direction is Direction.BEFORE
    place = _Place(number, unit)
    due = _Place(number - 1, unit) if before else place
    if not due.number or (unit == "tuần" and due.number < -5):
        return None
    time = scene.understood(
        *(i, end, Kind.RECURRENCE, Precision.DAY),
        rule=place.rule,
        due_rule=due.rule,
        inclusive=not before,
        occurrences=_occurrences(scene, due),
    )
    return Found(end, (time,))


def _number(text: Text, i: int) -> tuple[int, int]:
    """`cuối cùng`, `đầu tiên`, `thứ 5`, `thứ ba`; 0 for none."""
    if text.at(i, "cuối", "cùng"):
        return -1, i + 2
    if text.at(i, "đầu", "tiên"):
        return 1, i + 2
    if text.word(i) != "thứ":
        return 0, i
    number = text.number(i + 1)
    found = (number, i + 2) if number else spelled(text, i + 1)
    return found if found and found[0] <= 20 else (0, i)


def _occurrences(scene: Scene, place: _Place) -> tuple[date, ...]:
    if place.unit == "tuần":
        return scene.occurrences(place.rule)
    span = scene.span
    if span is None or span[1].year - span[0].year > _MOST_YEARS:
        return ()
    return tuple(place.days(*span))
