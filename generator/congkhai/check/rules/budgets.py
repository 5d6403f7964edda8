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
    for path, params in _misfits(source.record):
        if not params["blanks"]:
            yield path, params


def _sums_over_blanks(source: Source, _context: Context) -> Violations:
    """A figure that was forgotten shows in the sum, when all others are right."""
    for path, params in _misfits(source.record):
        if params["blanks"]:
            yield path, params


def _misfits(budget: Budget) -> Violations:
    """A parent is the sum of its children when all are listed (research: section 4.3).

    Cells that are blank or `-` add nothing. Where all of them are, nothing was broken down in that column; where one
    of them stands over figures of its own, it is a heading, and the parent is not looked at.
    """
    amounts = [c for c, column in enumerate(budget.columns) if column.kind is ColumnKind.AMOUNT]
    for r, row in enumerate(budget.rows):
        children = [] if row.partial else list(_children(budget.rows, r))
        for c in amounts if children else ():
            below = [budget.rows[child] for child in children]
            if not all(_readable(one, c) for one in (row, *below)):
                continue
            total = read_value(row.values[c])
            figures = [figure for one in below if (figure := read_value(one.values[c])) is not None]
            if total is not None and figures and sum(figures) != total and not _heads(budget.rows, children, c):
                blanks = sum(not one.values[c].strip() for one in below)
                added = _spelled(sum(figures, Decimal(0)))
                params = {"value": row.values[c], "sum": added, "children": len(children), "blanks": blanks}
                yield f"rows[{r}].values[{c}]", params


def _children(rows: tuple[Row, ...], parent: int) -> Iterator[int]:
    """The places of the rows one level below; none where the table jumps a level (NS104)."""
    level = rows[parent].level
    if parent + 1 == len(rows) or rows[parent + 1].level != level + 1:
        return
    for place in range(parent + 1, len(rows)):
        if rows[place].level <= level:
            return
        if rows[place].level == level + 1:
            yield place


def _heads(rows: tuple[Row, ...], places: list[int], column: int) -> bool:
    """Say whether one of some rows has no figure in a column, while rows below it have."""
    return any(
        read_value(rows[place].values[column]) is None
        and any(
            _readable(rows[child], column) and read_value(rows[child].values[column])
            for child in _children(rows, place)
        )
        for place in places
    )


def _readable(row: Row, column: int) -> bool:
    """Say whether a cell is there and holds a figure or nothing; what does not is told by NS101 and NS102."""
    try:
        read_value(row.values[column])
    except (IndexError, ValueError):
        return False
    return True


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
    Rule("NS108", _sums_over_blanks, ("budget",), Severity.WARNING),
)
