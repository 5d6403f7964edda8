"""The lunar calendar agrees with the public holidays of every year that it holds."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from congkhai.model.phrases.feast import days_off
from congkhai.model.phrases.lunar import FIRST_YEAR, LAST_YEAR, civil, cycle_year, new_year
from congkhai.model.phrases.reading import Reason, Unclear

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


def named(year: int, name: str) -> list[date]:
    days = holidays.country_holidays("VN", years=year, language="vi").items()
    return [day for day, told in days if told in {name, f"Ngày {name}"}]


@pytest.mark.parametrize("year", YEARS)
def test_the_new_year_is_that_of_the_public_holidays(year: int) -> None:
    assert named(year, "Tết Nguyên Đán") == [new_year(year)]
    assert civil(1, 1, year) == new_year(year)
    first, last = days_off(year)
    assert first <= new_year(year) <= last


@pytest.mark.parametrize("year", [year for year in YEARS if year >= 2007])
def test_the_day_of_the_hung_kings_is_the_tenth_of_the_third_month(year: int) -> None:
    assert civil(10, 3, year) in named(year, "Giỗ Tổ Hùng Vương")


@pytest.mark.parametrize("year", YEARS[:-1])
def test_the_last_day_of_a_year_comes_before_the_first_of_the_next(year: int) -> None:
    assert civil(-1, 12, year) == new_year(year + 1) - timedelta(days=1)


def test_names_of_years() -> None:
    assert cycle_year("tân", "sửu") == 2021
    assert cycle_year("bính", "ngọ") == 2026
    assert cycle_year("quý", "mão") == 2023
    assert cycle_year("tân", "tý") is None


def test_a_day_that_the_month_has_not() -> None:
    with pytest.raises(Unclear) as told:
        civil(30, 12, 2025)
    assert told.value.reason is Reason.NO_SUCH_DAY
    with pytest.raises(Unclear):
        new_year(1900)
