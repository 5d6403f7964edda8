"""A small scraped record, to be spoilt at will."""

from __future__ import annotations

from typing import Any

SCRAPED: dict[str, object] = {
    "ma_thu_tuc": "1.000001",
    "detail_url": "https://example.vn/1",
    "ten_thu_tuc": "Đăng ký khai sinh",
    "so_quyet_dinh": "163/QĐ-BTP",
    "cap_thuc_hien": "Cấp xã",
    "loai_thu_tuc": "Loại khác",
    "linh_vuc": "Hộ tịch",
    "doi_tuong_thuc_hien": "Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)",
    "co_quan_co_tham_quyen": "Ủy ban nhân dân cấp xã",
    "dia_chi_tiep_nhan": "",
    "co_quan_duoc_uy_quyen": "",
    "co_quan_phoi_hop": "",
    "thu_tuc_lien_quan": "",
    "trinh_tu_thuc_hien": "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
    "cach_thuc_thuc_hien": "Hình thức nộpThời gianPhí, lệ phíMô tả"
    "Trực tiếp5 Ngày làm việc8,000 VNĐ(Mỗi bản)Trực tuyến3 Ngày làm việcMiễn phí",
    "thanh_phan_ho_so": "--Tên giấy tờMẫu đơn, tờ khaiSố lượng"
    "Tờ khai đăng ký khai sinh1 bản chínhGiấy chứng sinh1 bản chính,1 bản sao",
    "can_cu_phap_ly": "Tên văn bản pháp lýMã văn bảnLuật Hộ tịch60/2014/QH13Nghị định 123/2015/NĐ-CP123/2015/NĐ-CP",
    "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
    "yeu_cau_dieu_kien": "Không",
    "ket_qua_xu_ly": "Giấy khai sinhMã: KQ.G15.000031",
}


def scraped(code: str) -> dict[str, object]:
    """The record under another code."""
    return SCRAPED | {"ma_thu_tuc": code}


PARSED: dict[str, Any] = {
    "thu_tuc_id": "1.000002",
    "source_file": "chi-tiet-1.000002.docx",
    "metadata": {
        "mã_thủ_tục": "1.000002",
        "số_quyết_định": "1164/QĐ-BTP",
        "tên_thủ_tục": "Đăng ký lại khai sinh",
        "cấp_thực_hiện": "Cấp Xã",
        "loại_thủ_tục": "TTHC được luật giao quy định chi tiết",
        "lĩnh_vực": "Hộ tịch",
    },
    "content": {
        "trình_tự_thực_hiện": "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
        "đối_tượng_thực_hiện": "Công dân Việt Nam",
        "cơ_quan_thực_hiện": "Ủy ban nhân dân cấp xã",
        "cơ_quan_có_thẩm_quyền": "Ủy ban nhân dân cấp xã",
        "kết_quả_thực_hiện": "Giấy khai sinh",
        "yêu_cầu_điều_kiện_thực_hiện": "Không",
    },
    "tables": {
        "hinh_thuc_nop": [
            {"hinh_thuc": "Trực tiếp", "thoi_han_giai_quyet": "5 Ngày làm việc", "phi_le_phi": "", "mo_ta": ""}
        ],
        "thanh_phan_ho_so": [{"ten_giay_to": "Tờ khai", "so_luong": "Bản chính: 1\nBản sao: 0", "ghi_chu": ""}],
        "can_cu_phap_ly": [
            {
                "so_ky_hieu": "60/2014/QH13",
                "trich_yeu": "Luật Hộ tịch",
                "ngay_ban_hanh": "20-11-2014",
                "co_quan_ban_hanh": "Quốc hội",
            }
        ],
    },
}
