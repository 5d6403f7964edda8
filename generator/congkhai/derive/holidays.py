"""Public holidays: the law's, with the days that the Government moves each year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from congkhai.model.site import Site


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
