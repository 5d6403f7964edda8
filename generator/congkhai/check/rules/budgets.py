"""Budget tables: figures that can be read, rows that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.budget import Budget, ColumnKind, Phase, Row, read_value
from congkhai.model.calendar import short_date
from congkhai.model.finding import Severity
from congkhai.source.repository import Source

_YEARS = range(2000, 2101)
#: "năm 2026", "năm ngân sách 2026" in a title; the year in the symbol of an act is none.
_YEAR = re.compile(r"\bnăm\s+(?:ngân sách\s+|tài chính\s+)?(\d{4})\b", re.IGNORECASE)
#: The month and day on which the part of the year ends of which a table tells what was done.
_ENDS: Mapping[Phase, tuple[int, int]] = {
    Phase.QUARTER_1: (3, 31),
    Phase.HALF_YEAR: (6, 30),
    Phase.NINE_MONTHS: (9, 30),
    Phase.YEAR: (12, 31),
    Phase.SETTLED: (12, 31),
}


def _unreadable(source: Source, _context: Context) -> Violations:
    budget: Budget = source.record
    for r, row in enumerate(budget.rows):
        for c, (column, text) in enumerate(zip(budget.columns, row.values, strict=False)):
            if column.kind is not ColumnKind.TEXT:
                try:
                    read_value(text)
                except ValueError:
                    yield f"rows[{r}].values[{c}]", {"value": text, "column": column.label}


def _wrong_number_of_values(source: Source, _context: Context) -> Violations:
    budget: Budget = source.record
    for r, row in enumerate(budget.rows):
        if len(row.values) != len(budget.columns):
            yield f"rows[{r}].values", {"count": len(row.values), "columns": len(budget.columns)}


def _sums(source: Source, _context: Context) -> Violations:
    """A parent is the sum of its children when all are listed (research: section 4.3)."""
    budget: Budget = source.record
    amounts = [c for c, column in enumerate(budget.columns) if column.kind is ColumnKind.AMOUNT]
    for r, row in enumerate(budget.rows):
        children = [] if row.partial else list(_children(budget.rows, r))
        for c in amounts if children else ():
            total = _figure(row, c)
            figures = [figure for child in children if (figure := _figure(child, c)) is not None]
            if total is not None and len(figures) == len(children) and sum(figures) != total:
                params = {"value": row.values[c], "sum": _spelled(sum(figures, Decimal(0))), "children": len(children)}
                yield f"rows[{r}].values[{c}]", params


def _children(rows: tuple[Row, ...], parent: int) -> Iterator[Row]:
    """The rows one level below; none where the table jumps a level (NS104)."""
    below = rows[parent + 1 :]
    if not below or below[0].level != rows[parent].level + 1:
        return
    for row in below:
        if row.level <= rows[parent].level:
            return
        if row.level == rows[parent].level + 1:
            yield row


def _figure(row: Row, column: int) -> Decimal | None:
    try:
        return read_value(row.values[column]) if column < len(row.values) else None
    except ValueError:
        return None


def _spelled(number: Decimal) -> str:
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))


def _jumps(source: Source, _context: Context) -> Violations:
    budget: Budget = source.record
    before = 0
    for r, row in enumerate(budget.rows):
        if row.level > before + 1 or row.level < 0:
            yield f"rows[{r}].level", {"level": row.level, "before": before}
        before = row.level


def _before_its_end(source: Source, _context: Context) -> Violations:
    """What was done in a part of the year is known when that part is over."""
    budget: Budget = source.record
    if budget.phase not in _ENDS or budget.fiscal_year not in _YEARS:
        return
    end = date(budget.fiscal_year, *_ENDS[budget.phase])
    if budget.published < end:
        label = budget.phase.label.lower()
        yield "published", {"published": short_date(budget.published), "label": label, "end": short_date(end)}


def _other_year(source: Source, _context: Context) -> Violations:
    budget: Budget = source.record
    named = [int(year) for year in _YEAR.findall(budget.title)]
    if named and budget.fiscal_year not in named:
        yield "fiscal_year", {"value": budget.fiscal_year, "year": named[0]}


def _odd_year(source: Source, _context: Context) -> Violations:
    budget: Budget = source.record
    if budget.fiscal_year not in _YEARS:
        yield "fiscal_year", {"value": budget.fiscal_year}


RULES = (
    Rule("NS101", _unreadable, ("budget",)),
    Rule("NS102", _wrong_number_of_values, ("budget",)),
    Rule("NS103", _sums, ("budget",), Severity.WARNING),
    Rule("NS104", _jumps, ("budget",)),
    Rule("NS105", _odd_year, ("budget",)),
    Rule("NS106", _before_its_end, ("budget",), Severity.WARNING),
    Rule("NS107", _other_year, ("budget",), Severity.WARNING),
)
