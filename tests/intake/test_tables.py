"""Spreadsheets: where a table begins, its unit, its outline; blank, zero and dash; nothing is corrected."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from congkhai.intake.run import Imported
from congkhai.intake.tables.amount_units import amount_unit
from congkhai.intake.tables.budget import Given
from congkhai.intake.tables.figures import figure
from congkhai.intake.tables.forms import FORMS
from congkhai.intake.tables.grid import Cell
from congkhai.intake.tables.importer import import_table
from congkhai.intake.tables.outline import Outline
from congkhai.intake.tables.template import budget_csv, budget_template
from congkhai.model.budget import AmountUnit, Budget
from congkhai.report.text import sentence
from congkhai.source.bind import bind
from congkhai.source.load import load
from congkhai.source.reader import read
from tests.intake.reading import WORDING
from tests.intake.test_bad_input import encoded

DAY = date(2026, 11, 22)
BUDGET = [
    ["ỦY BAN NHÂN DÂN XÃ X", None, None, None, "Biểu số 113/CK TC-NSNN"],
    [],
    ["CÂN ĐỐI NGÂN SÁCH XÃ 6 THÁNG NĂM 2026"],
    ["(Kèm theo Quyết định số 281/QĐ-UBND ngày 08/7/2026 của UBND xã)"],
    [None, None, None, None, "Đơn vị: Tiệu đồng"],
    ["STT", "Nội dung", "Dự toán năm", "Thực hiện", "So sánh (%)", None],
    [None, None, None, None, "Dự toán", "Cùng kỳ"],
    ["A", "B", 1, 2, "3=2/1", 4],
    ["A", "TỔNG SỐ THU", 1260.5, 640, 50.8, None],
    ["I", "Các khoản thu xã hưởng 100%", "160", 40, 25, "-"],
    ["1", "Phí, lệ phí", 100, 40, 40, 0],
    ["2", "Thu khác", 60, "-", None, None],
    ["II", "Thu bổ sung", "1.100,5", "600", "54,5", None],
    ["-", "Cân đối", 1000.5, 500, 50, None],
    ["-", "Mục tiêu", 90, 100, 111.1, None],
    ["B", "TỔNG SỐ CHI", 1260.5, 600, 47.6, None],
    [None, None, None, "TM. ỦY BAN NHÂN DÂN"],
    [None, None, None, "CHỦ TỊCH"],
]


def workbook(rows: list[list[object]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bring(
    office: Path, data: bytes, meant: str = "budget", name: str = "bang.xlsx", published: date | None = DAY
) -> Imported:
    path = office.parent / name
    path.write_bytes(data)
    return import_table(path, office, load(office).repository, WORDING, DAY, meant, Given("ubnd-xa", published))


def test_budget(office: Path) -> None:
    done = bring(office, workbook(BUDGET))
    text = next(data.decode() for path, data in done.files.items() if "budgets" in path)
    assert text.splitlines()[:7] == [
        "title: Cân đối ngân sách xã 6 tháng năm 2026",
        "unit: ubnd-xa",
        "regime: tt343",
        "form: Biểu số 113/CK TC-NSNN",
        "fiscal_year: 2026",
        "phase: h1",
        "amount_unit: million",
    ]
    assert '  - number: A\n    level: 0\n    label: TỔNG SỐ THU\n    values: ["1.260,5", "640", "50,8", ""]\n' in text
    assert '  - number: "1"\n    level: 2\n    label: Phí, lệ phí\n    values: ["100", "40", "40", "0"]\n' in text
    assert '  - number: "2"\n    level: 2\n    label: Thu khác\n    values: ["60", "-", "", ""]\n' in text
    assert "label: Cùng kỳ\n    kind: percent\n    group: So sánh (%)\n" in text
    assert "CHỦ TỊCH" not in text
    assert [f.code for f in done.findings] == ["NK182"]
    assert sentence(done.findings[0], "vi")[0] == "Sheet: “Thu bổ sung” ghi 1.100,5, các dòng con cộng lại là 1.090,5"


def test_what_the_sheet_does_not_say_is_asked_for(office: Path) -> None:
    rows = [row for row in BUDGET if "Đơn vị: Tiệu đồng" not in row]
    done = bring(office, workbook(rows), published=None)
    assert not [path for path in done.files if "budgets" in path]
    assert "amount_unit: điền vào đây" in next(iter(done.aside.values())).decode()
    assert [f.code for f in done.findings].count("NK181") == 2


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Đơn vị tính: triệu đồng", AmountUnit.MILLION),
        ("ĐVT: Triệu đồng", AmountUnit.MILLION),
        ("Đơn vị: Tiệu đồng", AmountUnit.MILLION),
        ("Đơn vị tính: 1.000 đồng", AmountUnit.THOUSAND),
        ("ĐVT: nghìn đồng", AmountUnit.THOUSAND),
        ("(Đơn vị tính: đồng)", AmountUnit.DONG),
        ("Đơn vị tính: tỷ đồng", AmountUnit.BILLION),
        ("Đơn vị: Phòng Tài chính", None),
        ("Đơn vị tính: dòng", None),
        ("triệu đồng", None),
        ("Đơn vị tính : Triệu  đồng", AmountUnit.MILLION),
        ("ĐVT: Trđ", AmountUnit.MILLION),
        ("Đơn vị: tr.đồng", AmountUnit.MILLION),
        ("Đơn vị tính: triêu đồng", AmountUnit.MILLION),
        ("Đơn vị: triệu đông", AmountUnit.MILLION),
        ("Đon vị tính: triệu đồng", AmountUnit.MILLION),
        ("Đơn vị tình: triệu đồng", AmountUnit.MILLION),
        ("ĐVT: 1000đ", AmountUnit.THOUSAND),
        ("Đơn vị: ngàn đồng", AmountUnit.THOUSAND),
        ("Đơn vị tính: 1.000đ", AmountUnit.THOUSAND),
        ("Đơn vị tính: VNĐ", AmountUnit.DONG),
        ("Đơn vị: tỉ đồng", AmountUnit.BILLION),
        ("Đơn vị tính: đông", None),
        ("Đơn vị: Ủy ban nhân dân xã Phú Đông", None),
    ],
)
def test_units(text: str, unit: AmountUnit | None) -> None:
    assert amount_unit(text) is unit


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell("", None), ""),
        (Cell("-"), "-"),
        (Cell("0", Decimal(0)), "0"),
        (Cell("1260,5", Decimal("1260.5")), "1.260,5"),
        (Cell("1.234.567"), "1.234.567"),
        (Cell("1,234,567.5"), "1.234.567,5"),
        (Cell("(1.200)"), "-1.200"),
        (Cell("12,5%"), "12,5"),
        (Cell("1.23"), None),
        (Cell("hai trăm"), None),
    ],
)
def test_figures(cell: Cell, text: str | None) -> None:
    assert figure(cell) == text


def test_outline() -> None:
    outline = Outline()
    rows = ["A", "I", "1", "1.1", "-", "1.2", "2", "II", "B", "I", "a", "b"]
    assert [outline.level(number, "x") for number in rows] == [0, 1, 2, 3, 4, 3, 2, 1, 0, 1, 2, 2]
    letters = Outline()
    assert [letters.level(letter, "x") for letter in "ABCDEFGHI"] == [0] * 9
    assert Outline().level("1a2", "x") is None


def test_fees_and_officials(office: Path) -> None:
    fees = workbook(
        [
            ["STT", "Tên phí, lệ phí", "Trường hợp", "Mức thu"],
            [1, "Lệ phí hộ tịch", "Khai sinh", 8000],
            [None, None, "Khai tử", "6.000 đồng"],
        ]
    )
    done = bring(office, fees, "fees", "phi.xlsx")
    text = done.aside["le-phi-ho-tich.yml"].decode()
    assert "condition: Khai sinh\n    amount: 8000\n" in text
    assert "condition: Khai tử\n    amount: 6000\n" in text
    people = "Họ và tên;Chức vụ;Điện thoại\nNguyễn Văn A;Chủ tịch UBND xã;0912 345 678\n".encode()
    done = bring(office, people, "officials", "can-bo.csv")
    text = next(data.decode() for path, data in done.files.items() if "officials" in path)
    assert "role: chair\n" in text
    assert 'private_phone: "0912 345 678"\n' in text
    assert "\nphone:" not in text


@pytest.mark.parametrize("number", FORMS)
def test_every_template_can_be_imported(office: Path, number: str) -> None:
    """What was asked for on the form is what the record says, whether it was filled in as a workbook or as CSV."""
    form = FORMS[number]
    texts = []
    for data, name in ((budget_template(form, 2026), "bieu.xlsx"), (budget_csv(form, 2026), "bieu.csv")):
        done = bring(office, data, name=name)
        assert not done.broken
        assert not done.aside, done.aside
        texts.append(next(text.decode() for path, text in done.files.items() if "budgets" in path))
    assert texts[0] == texts[1]
    tree, _ = read("bieu.yml", texts[0].encode())
    assert tree is not None
    record = bind(Budget, tree, "bieu.yml").record
    assert (record.form, record.fiscal_year, record.amount_unit) == (form.code, 2026, AmountUnit.MILLION)
    assert [(column.group or "", column.label) for column in record.columns] == list(form.columns)
    assert [(row.number or "", row.label) for row in record.rows] == [row for row in form.rows if row[1]]


def test_a_balance_with_revenue_beside_spending(office: Path) -> None:
    rows = [
        ["CÂN ĐỐI DỰ TOÁN NGÂN SÁCH XÃ NĂM 2026"],
        ["Đơn vị tính: triệu đồng"],
        ["NỘI DUNG THU", "DỰ TOÁN", "NỘI DUNG CHI", "DỰ TOÁN"],
        ["TỔNG SỐ THU", 300, "TỔNG SỐ CHI", 300],
        ["I. Thu 100%", 100, "I. Chi đầu tư", 50],
        ["II. Thu bổ sung", 200, "II. Chi thường xuyên", 250],
        ["Ghi chú: số làm tròn"],
    ]
    done = bring(office, workbook(rows))
    text = next(data.decode() for path, data in done.files.items() if "budgets" in path)
    assert text.index("label: TỔNG SỐ THU") < text.index("label: TỔNG SỐ CHI") < text.index("II. Chi thường xuyên")
    assert 'label: II. Chi thường xuyên\n    values: ["250"]\n' in text


def test_a_workbook_typed_with_a_legacy_font(office: Path) -> None:
    rows = [[encoded(cell, "tcvn3").decode("latin-1") if isinstance(cell, str) else cell for cell in r] for r in BUDGET]
    text = (bring(office, workbook(rows)).placed[0].data or b"").decode()
    assert "amount_unit: million\n" in text
    assert "label: Các khoản thu xã hưởng 100%\n" in text


def test_a_figure_that_cannot_be_read_is_told_and_kept(office: Path) -> None:
    rows = [[cell if cell != 640 else "1.23" for cell in row] for row in BUDGET]
    done = bring(office, workbook(rows))
    told = next(finding for finding in done.findings if finding.code == "NK188")
    assert sentence(told, "vi")[0] == "dòng 9, cột “Thực hiện”: “1.23” không đọc được thành số; giữ nguyên văn"
    assert '"1.23"' in next(iter(done.aside.values())).decode()


def test_bad_workbooks(office: Path) -> None:
    def told(data: bytes, name: str = "bang.xlsx") -> str:
        done = bring(office, data, name=name)
        assert not done.files
        return sentence(done.findings[0], "vi")[0]

    assert told(b"<html><table></table></html>", "bang.xls").endswith(
        "đây là trang HTML (có thể là trang báo lỗi lưu nhầm)"
    )
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert told(ole + "EncryptedPackage".encode("utf-16-le")).endswith("tệp có mật khẩu; bỏ mật khẩu rồi lưu lại")
    assert told(ole + b"x" * 600).endswith("không phải bảng tính đọc được (.xlsx, .xls, .ods, .csv)")
    packed = io.BytesIO(workbook(BUDGET))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert told(packed.getvalue(), "bang.xlsm").endswith("tệp có macro; lưu lại thành .xlsx hoặc .docx không macro")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 300_000_000)
    assert "quá 256 MB" in told(bomb.getvalue())
    assert told(workbook([["xin", "chào"]])) == "trang “Sheet”: không thấy dòng tiêu đề của bảng"
