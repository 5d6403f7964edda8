"""Tables inside records, for search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congkhai.model.table import Table


def table_texts(tables: Iterable[Table]) -> Iterator[str]:
    """Captions, heads and cells."""
    for table in tables:
        yield table.caption
        yield from table.columns
        for row in table.rows:
            yield from row.cells
