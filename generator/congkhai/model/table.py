"""Tables of words and figures inside a record."""

from __future__ import annotations

import re

from congkhai.model.scalars import Line
from congkhai.model.spec import described, record

_FIGURE = re.compile(r"-?\d[\d.]*(?:,\d+)?%?|-")


@record
class TableRow:
    """One row: a text per column."""

    cells: tuple[Line, ...] = described(
        "Các ô", "Theo thứ tự cột; ô trống viết hai dấu ngoặc kép.", min_items=1, blank=True, max_length=1000
    )
    total: bool = described("Dòng tổng", "`true` thì in đậm.", default=False)


@record
class Table:
    """A table with one line of column heads."""

    caption: Line = described("Tên bảng", "Bảng này cho biết điều gì.", max_length=300)
    note: Line | None = described("Đơn vị tính", "In bên phải, trên bảng.", max_length=80, default=None)
    columns: tuple[Line, ...] = described("Các cột", "Tên cột, trái sang phải.", min_items=1)
    rows: tuple[TableRow, ...] = described("Các dòng", "Từ trên xuống dưới.", min_items=1)

    @property
    def figures(self) -> tuple[bool, ...]:
        """Which columns hold nothing but figures, and are set to the right."""
        return tuple(
            any(cells := [row.cells[n] for row in self.rows if n < len(row.cells) and row.cells[n]])
            and all(_FIGURE.fullmatch(cell) for cell in cells)
            for n in range(len(self.columns))
        )
