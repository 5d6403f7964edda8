"""Tables inside records, as they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from congkhai.model.table import Table
from congkhai.render.notices.text import UpTo


@dataclass(frozen=True, slots=True)
class TableRowFact:
    """One row; `total` is set bold."""

    cells: Annotated[tuple[str, ...], UpTo(1000)]
    total: bool


@dataclass(frozen=True, slots=True)
class TableFact:
    """One table; `figures` says which columns stand to the right, `widths` how much room each wants."""

    caption: str
    note: str
    columns: Annotated[tuple[str, ...], UpTo(items=12)]
    figures: tuple[bool, ...]
    widths: tuple[int, ...]
    rows: Annotated[tuple[TableRowFact, ...], UpTo(items=1000)]


def table_facts(tables: Iterable[Table]) -> tuple[TableFact, ...]:
    """The tables of a record."""
    return tuple(
        TableFact(
            caption=table.caption,
            note=table.note or "",
            columns=table.columns,
            figures=table.figures,
            widths=tuple(_width(table, n) for n in range(len(table.columns))),
            rows=tuple(TableRowFact(row.cells, row.total) for row in table.rows),
        )
        for table in tables
    )


def _width(table: Table, column: int) -> int:
    """Letters of a line: enough for the longest word, and more for long texts, but no column takes all."""
    texts = [table.columns[column], *(row.cells[column] for row in table.rows)]
    words = max((len(word) for text in texts for word in text.split()), default=1)
    usual = sum(map(len, texts)) // len(texts)
    return max(min(words, 18), min(usual, 60), 4)
