"""A budget table as it is made public."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.model.budget import Budget, Row
from congkhai.model.calendar import long_date
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.identity import Identity, identity
from congkhai.render.notices.facts.wording import citations
from congkhai.render.notices.text import UpTo, paragraphs
from congkhai.source.repository import Source

#: The longest table that is printed; a longer one belongs in an attached data file.
MOST_ROWS = 2000


@dataclass(frozen=True, slots=True)
class ColumnFact:
    """One column; `kind` is amount, percent or text."""

    label: str
    kind: str
    group: str


@dataclass(frozen=True, slots=True)
class RowFact:
    """One row; `total` says that it is set bold: the table's sum, a main part, a row with rows below it."""

    number: str
    level: int
    total: bool
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BudgetFacts:
    """What a budget table says."""

    office: Identity
    unit: str
    title: str
    form: str
    regime: str
    fiscal_year: int
    phase: str
    amount_unit: str
    columns: Annotated[tuple[ColumnFact, ...], UpTo(items=24)]
    rows: Annotated[tuple[RowFact, ...], UpTo(items=MOST_ROWS)]
    published: str
    decision: str
    headline: str
    explanation: Annotated[tuple[str, ...], UpTo(8000)]
    basis: tuple[str, ...]


def draft(office: Office, source: Source) -> Draft:
    """A print of a table: those of past years stay public."""
    budget: Budget = source.record
    found = partial(facts, office, source)
    return of_record(source, budget.title, f"NS {source.id}", found, dated=budget.published)


def facts(office: Office, source: Source) -> BudgetFacts:
    """Gather the table; figures are printed as they were entered."""
    budget: Budget = source.record
    at = source.key.office
    return BudgetFacts(
        office=identity(office, at),
        unit=office.unit(budget.unit, at).name,
        title=budget.title,
        form=budget.form or "",
        regime=budget.regime.label,
        fiscal_year=budget.fiscal_year,
        phase=budget.phase.label,
        amount_unit=budget.amount_unit.label,
        columns=tuple(ColumnFact(c.label, c.kind.value, c.group or "") for c in budget.columns),
        rows=_rows(budget.rows, len(budget.columns)),
        published=phrase("notice_budget.published", day=long_date(budget.published)),
        decision=budget.decision or "",
        headline=budget.headline or "",
        explanation=paragraphs(budget.explanation),
        basis=citations(office, budget.basis, at),
    )


def _rows(rows: tuple[Row, ...], width: int) -> tuple[RowFact, ...]:
    levels = [row.level for row in rows]
    deep = max(levels, default=0) > 1
    return tuple(
        RowFact(
            number=row.number or "",
            level=row.level,
            total=row.level == 0
            or (deep and row.level == 1)
            or (place + 1 < len(rows) and levels[place + 1] > row.level),
            label=row.label,
            values=(row.values + ("",) * width)[:width],
        )
        for place, row in enumerate(rows)
    )
