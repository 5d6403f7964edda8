"""Postings: what hangs exists, is numbered once, and hangs long enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.check.rule import Context, Rule, Violations, WholeRule
from congkhai.check.rules.references import nearest
from congkhai.model.calendar import short_date
from congkhai.model.finding import Severity
from congkhai.model.kinds import KINDS
from congkhai.model.posting import Posting
from congkhai.source.repository import Source


def _missing_item(source: Source, context: Context) -> Violations:
    posting: Posting = source.record
    kind, id, office = posting.item.kind, posting.item.id, source.key.office
    if kind not in KINDS:
        yield "item.kind", {"want": "kind", "value": kind, "nearest": nearest(kind, list(KINDS), 1)}
    elif not context.repository.knows(kind, id, office):
        known = context.repository.ids(kind, office)
        yield "item.id", {"want": "record", "value": id, "nearest": nearest(id, known)}


def _number_twice(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """A register numbers its entries once a year; each office keeps its own."""
    seen: dict[tuple[str, int, int], Source] = {}
    for source in context.repository.all("posting"):
        posting: Posting = source.record
        first = seen.setdefault((source.key.office, posting.year, posting.number), source)
        if first is not source:
            yield source, "number", {"number": posting.number, "year": posting.year, "other": first.path}


def _taken_down_early(source: Source, _context: Context) -> Violations:
    """The day of posting is not counted (Civil Code 2015, Article 147)."""
    posting: Posting = source.record
    if posting.taken_down and posting.days is not None:
        hung = (posting.taken_down - posting.start).days
        if hung < posting.days:
            yield "taken_down", {"day": short_date(posting.taken_down), "hung": hung, "days": posting.days}


def _odd_id(source: Source, _context: Context) -> Violations:
    posting: Posting = source.record
    if not re.fullmatch(rf"{posting.year}-0*{posting.number}", source.id):
        yield "id" if posting.id else "number", {"id": source.id, "wanted": f"{posting.year}-{posting.number}"}


RULES = (
    Rule("NY101", _missing_item, ("posting",)),
    WholeRule("NY102", _number_twice),
    Rule("NY103", _taken_down_early, ("posting",), Severity.WARNING),
    Rule("NY104", _odd_id, ("posting",)),
)
