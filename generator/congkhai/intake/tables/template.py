"""Empty tables that staff fill in, and `import table` reads: workbooks, and CSV for programs that export it."""

from __future__ import annotations

import csv
import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from congkhai.intake.tables.forms import Form

_UNIT = "Đơn vị tính: triệu đồng"
_WIDTHS = {1: 8, 2: 48}
_ROOM = 8


def budget_template(form: Form, year: int) -> bytes:
    """A workbook with the heading of a form and its rows to fill in; amounts in million đồng."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = f"Bieu {form.number}"
    thin = Side(style="thin")
    width = 2 + len(form.columns)
    sheet["A1"], sheet["A2"], sheet["A3"] = form.code, f"{form.title} NĂM {year}", _UNIT
    sheet["A2"].font = Font(bold=True)
    for column, name in enumerate(("STT", form.label), 1):
        sheet.cell(4, column, name)
        sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    for column, (group, name) in enumerate(form.columns, 3):
        sheet.cell(4, column, group or name)
        if group:
            sheet.cell(5, column, name)
        else:
            sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    for at, (number, label) in enumerate(form.rows, 6):
        sheet.cell(at, 1, number)
        sheet.cell(at, 2, label)
    for row in sheet.iter_rows(min_row=4, max_row=6 + len(form.rows) + _ROOM, max_col=width):
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    for column in range(1, width + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(column, 18)
    sheet.freeze_panes = "C6"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def budget_csv(form: Form, year: int) -> bytes:
    """The same as CSV with semicolons, which Vietnamese Excel opens as columns."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([[form.code], [f"{form.title} NĂM {year}"], [_UNIT]])
    writer.writerow(["STT", form.label, *(group or name for group, name in form.columns)])
    writer.writerow(["", "", *(name if group else "" for group, name in form.columns)])
    writer.writerows([number, label, *[""] * len(form.columns)] for number, label in form.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
