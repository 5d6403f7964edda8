"""The register of postings: what hangs exists, is numbered without gap or double, and hangs its full time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.check.rule import Context, Rule, Violations, WholeRule
from congkhai.check.rules.references import nearest
from congkhai.model.calendar import short_date
from congkhai.model.finding import Severity
from congkhai.model.kinds import KINDS
from congkhai.model.posting import Posting
from congkhai.model.posting_clock import between, full_on, last_day, lost, outages, readable
from congkhai.source.repository import Key, Source


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


def _gaps(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """A register has no empty number: a posting is withdrawn, never deleted. It may begin in the middle of a year."""
    years: dict[tuple[str, int], dict[int, Source]] = {}
    for source in context.repository.all("posting"):
        years.setdefault((source.key.office, source.record.year), {})[source.record.number] = source
    for (_office, year), numbers in years.items():
        order = sorted(numbers)
        for before, after in zip(order, order[1:], strict=False):
            if after - before > 1:
                missing = str(before + 1) if after - before == 2 else f"{before + 1}–{after - 1}"
                yield numbers[after], "number", {"missing": missing, "year": year}


def _odd_year(source: Source, _context: Context) -> Violations:
    posting: Posting = source.record
    if posting.year != posting.start.year:
        yield "year", {"year": posting.year, "start": short_date(posting.start)}


def _taken_down_early(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """What came down before its time was full; a paper that another replaces, or that was withdrawn, may."""
    every = context.repository.all("posting")
    replaced = {(source.key.office, source.record.replaces) for source in every}
    for source in every:
        posting: Posting = source.record
        at, down = source.key.office, posting.taken_down
        if not down or posting.withdrawn or down < posting.start or (at, source.id) in replaced:
            continue
        for board in posting.boards:
            found = context.repository.find("board", board, at)
            spans = between(lost(posting, board, outages(found.record) if found else ()), posting.start, down)
            end = last_day(posting, spans, full_on(posting, spans))
            if end and down < end:
                hung, days = readable(posting.start, down, spans), readable(posting.start, end, spans)
                yield source, "taken_down", {"day": short_date(down), "hung": hung, "days": days}
                break


def _replaces(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """A paper takes the place of an older one of the same record, and only one does."""
    seen: dict[Key, Source] = {}
    for source in context.repository.all("posting"):
        posting: Posting = source.record
        other = context.repository.find("posting", posting.replaces, source.key.office) if posting.replaces else None
        if other is None:
            continue
        old: Posting = other.record
        first = seen.setdefault(other.key, source)
        if first is not source:
            yield source, "replaces", {"reason": "replaced_twice", "other": first.id}
        elif other is source or old.start > posting.start:
            yield source, "replaces", {"reason": "replaces_later", "other": other.id}
        elif old.item != posting.item:
            yield source, "replaces", {"reason": "replaces_another_item", "other": other.id}
        elif old.down is None:
            yield source, "replaces", {"reason": "replaced_still_hangs", "other": other.id}


def _odd_id(source: Source, _context: Context) -> Violations:
    posting: Posting = source.record
    if not re.fullmatch(rf"{posting.year}-0*{posting.number}", source.id):
        yield "id" if posting.id else "number", {"id": source.id, "wanted": f"{posting.year}-{posting.number}"}


RULES = (
    Rule("NY101", _missing_item, ("posting",)),
    WholeRule("NY102", _number_twice),
    WholeRule("NY103", _taken_down_early, Severity.WARNING),
    Rule("NY104", _odd_id, ("posting",)),
    WholeRule("NY105", _gaps, Severity.WARNING),
    Rule("NY112", _odd_year, ("posting",)),
    WholeRule("NY113", _replaces),
)
