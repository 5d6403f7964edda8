"""Whether the rows of a budget table add up to the rows above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from congkhai.model.budget import Budget, Column, ColumnKind, Row, read_value


@dataclass(frozen=True, slots=True)
class Sum:
    """A row with rows below it, and what those come to in one column. Rounding to the unit explains small gaps."""

    row: Row
    column: Column
    stated: Decimal
    added: Decimal
    parts: int

    @property
    def agrees(self) -> bool:
        """The gap is no larger than what rounding each part and the total can make."""
        return abs(self.stated - self.added) * 2 <= self.parts + 1


def sums(budget: Budget) -> Iterator[Sum]:
    """One value for each row that claims to list all its parts, and each column of amounts in which it has a figure.

    Raises ValueError for a cell that is no figure; records that passed `check` have none.
    """
    for n, row in enumerate(budget.rows):
        parts = list(_parts(budget.rows[n + 1 :], row.level))
        if row.partial or not parts:
            continue
        for m, column in enumerate(budget.columns):
            stated = read_value(row.values[m]) if column.kind is ColumnKind.AMOUNT else None
            if stated is None:
                continue
            added = sum((read_value(part.values[m]) or Decimal(0) for part in parts), Decimal(0))
            yield Sum(row, column, stated, added, len(parts))


def _parts(following: tuple[Row, ...], level: int) -> Iterator[Row]:
    for row in following:
        if row.level <= level:
            return
        if row.level == level + 1:
            yield row
