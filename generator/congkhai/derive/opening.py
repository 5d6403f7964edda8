"""Opening hours as people say them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congkhai.derive.office import Office
from congkhai.model.calendar import Weekday
from congkhai.model.site import OpeningHours
from congkhai.source.fact import timeless


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """Some days of the week and their hours: `Thứ Hai – Thứ Sáu`, `07:30–11:30, 13:30–17:00`."""

    days: str
    hours: str


@timeless
def opening(office: Office) -> tuple[OpeningLine, ...]:
    """The hours of an office, known once for all pages."""
    return opening_lines(office.site.hours)


def opening_lines(opening: Iterable[OpeningHours]) -> tuple[OpeningLine, ...]:
    """One line per rule, runs of three days and more drawn together."""
    return tuple(OpeningLine(days_text(rule.days), ", ".join(map(str, rule.hours))) for rule in opening)


def days_text(days: Iterable[Weekday]) -> str:
    """`Thứ Hai – Thứ Sáu`, `Thứ Ba, Thứ Năm`."""
    ordered = sorted(set(days), key=lambda day: day.number)
    runs: list[list[Weekday]] = []
    for day in ordered:
        if runs and day.number == runs[-1][-1].number + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[Weekday]) -> str:
    if len(run) > 2:
        return f"{run[0].label} – {run[-1].label}"
    return ", ".join(day.label for day in run)
