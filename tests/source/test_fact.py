"""An office on another day, and what reading its attributes leaves behind."""

from __future__ import annotations

from datetime import date, timedelta

from congkhai.derive.office import Office
from congkhai.source.fact import on_day
from congkhai.source.late import late
from congkhai.source.repository import Repository
from congkhai.source.trace import Noting

_DAY = date(2026, 7, 1)


def test_another_day_reads_nothing_and_makes_nothing() -> None:
    made: list[str] = []
    office = Office(Repository({}), _DAY, past=late(lambda: made.append("past") or {"a.yml": ()}))
    with Noting() as readings:
        other = on_day(office, _DAY - timedelta(days=30))
    assert (readings, made) == (set(), [])
    assert (office.day, other.day) == (_DAY, _DAY - timedelta(days=30))
    assert other.facts is office.facts
    assert other.past == {"a.yml": ()}
