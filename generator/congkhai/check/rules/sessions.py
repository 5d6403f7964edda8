"""The dated sessions of a reception calendar: who receives, and on which days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.calendar import is_working_day, short_date, weekday_name
from congkhai.model.finding import Severity
from congkhai.model.official import Official, Role
from congkhai.model.reception import Reception
from congkhai.model.unit import UnitLevel, UnitType
from congkhai.source.repository import Source

#: From this day the chair of a commune may not leave his reception to a deputy (research, section 5.2: not verified).
_IN_PERSON = date(2026, 7, 1)


def _on_days_off(source: Source, context: Context) -> Violations:
    """Days that a person fixed: what the rule gives is moved by itself."""
    reception: Reception = source.record
    for n, exception in enumerate(reception.exceptions):
        name = "moved_to" if exception.moved_to else "date"
        day = exception.moved_to or (exception.date if exception.extra else None)
        if day and not is_working_day(day, context.holidays, context.made_up):
            yield (
                f"exceptions[{n}].{name}",
                {"day": short_date(day), "name": context.holidays.get(day) or weekday_name(day)},
            )


def _not_in_office(source: Source, context: Context) -> Violations:
    for path, id_, first, last in _receivers(source.record):
        official = _official(id_, source, context)
        term = official.term if official else None
        if official is None or term is None:
            continue
        if any(day and not term.holds(day) for day in (first, last)):
            days = {
                "start": short_date(term.start) if term.start else "",
                "end": short_date(term.end) if term.end else "",
            }
            yield path, {"name": official.name, **days}


def _receivers(reception: Reception) -> Iterator[tuple[str, str, date | None, date | None]]:
    """The people who receive, each with the first and last day on which they do.

    Staff who receive all the time follow one another within a calendar, so only its last day is theirs for certain.
    """
    period = reception.period
    for n, regular in enumerate(reception.regular):
        for m, receiver in enumerate(regular.receivers):
            yield f"regular[{n}].receivers[{m}]", receiver, None, period.end
    for n, rule in enumerate(reception.periodic):
        yield f"periodic[{n}].receiver", rule.receiver, period.start, period.end
    for n, exception in enumerate(reception.exceptions):
        if exception.receiver:
            day = exception.moved_to or exception.date
            yield f"exceptions[{n}].receiver", exception.receiver, day, day


def _official(id_: str, source: Source, context: Context) -> Official | None:
    found = context.repository.find("official", id_, source.key.office)
    return found.record if found else None


def _left_to_a_deputy(source: Source, context: Context) -> Violations:
    reception: Reception = source.record
    for n, exception in enumerate(reception.exceptions):
        day = exception.moved_to or exception.date
        if exception.receiver is None or exception.extra or day < _IN_PERSON:
            continue
        rule = next((rule for rule in reception.periodic if rule.falls_on(exception.date)), None)
        chair = _official(rule.receiver, source, context) if rule else None
        if rule and chair and chair.role is Role.CHAIR and rule.receiver != exception.receiver:
            home = context.repository.find("unit", chair.unit, source.key.office)
            unit = home.record if home else None
            if unit and unit.type is UnitType.PEOPLES_COMMITTEE and unit.level is UnitLevel.COMMUNE:
                yield f"exceptions[{n}].receiver", {"name": chair.name, "day": short_date(day)}


RULES = (
    Rule("LT107", _on_days_off, ("reception",), Severity.WARNING),
    Rule("LT108", _not_in_office, ("reception",)),
    Rule("LT109", _left_to_a_deputy, ("reception",), Severity.WARNING),
)
