"""Empty workbooks that staff fill in, and `import table` reads."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the budget regime: its number, its title, and the columns after STT and the label."""

    number: str
    title: str
    columns: tuple[tuple[str, str], ...]


_PLAN = (("", "Dự toán năm"), ("", "Thực hiện"), ("So sánh (%)", "Dự toán năm"), ("So sánh (%)", "Cùng kỳ năm trước"))
_TWO = (
    ("Ước thực hiện năm trước", "Thu NSNN"),
    ("Ước thực hiện năm trước", "Thu NSX"),
    ("Dự toán năm", "Thu NSNN"),
    ("Dự toán năm", "Thu NSX"),
)
_SPENT = (("Dự toán năm", "Tổng số"), ("Dự toán năm", "Đầu tư phát triển"), ("Dự toán năm", "Thường xuyên"))
#: Forms of Circular 343/2016/TT-BTC for communes (research: section 4.2) and those of a province's own regime.
FORMS: Mapping[str, Form] = {
    form.number: form
    for form in (
        Form("103", "CÂN ĐỐI DỰ TOÁN NGÂN SÁCH XÃ TRÌNH HỘI ĐỒNG NHÂN DÂN", (("", "Dự toán năm"),)),
        Form("104", "DỰ TOÁN THU NGÂN SÁCH XÃ TRÌNH HỘI ĐỒNG NHÂN DÂN", _TWO),
        Form("105", "DỰ TOÁN CHI NGÂN SÁCH XÃ TRÌNH HỘI ĐỒNG NHÂN DÂN", _SPENT),
        Form("108", "CÂN ĐỐI DỰ TOÁN NGÂN SÁCH XÃ", (("", "Dự toán năm"),)),
        Form("109", "DỰ TOÁN THU NGÂN SÁCH XÃ", _TWO),
        Form("110", "DỰ TOÁN CHI NGÂN SÁCH XÃ", _SPENT),
        Form("113", "THỰC HIỆN CÂN ĐỐI NGÂN SÁCH XÃ QUÝ I", _PLAN),
        Form("114", "THỰC HIỆN THU NGÂN SÁCH XÃ QUÝ I", _PLAN),
        Form("115", "THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ I", _PLAN),
        Form("116", "CÂN ĐỐI QUYẾT TOÁN NGÂN SÁCH XÃ", (("", "Dự toán"), ("", "Quyết toán"), ("", "So sánh (%)"))),
        Form("117", "QUYẾT TOÁN THU NGÂN SÁCH XÃ", (("", "Dự toán"), ("", "Quyết toán"), ("", "So sánh (%)"))),
        Form("118", "QUYẾT TOÁN CHI NGÂN SÁCH XÃ", (("", "Dự toán"), ("", "Quyết toán"), ("", "So sánh (%)"))),
    )
}


def budget_template(form: Form, year: int) -> bytes:
    """A workbook with the heading of a form and rows to fill in; amounts in million đồng."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = f"Bieu {form.number}"
    thin = Side(style="thin")
    width = 2 + len(form.columns)
    sheet["A1"] = f"Biểu số {form.number}/CK TC-NSNN"
    sheet["A2"] = f"{form.title} NĂM {year}"
    sheet["A2"].font = Font(bold=True)
    sheet["A3"] = "Đơn vị tính: triệu đồng"
    for column, name in enumerate(("STT", "Nội dung"), 1):
        sheet.cell(4, column, name)
        sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    for column, (group, name) in enumerate(form.columns, 3):
        sheet.cell(4, column, group or name)
        if group:
            sheet.cell(5, column, name)
        else:
            sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    for row in sheet.iter_rows(min_row=4, max_row=20, max_col=width):
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    for column in range(1, width + 1):
        sheet.column_dimensions[get_column_letter(column)].width = {1: 8, 2: 48}.get(column, 18)
    for at, (number, label) in enumerate(
        (("A", "Tổng số thu"), ("I", ""), ("1", ""), ("B", "Tổng số chi"), ("I", "")), 6
    ):
        sheet.cell(at, 1, number)
        sheet.cell(at, 2, label)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
