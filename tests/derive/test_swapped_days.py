"""A day off that the Government gives in exchange comes with the day that is worked for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from congkhai.check.rule import Context
from congkhai.derive.duties.ledger import Ledger
from congkhai.derive.holidays import made_up_days, swapped_days
from congkhai.derive.office import Office
from congkhai.model.duty_terms import TimeUnit
from congkhai.model.site import HolidayOverride
from tests.site.records import office

OFF, WORKED = date(2026, 8, 31), date(2026, 8, 22)  # a Monday, and the Saturday that is worked for it


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return office(tmp_path / "office", {}, date(2026, 11, 22))


def test_both_halves_of_a_swap_are_known(here: Office) -> None:
    assert not here.workdays.works(OFF)
    assert here.workdays.works(WORKED)
    assert here.workdays.works(date(2025, 4, 26))
    context = Context(here.repository, here.day, holidays=here.holidays, swapped=swapped_days([2026]))
    assert context.made_up == {WORKED}


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2026, 8, 17), date(2026, 8, 22)),
        (date(2026, 8, 20), date(2026, 8, 26)),
        (date(2025, 4, 21), date(2025, 4, 26)),
    ],
)
def test_five_working_days_hold_the_one_that_is_worked(here: Office, start: date, due: date) -> None:
    assert Ledger(here).days.after(start, 5, TimeUnit.WORKING_DAY) == due


def test_what_the_office_writes_prevails(here: Office) -> None:
    class Site:
        holidays = (
            HolidayOverride(day=WORKED, working=False, name="Không làm bù"),
            HolidayOverride(day=date(2026, 8, 29), working=True, name="Làm bù"),
        )

    assert made_up_days(Site(), [2026]) == {date(2026, 8, 29): "Làm bù"}  # type: ignore[arg-type]
