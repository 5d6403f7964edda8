"""References between records, attached files, spans of dates: rules that hold for every kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.walk import is_file, parts, values
from congkhai.model.calendar import Period, short_date
from congkhai.model.finding import Finding, Severity
from congkhai.source.bind import Reference
from congkhai.source.repository import Repository, Source


def nearest(wanted: str, known: list[str], count: int = 3) -> str:
    """The ids most like `wanted`, best first, as people read them."""
    from rapidfuzz import process  # slow to load, and seldom needed

    found = process.extract(wanted.lower(), known, limit=count)
    return ", ".join(match for match, _, _ in found)


def missing_records(references: Iterable[Reference], repository: Repository) -> Iterator[Finding]:
    """A finding per reference to a record that does not exist (YM150); three nearest ids are named."""
    for ref in references:
        if not repository.knows(ref.kind, ref.id, ref.office):
            known = repository.ids(ref.kind, ref.office)
            params = {"kind": ref.kind, "id": ref.id, "nearest": nearest(ref.id, known)}
            yield Finding("YM150", Severity.ERROR, ref.path, ref.mark, ref.field, params)


def _missing_files(source: Source, context: Context) -> Violations:
    for path, _, value in values(source.record, is_file):
        if value not in context.files:
            yield path, {"value": value}


def _backward_periods(source: Source, _context: Context) -> Violations:
    for path, period in parts(source.record, Period):
        if period.start and period.end and period.end < period.start:
            yield f"{path}.end", {"start": short_date(period.start), "end": short_date(period.end)}


RULES = (
    Rule("YM234", _missing_files),
    Rule("YM212", _backward_periods),
)
