"""Public holidays: the law's, with the days that the Government moves each year, and those worked in exchange."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from congkhai.model.site import Site

#: What a day is called that the Government makes a working day: its notice names the day off, not this one.
_MADE_UP = "Ngày làm bù"


def public_holidays(site: Site, years: Iterable[int]) -> Mapping[date, str]:
    """Days off by day, with Vietnamese names (Labour Code 2019, Article 112, and the office's overrides).

    A day that an override makes a working day is left out even when the general rule has it.
    """
    import holidays  # a slow one: it is not loaded as long as the days are known from an earlier build

    days = dict(holidays.country_holidays("VN", years=years, language="vi").items())
    for override in site.holidays:
        if override.working:
            days.pop(override.day, None)
        else:
            days[override.day] = override.name
    return days


def swapped_days(years: Iterable[int]) -> frozenset[date]:
    """Days of the weekend that the Government's yearly notice makes working days, in exchange for days off."""
    import holidays  # a slow one, as above

    wanted = frozenset(years)
    days = holidays.country_holidays("VN", years=wanted).weekend_workdays
    return frozenset(day for day in days if day.year in wanted)


def made_up_days(site: Site, years: Iterable[int]) -> Mapping[date, str]:
    """Days of the weekend that are worked, by day: the Government's with the office's overrides, which prevail."""
    days = dict.fromkeys(swapped_days(years), _MADE_UP)
    for override in site.holidays:
        if override.working:
            days[override.day] = override.name
        else:
            days.pop(override.day, None)
    return days
