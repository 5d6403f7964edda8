"""The official forms of budget disclosure that a commune and its units fill in.

Circular 343/2016/TT-BTC has forms 103–120 for communes; Circular 61/2017/TT-BTC forms 01–04 and Circular 26/2026/TT-BTC
forms 73–76 for units. Since 2026 the province sets the forms of a commune's execution: 01–03/CK-NSX are the sample's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Columns = tuple[tuple[str, str], ...]
Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its number, the code printed on it, its title, what the label column is called, the columns after it
    (group and name), and the rows that every office has."""

    number: str
    code: str
    title: str
    columns: Columns
    rows: Rows
    label: str = "Nội dung"


def _group(name: str, *columns: str) -> Columns:
    return tuple((name, column) for column in columns)


_PLAIN: Columns = (("", "Dự toán năm"),)
_COMPARED = _group("So sánh (%)", "Dự toán năm", "Cùng kỳ năm trước")
_DONE: Columns = (("", "Dự toán năm"), ("", "Thực hiện"), *_COMPARED)
_SETTLED: Columns = (("", "Dự toán"), ("", "Quyết toán"), ("", "So sánh (%)"))
_TWO = ("Thu NSNN", "Thu NSX")
_THREE = ("Tổng số", "Đầu tư phát triển", "Thường xuyên")
_INCOME = _group("Ước thực hiện năm trước", *_TWO) + _group("Dự toán năm", *_TWO) + _group("So sánh (%)", *_TWO)
_SPENDING = _group("Ước thực hiện năm trước", *_THREE) + _group("Dự toán năm", *_THREE) + _group("So sánh (%)", *_THREE)
_WORKS: Columns = (
    ("", "Thời gian khởi công - hoàn thành"),
    *_group("Tổng dự toán được duyệt", "Tổng số", "Trong đó nguồn dân đóng góp"),
    ("", "Giá trị thực hiện đến 31/12 năm trước"),
    ("", "Giá trị đã thanh toán đến 31/12 năm trước"),
)
_WORKS_PLAN = _WORKS + _group(
    "Dự toán năm", "Tổng số", "Thanh toán khối lượng năm trước", "Nguồn cân đối ngân sách", "Nguồn đóng góp"
)
_WORKS_DONE = _WORKS + _group("Giá trị đã thanh toán năm", "Tổng số", "Nguồn cân đối ngân sách", "Nguồn đóng góp")
_BALANCE = ("Thu", "Chi", "Chênh lệch")
_OTHER = _group("Ước thực hiện năm trước", *_BALANCE) + _group("Kế hoạch năm", *_BALANCE)
_OTHER_DONE = _group("Kế hoạch năm", *_BALANCE) + _group("Thực hiện", *_BALANCE)
_UNIT: Columns = (("", "Dự toán được giao"),)
_UNIT_DONE: Columns = (("", "Dự toán năm"), ("", "Ước thực hiện"), *_COMPARED)
_UNIT_SETTLED: Columns = (("", "Tổng số liệu báo cáo quyết toán"), ("", "Tổng số liệu quyết toán được duyệt"))

_IN: Rows = (
    ("I", "Các khoản thu xã hưởng 100%"),
    ("1", "Phí, lệ phí"),
    ("2", "Thu từ quỹ đất công ích và đất công"),
    ("3", "Thu khác"),
    ("II", "Các khoản thu phân chia theo tỷ lệ phần trăm (%)"),
    ("III", "Thu bổ sung từ ngân sách cấp trên"),
    ("1", "Thu bổ sung cân đối"),
    ("2", "Thu bổ sung có mục tiêu"),
    ("IV", "Thu chuyển nguồn từ năm trước sang"),
)
_OUT: Rows = (
    ("I", "Chi đầu tư phát triển"),
    ("II", "Chi thường xuyên"),
    ("1", "Chi quốc phòng, an ninh"),
    ("2", "Chi giáo dục"),
    ("3", "Chi y tế"),
    ("4", "Chi văn hóa, thông tin, thể thao"),
    ("5", "Chi bảo vệ môi trường"),
    ("6", "Chi các hoạt động kinh tế"),
    ("7", "Chi quản lý nhà nước, Đảng, đoàn thể"),
    ("8", "Chi bảo đảm xã hội"),
    ("9", "Chi khác"),
    ("III", "Dự phòng ngân sách"),
    ("IV", "Chi chuyển nguồn sang năm sau"),
)
_BOTH: Rows = (
    ("A", "TỔNG SỐ THU"),
    *(row for row in _IN if row[0] in {"I", "II", "III", "IV"}),
    ("B", "TỔNG SỐ CHI"),
    *(row for row in _OUT if row[0] in {"I", "II", "III", "IV"}),
)
_ALL_IN: Rows = (("A", "TỔNG SỐ THU"), *_IN)
_ALL_OUT: Rows = (("A", "TỔNG SỐ CHI"), *_OUT)
_LIST: Rows = (
    ("A", "TỔNG SỐ"),
    ("I", "Công trình chuyển tiếp"),
    ("1", ""),
    ("II", "Công trình khởi công mới"),
    ("1", ""),
)
_FUNDS: Rows = (("A", "TỔNG SỐ"), ("1", "Các quỹ tài chính ngoài ngân sách"), ("2", "Các hoạt động sự nghiệp"))
_UNITS: Rows = (
    ("A", "Tổng số thu, chi, nộp ngân sách phí, lệ phí"),
    ("I", "Số thu phí, lệ phí"),
    ("II", "Chi từ nguồn thu phí được để lại"),
    ("III", "Số phí, lệ phí nộp ngân sách nhà nước"),
    ("B", "Dự toán chi ngân sách nhà nước"),
    ("I", "Chi quản lý hành chính"),
    ("1", "Kinh phí thực hiện chế độ tự chủ"),
    ("2", "Kinh phí không thực hiện chế độ tự chủ"),
)
_WORK = "Tên công trình"


def _commune(number: str, title: str, columns: Columns, rows: Rows, label: str = "Nội dung") -> Form:
    return Form(number, f"Biểu số {number}/CK TC-NSNN", title, columns, rows, label)


def _pair(numbers: str, title: str, columns: Columns, rows: Rows, label: str = "Nội dung") -> list[Form]:
    submitted, decided = numbers.split("/")
    return [
        _commune(submitted, f"{title} TRÌNH HỘI ĐỒNG NHÂN DÂN", columns, rows, label),
        _commune(decided, title, columns, rows, label),
    ]


#: Forms by the number that `congkhai template budget` takes.
FORMS: Mapping[str, Form] = {
    form.number: form
    for form in sorted(
        (
            *_pair("103/108", "CÂN ĐỐI DỰ TOÁN NGÂN SÁCH XÃ", _PLAIN, _BOTH),
            *_pair("104/109", "DỰ TOÁN THU NGÂN SÁCH XÃ", _INCOME, _ALL_IN),
            *_pair("105/110", "DỰ TOÁN CHI NGÂN SÁCH XÃ", _SPENDING, _ALL_OUT),
            *_pair("106/111", "DỰ TOÁN CHI ĐẦU TƯ PHÁT TRIỂN", _WORKS_PLAN, _LIST, _WORK),
            *_pair("107/112", "DỰ TOÁN THU, CHI CÁC HOẠT ĐỘNG TÀI CHÍNH KHÁC", _OTHER, _FUNDS),
            _commune("113", "THỰC HIỆN CÂN ĐỐI NGÂN SÁCH XÃ QUÝ I", _DONE, _BOTH),
            _commune("114", "THỰC HIỆN THU NGÂN SÁCH XÃ QUÝ I", _DONE, _ALL_IN),
            _commune("115", "THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ I", _DONE, _ALL_OUT),
            _commune("116", "CÂN ĐỐI QUYẾT TOÁN NGÂN SÁCH XÃ", _SETTLED, _BOTH),
            _commune("117", "QUYẾT TOÁN THU NGÂN SÁCH XÃ", _SETTLED, _ALL_IN),
            _commune("118", "QUYẾT TOÁN CHI NGÂN SÁCH XÃ", _SETTLED, _ALL_OUT),
            _commune("119", "QUYẾT TOÁN CHI ĐẦU TƯ PHÁT TRIỂN", _WORKS_DONE, _LIST, _WORK),
            _commune("120", "THỰC HIỆN THU, CHI CÁC HOẠT ĐỘNG TÀI CHÍNH KHÁC", _OTHER_DONE, _FUNDS),
            Form("nsx-01", "Biểu số 01/CK-NSX", "THỰC HIỆN CÂN ĐỐI NGÂN SÁCH XÃ QUÝ I", _DONE, _BOTH),
            Form("nsx-02", "Biểu số 02/CK-NSX", "THỰC HIỆN THU NGÂN SÁCH XÃ QUÝ I", _DONE, _ALL_IN),
            Form("nsx-03", "Biểu số 03/CK-NSX", "THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ I", _DONE, _ALL_OUT),
            Form("tt61-01", "Biểu số 01 Thông tư 61/2017/TT-BTC", "DỰ TOÁN THU, CHI NGÂN SÁCH", _UNIT, _UNITS),
            Form("tt61-02", "Biểu số 02 Thông tư 61/2017/TT-BTC", "DỰ TOÁN PHÂN BỔ CHO ĐƠN VỊ", _UNIT, _UNITS),
            Form("tt61-03", "Biểu số 03 Thông tư 61/2017/TT-BTC", "THỰC HIỆN DỰ TOÁN QUÝ I", _UNIT_DONE, _UNITS),
            Form("tt61-04", "Biểu số 04 Thông tư 61/2017/TT-BTC", "QUYẾT TOÁN THU, CHI", _UNIT_SETTLED, _UNITS),
            Form("73", "Mẫu số 73 Thông tư 26/2026/TT-BTC", "DỰ TOÁN ĐƯỢC GIAO VÀ PHÂN BỔ", _UNIT, _UNITS),
            Form("74", "Mẫu số 74 Thông tư 26/2026/TT-BTC", "DỰ TOÁN THU, CHI ĐƯỢC GIAO", _UNIT, _UNITS),
            Form("75", "Mẫu số 75 Thông tư 26/2026/TT-BTC", "THỰC HIỆN DỰ TOÁN QUÝ I", _UNIT_DONE, _UNITS),
            Form("76", "Mẫu số 76 Thông tư 26/2026/TT-BTC", "QUYẾT TOÁN THU, CHI", _UNIT_SETTLED, _UNITS),
        ),
        key=lambda form: (not form.number.isdigit(), form.number.zfill(4)),
    )
}
