"""Budget tables in the forms that finance law prescribes."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import unique
from typing import Annotated

from congkhai.model.citation import Citation
from congkhai.model.scalars import FilePath, Line, Prose, Slug, UnitRef
from congkhai.model.spec import KeyedBy, Labelled, described, record

_FIGURE = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")


@unique
class Regime(Labelled):
    """Whose forms the table follows."""

    TT343 = "tt343", "Thông tư 343/2016/TT-BTC"
    TT61 = "tt61", "Thông tư 61/2017/TT-BTC"
    TT26 = "tt26", "Thông tư 26/2026/TT-BTC"
    PROVINCE = "province", "Biểu do UBND tỉnh quy định"
    COUNCIL = "council", "Biểu trình Hội đồng nhân dân"


@unique
class Phase(Labelled):
    """Where in the budget year a table stands (Decree 73/2026/NĐ-CP, Article 36(3))."""

    SUBMITTED = "submitted", "Dự toán trình Hội đồng nhân dân"
    DECIDED = "decided", "Dự toán đã quyết định"
    QUARTER_1 = "q1", "Thực hiện quý I"
    HALF_YEAR = "h1", "Thực hiện 6 tháng"
    NINE_MONTHS = "m9", "Thực hiện 9 tháng"
    YEAR = "year", "Thực hiện cả năm"
    SETTLED = "settled", "Quyết toán đã phê chuẩn"


@unique
class AmountUnit(Labelled):
    """The unit that stands above the table; amounts are printed in it."""

    DONG = "dong", "đồng"
    THOUSAND = "thousand", "nghìn đồng"
    MILLION = "million", "triệu đồng"
    BILLION = "billion", "tỷ đồng"


@unique
class ColumnKind(Labelled):
    """What a column holds; percent columns have no unit."""

    AMOUNT = "amount", "số tiền"
    PERCENT = "percent", "tỷ lệ %"
    TEXT = "text", "chữ"


@record
class Column:
    """One column of figures."""

    id: Slug = described("Mã cột", "Tên ngắn, duy nhất trong bảng.", example="du-toan")
    label: Line = described("Tên cột", "Tên in trên đầu cột.", max_length=120)
    kind: ColumnKind = described("Kiểu", "amount, percent hoặc text.", default=ColumnKind.AMOUNT)
    group: Line | None = described("Nhóm cột", "Tên in phía trên nhiều cột liền nhau.", max_length=120, default=None)


@record
class Row:
    """One row: the outline number as printed, the depth it stands at, and a figure per column."""

    number: Line | None = described("STT", "Chữ hoặc số đúng như biểu: A, I, 1, a, -.", max_length=12, default=None)
    level: int = described("Cấp", "0 là dòng tổng, 1 là mục lớn, tăng dần theo cấp con.")
    label: Line = described("Nội dung", "Tên khoản.", max_length=400)
    values: tuple[Line, ...] = described(
        "Số liệu",
        "Theo thứ tự cột; “-” là không có, để trống trong ngoặc kép là không áp dụng.",
        min_items=1,
        blank=True,
    )
    partial: bool = described("Liệt kê chưa đủ", "`true` nếu các dòng con chỉ là một phần (“trong đó”).", default=False)


@record
class Budget:
    """One budget table."""

    title: Line = described("Tên biểu", "Tên bảng số liệu.", max_length=300)
    unit: UnitRef = described("Đơn vị", "Cơ quan công khai.")
    regime: Regime = described("Chế độ biểu mẫu", "Văn bản quy định biểu mẫu.")
    form: Line | None = described(
        "Số biểu", "Số hiệu biểu mẫu.", max_length=60, example="Biểu số 108/CK TC-NSNN", default=None
    )
    fiscal_year: int = described("Năm ngân sách", "Bốn chữ số.", example="2026")
    phase: Phase = described("Giai đoạn", "submitted, decided, q1, h1, m9, year hoặc settled.")
    amount_unit: AmountUnit = described("Đơn vị tính", "dong, thousand, million hoặc billion.")
    columns: Annotated[tuple[Column, ...], KeyedBy("id")] = described(
        "Các cột", "Cột số liệu, trái sang phải.", min_items=1
    )
    rows: tuple[Row, ...] = described("Các dòng", "Từ trên xuống dưới.", min_items=1)
    published: date = described("Ngày công khai", "Ngày công bố.")
    decided_on: date | None = described(
        "Ngày làm căn cứ tính hạn",
        "Ngày HĐND quyết định hoặc phê chuẩn; với dự toán trình là ngày khai mạc kỳ họp.",
        default=None,
    )
    decision: Line | None = described("Quyết định công bố", "Số, ngày của quyết định công bố công khai.", default=None)
    headline: Line | None = described(
        "Một câu tóm tắt", "Điều chính bảng này nói với người dân.", max_length=300, default=None
    )
    explanation: Prose | None = described("Thuyết minh", "Giải thích số liệu.", max_length=8000, default=None)
    basis: tuple[Citation, ...] = described("Căn cứ", "Quy định về công khai.", default=())
    files: tuple[FilePath, ...] = described("Tệp kèm theo", "Tệp trong content/files.", default=())
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)


def read_value(text: str) -> Decimal | None:
    """The figure in a cell: Vietnamese grouping and comma, None for blank or `-`.

    Raises ValueError for anything else; zero is a figure and stays zero.
    """
    text = text.strip()
    if text in {"", "-"}:
        return None
    if not _FIGURE.fullmatch(text):
        raise ValueError(text)
    return Decimal(text.replace(".", "").replace(",", "."))
