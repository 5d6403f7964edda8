"""Cells as offices type them, and what a careful person finds in each."""

from __future__ import annotations

from typing import Any

import pytest

from congkhai.model.procedure import Channel, Procedure
from tests.intake.reading import read
from tests.intake.samples import PARSED, SCRAPED

#: Cells of the column of times, with the description beside them: what the limit is.
TIMES = [
    ("05 ngày làm việc", "", "5 ngày làm việc"),
    ("5 Ngày làm việc", "", "5 ngày làm việc"),
    ("5 NGÀY LÀM VIỆC", "", "5 ngày làm việc"),
    ("5 ngay lam viec", "", "5 ngày làm việc"),
    ("05 (năm) ngày làm việc", "", "5 ngày làm việc"),
    ("7Ngày làm việc", "", "7 ngày làm việc"),
    ("5\u00a0ngày  làm\u200b việc", "", "5 ngày làm việc"),
    ("5 nga\u0300y la\u0300m vie\u0323\u0302c", "", "5 ngày làm việc"),
    ("05 ngày làm việc;", "", "5 ngày làm việc"),
    ("05 ngày LV", "", "5 ngày làm việc"),
    ("o5 ngày làm việc", "", "5 ngày làm việc"),
    ("1O ngày", "", "10 ngày"),
    ("Thời hạn: 5 ngày làm việc", "", "5 ngày làm việc"),
    ("Thời gian giải quyết: không quá 12 ngày làm việc", "", "12 ngày làm việc"),
    ("Không quá 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", "", "5 ngày làm việc"),
    ("Trong thời hạn 30 ngày, kể từ ngày thụ lý", "", "30 ngày"),
    ("Tối đa 12 ngày làm việc", "", "12 ngày làm việc"),
    ("Chậm nhất là 03 ngày", "", "3 ngày"),
    ("1/2 ngày làm việc", "", "0,5 ngày làm việc"),
    ("0.5 ngày", "", "0,5 ngày"),
    ("2,5 ngày", "", "2,5 ngày"),
    ("10 – 15 ngày", "", "10-15 ngày"),
    ("từ 10 đến 15 ngày làm việc", "", "10-15 ngày làm việc"),
    ("24h", "", "24 giờ"),
    ("30 phút", "", "30 phút"),
    ("08 giờ làm việc", "", "8 giờ làm việc"),
    ("2 tuần", "", "2 tuần"),
    ("03 tháng", "", "3 tháng"),
    ("5", "05 ngày làm việc kể từ ngày nhận hồ sơ", "5 ngày làm việc"),
    ("10-25", "Từ 10-25 ngày tùy hồ sơ", "10-25 ngày"),
    ("5", "theo quy định", "xem ghi chú"),
    ("0 Ngày", "Ngay sau khi nhận đủ hồ sơ", "ngay khi nhận đủ hồ sơ"),
    ("Trong ngày", "", "trong ngày làm việc"),
    ("Trả kết quả trong ngày", "", "trong ngày làm việc"),
    ("Ngay trong ngày tiếp nhận hồ sơ", "", "trong ngày làm việc"),
    ("Giải quyết ngay", "", "ngay khi nhận đủ hồ sơ"),
    ("Ngay sau khi nhận đủ hồ sơ", "", "ngay khi nhận đủ hồ sơ"),
    ("Không quy định", "", "không quy định"),
    ("Không", "", "không quy định"),
    ("Không có thông tin", "", "chưa rõ"),
    ("-", "", "chưa rõ"),
    ("", "", "chưa rõ"),
    ("1 buổi", "", "xem ghi chú"),
    ("Tối thiểu 10 ngày", "", "xem ghi chú"),
    ("15 ngày (hồ sơ phức tạp: 20 ngày)", "", "xem ghi chú"),
    ("02 hoặc 04 giờ tùy cảng", "", "xem ghi chú"),
    ("Theo thỏa thuận", "", "xem ghi chú"),
]
#: Cells of the column of fees: amounts in their order, “lời” for what is said in words, “-” where the cell is silent.
FEES = [
    ("Miễn phí", "0"),
    ("Không thu phí", "0"),
    ("Không thu lệ phí.", "0"),
    ("Không", "0"),
    ("0", "0"),
    ("0 đồng", "0"),
    ("O đồng", "0"),
    ("o đồng", "0"),
    ("0 VNĐ", "0"),
    ("Không đồng", "0"),
    ("Phí : o Đồng", "0"),
    ("8.000 đồng", "8000"),
    ("8,000 VNĐ", "8000"),
    ("8000đ", "8000"),
    ("8 000 đồng", "8000"),
    ("8.ooo đồng", "8000"),
    ("8.000,00 đồng", "8000"),
    ("8,000.00 VNĐ", "8000"),
    ("8.000đ/bản", "8000"),
    ("8.000 đồng/trường hợp", "8000"),
    ("8.000 đ\u00f4\u0300ng", "8000"),
    ("1.500.000 VND", "1500000"),
    ("150 nghìn đồng", "150000"),
    ("1,5 triệu đồng", "1500000"),
    ("20 USD", "20 USD"),
    ("100 USD/thẻ", "100 USD"),
    ("10 đô la Mỹ", "10 USD"),
    ("5.000 đồng (Năm nghìn đồng)", "5000"),
    ("Lệ phí: 8.000 đồng; Phí: 10.000 đồng", "8000, 10000"),
    ("Lệ phí : 8.000 Đồng (Nộp trực tiếp)\nLệ phí : 4.000 Đồng (Nộp trực tuyến)", "8000, 4000"),
    ("Phí: Không; Lệ phí: 30.000 đồng", "0, 30000"),
    ("Phí thẩm định: 150.000 đồng", "150000"),
    ("Lệ phí cấp giấy chứng nhận: 100.000 đồng/giấy", "100000"),
    ("50.000 đồng/lần; trực tuyến 25.000 đồng/lần", "50000, 25000"),
    ("30.000đ (hộ chiếu), 50.000đ (thị thực)", "30000, 50000"),
    ("3.000 đồng/trang; từ trang thứ 3 trở đi 1.000 đồng/trang; tối đa 200.000 đồng/bản", "3000, 1000, 200000"),
    ("- Cá nhân: 75.000 đồng\n- Tổ chức: 150.000 đồng", "75000, 150000"),
    ("Nộp lệ phí 8.000 đồng theo Nghị quyết số 12/2020/NQ-HĐND", "8000"),
    ("Theo quy định của HĐND tỉnh", "lời"),
    ("Mức thu: theo quy định của Nghị quyết HĐND", "lời"),
    ("Lệ phí: Theo Thông tư 250/2016/TT-BTC", "lời"),
    ("0,1% giá trị hợp đồng", "lời"),
    ("70.000 - 150.000 đồng", "lời"),
    ("Miễn phí; quá hạn 30 ngày thu 8.000 đồng", "0, 8000"),
    ("Miễn phí nếu đúng hạn, trễ hạn thu 8.000 đồng", "lời"),
    ("12,5 đồng", "lời"),
    ("Không có thông tin", "-"),
    ("Chưa có thông tin", "-"),
    ("", "-"),
]
#: Cells that count papers: originals + copies, “?” where the cell does not say.
COUNTS = [
    ("Bản chính: 1\nBản sao: 0", "1+0"),
    ("Bản chính : 01 - Bản sao : 02", "1+2"),
    ("BẢN CHÍNH: 1; BẢN SAO: 1", "1+1"),
    ("Bản sao: 1 Bản chính: 0", "0+1"),
    ("Bản chính: o1\nBản sao: o", "1+0"),
    ("Bản chính: 2", "2+0"),
    ("Bản sao: 3", "0+3"),
    ("01 bản chính", "1+0"),
    ("1 bản chính và 2 bản sao", "1+2"),
    ("01 bản chính, 01 bản sao chứng thực", "1+1"),
    ("02 bản sao", "0+2"),
    ("01 bản gốc", "1+0"),
    ("01 bản photo", "0+1"),
    ("01 (một) bản chính", "1+0"),
    ("Ban chinh: 1 Ban sao: 2", "1+2"),
    ("01 bộ", "?"),
    ("", "?"),
]
#: Names of channels in the column of channels.
CHANNELS = [
    ("Trực tiếp", "Trực tiếp"),
    ("TRỰC TIẾP", "Trực tiếp"),
    ("Nộp trực tiếp tại Trung tâm Phục vụ hành chính công", "Trực tiếp"),
    ("Tại Bộ phận Một cửa", "Trực tiếp"),
    ("Trực tuyến", "Trực tuyến"),
    ("Truc tuyen", "Trực tuyến"),
    ("Trực tuyến toàn trình", "Trực tuyến"),
    ("Qua Cổng Dịch vụ công quốc gia", "Trực tuyến"),
    ("Qua mạng", "Trực tuyến"),
    ("Dịch vụ bưu chính", "Dịch vụ bưu chính"),
    ("Dịch vụ bưu chính công ích", "Dịch vụ bưu chính"),
    ("Qua bưu điện", "Dịch vụ bưu chính"),
    ("Trực tiếp hoặc qua dịch vụ bưu chính", "Trực tiếp, Dịch vụ bưu chính"),
    ("Trực tiếp/Trực tuyến", "Trực tiếp, Trực tuyến"),
]
HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"
#: Whole tables as scraping flattens them: channel | limit | fees.
FLAT = [
    (
        "Trực tiếp5 Ngày làm việc8,000 VNĐ(Mỗi bản)Trực tuyến3 Ngày làm việcMiễn phí",
        ["Trực tiếp | 5 ngày làm việc | 8000", "Trực tuyến | 3 ngày làm việc | 0"],
    ),
    (
        "Trực tiếp10 Ngày làm việcKhông có thông tin20 ngày làm việc nếu phải xác minh"
        "Trực tuyến10 Ngày làm việcMiễn phí",
        ["Trực tiếp | 10 ngày làm việc | -", "Trực tuyến | 10 ngày làm việc | 0"],
    ),
    (
        "Trực tuyến2 Ngày làm việcMiễn phí- Tiếp nhận: 03 ngày.\n- Cấp giấy: 02 ngày.\n"
        "Dịch vụ bưu chính2 Ngày làm việcMiễn phí",
        ["Trực tuyến | 2 ngày làm việc | 0", "Dịch vụ bưu chính | 2 ngày làm việc | 0"],
    ),
    ("Trực tiếp6 Tháng100 USD(100 USD/thẻ.)", ["Trực tiếp | 6 tháng | 100 USD"]),
    (
        "Trực tiếp15 NgàyPhí: 150,000 VNĐ(Thẩm định)Lệ phí: 30,000 VNĐ(Cấp giấy)Nộp tại một cửa",
        ["Trực tiếp | 15 ngày | 150000, 30000"],
    ),
    (
        "Trực tiếp1Miễn phíTrực tuyến1Miễn phí",
        ["Trực tiếp | xem ghi chú | 0", "Trực tuyến | xem ghi chú | 0"],
    ),
    (
        "Trực tuyến1 Ngày làm việcKhông có thông tin- Nộp trực tiếp tại công an hoặc trực tuyến đều được."
        "Trực tuyến2 Ngày làm việcKhông có thông tin\tviệc phức tạp",
        ["Trực tuyến | 1-2 ngày làm việc | -"],
    ),
    (
        "Trực tiếp0.5 Giờ50,000 Việt Nam Đồng(/văn bản)Dịch vụ bưu chínhKhông quy địnhMiễn phí",
        ["Trực tiếp | 0,5 giờ | 50000", "Dịch vụ bưu chính | không quy định | 0"],
    ),
    (
        "TRỰC TIẾP5 NGÀY LÀM VIỆCMIỄN PHÍTRỰC TUYẾN3 NGÀY LÀM VIỆCMIỄN PHÍ",
        ["Trực tiếp | 5 ngày làm việc | 0", "Trực tuyến | 3 ngày làm việc | 0"],
    ),
    (
        "Trực tiếp\n5 Ngày làm việc\nMiễn phí\nTrực tuyến\n3 Ngày làm việc\n8,000 VNĐ",
        ["Trực tiếp | 5 ngày làm việc | 0", "Trực tuyến | 3 ngày làm việc | 8000"],
    ),
    (
        "Trực tiếp|5 Ngày làm việc|Miễn phí|Trực tuyến|3 Ngày làm việc|8.000 đồng",
        ["Trực tiếp | 5 ngày làm việc | 0", "Trực tuyến | 3 ngày làm việc | 8000"],
    ),
]
P = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
#: Whole tables of papers as scraping flattens them.
FLAT_PAPERS = [
    (f"--{P}Tờ khai1 bản chínhẢnh chân dung0 bản chính,2 bản sao", ["1+0 Tờ khai", "0+2 Ảnh chân dung"]),
    (f"--{P}Đơn đề nghị theo mẫumau-so-01.docx1 bản chính", ["1+0 Đơn đề nghị theo mẫu"]),
    (f"--{P}Đơn theo Mẫu số 01Mẫu số 01.docx1 bản chính", ["1+0 Đơn theo Mẫu số 01"]),
    (
        f"* Cấp mới:{P}Đơn1 bản chính* Cấp lại:{P}Đơn2 bản chính",
        ["# Cấp mới", "1+0 Đơn", "# Cấp lại", "2+0 Đơn"],
    ),
    (
        f"--{P}(i) Văn bản đề nghị;1 bản chính(ii) Bản sao kết luận;0 bản chính,1 bản sao",
        ["1+0 (i) Văn bản đề nghị", "0+1 (ii) Bản sao kết luận"],
    ),
    (f"--{P}- Tờ khai;1 bản chính+ Hợp đồng 02 bản chính;1 bản chính", ["1+0 Tờ khai", "1+0 Hợp đồng 02 bản chính"]),
    (f"--\n{P}\nTờ khai\n1 bản chính\nẢnh\n2 bản chính", ["1+0 Tờ khai", "2+0 Ảnh"]),
]


def parsed(**cells: Any) -> Procedure:
    row = PARSED["tables"]["hinh_thuc_nop"][0] | {
        k: v for k, v in cells.items() if k in PARSED["tables"]["hinh_thuc_nop"][0]
    }
    paper = PARSED["tables"]["thanh_phan_ho_so"][0] | {k: v for k, v in cells.items() if k == "so_luong"}
    tables = PARSED["tables"] | {"hinh_thuc_nop": [row], "thanh_phan_ho_so": [paper]}
    return read(PARSED | {"tables": tables}).draft.record


def limit_of(channel: Channel) -> str:
    return str(channel.time_limit).lower().replace("–", "-")


def fees_of(channel: Channel) -> str:
    found = [
        "lời" if fee.amount is None else f"{fee.amount.amount}{'' if fee.amount.currency == 'VND' else ' USD'}"
        for fee in channel.fees
    ]
    return ", ".join(found) or ("-" if channel.fees_unknown else "0")


@pytest.mark.parametrize(("cell", "description", "limit"), TIMES)
def test_times(cell: str, description: str, limit: str) -> None:
    (channel,) = parsed(thoi_han_giai_quyet=cell, mo_ta=description).channels
    assert limit_of(channel) == limit
    if limit == "xem ghi chú":
        assert cell in (channel.time_note or "")


@pytest.mark.parametrize(("cell", "fees"), FEES)
def test_fees(cell: str, fees: str) -> None:
    (channel,) = parsed(phi_le_phi=cell).channels
    assert fees_of(channel) == fees


@pytest.mark.parametrize(("cell", "count"), COUNTS)
def test_counts_of_papers(cell: str, count: str) -> None:
    paper = parsed(so_luong=cell).cases[0].papers[0]
    assert f"{paper.originals}+{paper.copies}" == count.replace("?", "0+0")


@pytest.mark.parametrize(("cell", "labels"), CHANNELS)
def test_names_of_channels(cell: str, labels: str) -> None:
    assert ", ".join(channel.kind.label for channel in parsed(hinh_thuc=cell).channels) == labels


@pytest.mark.parametrize(("table", "channels"), FLAT)
def test_flattened_channels(table: str, channels: list[str]) -> None:
    record = read(SCRAPED | {"cach_thuc_thuc_hien": HEAD + table}).draft.record
    assert [f"{c.kind.label} | {limit_of(c)} | {fees_of(c)}" for c in record.channels] == channels


@pytest.mark.parametrize(("table", "papers"), FLAT_PAPERS)
def test_flattened_papers(table: str, papers: list[str]) -> None:
    record = read(SCRAPED | {"thanh_phan_ho_so": table}).draft.record
    found = []
    for case in record.cases:
        found += [f"# {case.name}"] if case.name else []
        found += [f"{paper.originals}+{paper.copies} {paper.name}" for paper in case.papers]
    assert found == papers
