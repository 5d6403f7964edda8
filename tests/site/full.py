"""One record of each kind with every field that it can have, for tests that no field may escape."""

from __future__ import annotations

from typing import Any

ACT = {"act": "luat-ho-tich", "article": "14", "clause": "1", "point": "a", "note": "Phần ghi chú"}

TASK = {
    "id": "viec-mot",
    "text": "Làm việc thứ nhất",
    "lead": "ubnd-xa",
    "cooperating": ["phong-tu-phap"],
    "deadlines": [
        {
            "text": "trước ngày 01/12/2026",
            "precision": "day",
            "end": "2026-11-30",
            "named_day": "2026-12-01",
            "inclusive": "false",
        },
        {
            "text": "sáng thứ sáu hằng tuần",
            "precision": "day",
            "start": "2026-01-01",
            "end": "2026-12-31",
            "recurrence": "FREQ=WEEKLY;BYDAY=FR",
            "part": "morning",
        },
        {"text": "khi có yêu cầu", "precision": "event", "after": "Có yêu cầu của Trưởng ban"},
    ],
    "product": "Báo cáo kết quả",
    "quantities": [{"what": "Học viên mỗi lớp", "low": "200", "high": "220", "unit": "người"}],
    "rotation": ["phong-tu-phap"],
    "rotation_note": "xoay vòng các ấp",
    "budget_note": "Ngân sách xã",
    "updates": [
        {
            "date": "2026-11-02",
            "text": "Đã làm một nửa",
            "by": "phong-tu-phap",
            "evidence": "https://thu-nghiem.example/tep",
            "evidence_file": "bao-cao.pdf",
        },
    ],
}

RECORDS: dict[str, Any] = {
    "content/units/ubnd-xa.yml": {
        "name": "Ủy ban nhân dân xã Thử Nghiệm",
        "short_name": "UBND xã",
        "level": "commune",
        "type": "peoples_committee",
        "code": "00001",
        "duties": "Điều hành.\n\nPhục vụ.",
        "address": "Số 1 đường Thử",
        "phone": "0299 3 555 001",
        "email": "ubnd@thu-nghiem.example",
        "website": "https://thu-nghiem.example/",
        "households": "1250",
        "validity": {"start": "2025-07-01"},
    },
    "content/units/phong-tu-phap.yml": {
        "name": "Phòng Tư pháp xã Thử Nghiệm",
        "short_name": "Phòng Tư pháp",
        "level": "commune",
        "type": "department",
        "parent": "ubnd-xa",
    },
    "content/units/phong-cu.yml": {
        "name": "Phòng Tư pháp huyện Cũ",
        "short_name": "Phòng cũ",
        "level": "district",
        "type": "department",
        "validity": {"end": "2025-06-30"},
        "successors": ["phong-tu-phap"],
        "duties": "Việc ngày trước.",
    },
    "content/officials/chu-tich.yml": {
        "name": "Nguyễn Văn Thử",
        "title": "Chủ tịch Ủy ban nhân dân xã",
        "unit": "ubnd-xa",
        "role": "chair",
        "duties": ["Lãnh đạo chung"],
        "phone": "0299 3 555 020",
        "email": "chutich@thu-nghiem.example",
        "term": {"start": "2025-07-01", "end": "2031-03-31"},
        "photo": "anh.jpg",
        "private_phone": "0912 345 678",
        "delegations": [
            {
                "to": "can-bo",
                "scope": "Ký thay",
                "period": {"start": "2026-11-01", "end": "2026-12-31"},
                "document": "Giấy ủy quyền số 1",
            }
        ],
    },
    "plans/ke-hoach-thu.yml": {
        "title": "Thử mọi trường của kế hoạch",
        "issuer": "ubnd-xa",
        "superior": "ỦY BAN NHÂN DÂN TỈNH",
        "issuer_lines": ["ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM"],
        "number": "05/KH-UBND",
        "place": "Thử Nghiệm",
        "date": "2026-01-05",
        "period": {"start": "2026-01-01", "end": "2026-12-31"},
        "basis": [ACT],
        "preamble": "Vì sao có kế hoạch.",
        "sections": [
            {
                "number": "I",
                "title": "Mục đích",
                "text": "Nói rõ mục đích.",
                "sections": [
                    {"number": "1", "title": "Việc chính", "tasks": [TASK]},
                    {"number": "a", "text": "Điểm không có tiêu đề.", "sections": [{"text": "Gạch đầu dòng."}]},
                ],
            },
            {"text": "Phần không số, không tiêu đề."},
        ],
        "reports": [
            {
                "from_units": ["phong-tu-phap"],
                "to": "ubnd-xa",
                "about": "Kết quả sáu tháng",
                "deadlines": [
                    {"text": "10/6 và 01/11", "precision": "day", "occurrences": ["2026-06-10", "2026-12-01"]}
                ],
            }
        ],
        "indicators": [
            {"name": "Chỉ số hài lòng", "target": "từ 95%", "years": ["2026"], "measured": "96%", "source": "Phiếu"}
        ],
        "recipients": ["Như trên;", "Lưu: VT."],
        "signatory": {"capacity": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "name": "Nguyễn Văn Thử"},
        "source_note": "Bản mẫu để thử.",
    },
    "content/reception/lich.yml": {
        "title": "Lịch tiếp công dân thử",
        "unit": "ubnd-xa",
        "place": "Phòng tiếp công dân",
        "period": {"start": "2026-07-01", "end": "2026-12-31"},
        "announced": "2026-06-20",
        "regular": [{"days": ["mon", "tue", "wed"], "hours": ["7:30-11:30"], "receivers": ["can-bo"]}],
        "periodic": [
            {
                "receiver": "chu-tich",
                "days": ["wed"],
                "weeks": ["1", "-1"],
                "hours": ["7:30-11:30"],
                "attending": ["Công an xã"],
                "subject": "Đất đai",
            }
        ],
        "holiday_rule": "next_working_day",
        "exceptions": [
            {"date": "2026-12-02", "moved_to": "2026-12-04", "reason": "Họp Hội đồng nhân dân"},
            {
                "date": "2026-12-10",
                "extra": "true",
                "hours": ["14:00-16:00"],
                "receiver": "can-bo",
                "delegation": "Giấy ủy quyền số 2",
                "announced": "2026-12-01",
                "reason": "Nhiều người đăng ký",
            },
            {"date": "2026-12-30", "reason": "Bão số 9"},
        ],
        "phone": "0299 3 555 013",
        "registration": "Gọi trước một ngày",
        "rules": "Giữ trật tự.\n\nTôn trọng nhau.",
        "basis": [ACT],
    },
    "content/rosters/truc.yml": {
        "title": "Lịch trực thử",
        "unit": "ubnd-xa",
        "period": {"start": "2027-02-05", "end": "2027-02-05"},
        "changeover": "7:30",
        "announced": "2026-11-16",
        "phone": "0299 3 555 014",
        "posts": [
            {"id": "truc-ban", "name": "Trực ban", "place": "Phòng trực", "phone": "0299 3 555 015"},
            {"id": "mot-cua", "name": "Trực một cửa", "hours": ["8:00-11:00"]},
        ],
        "shifts": [
            {
                "date": "2027-02-05",
                "begins": "7:30",
                "ends": "7:30",
                "post": "truc-ban",
                "people": ["chu-tich"],
                "note": "Đêm giao thừa",
            },
            {"date": "2027-02-05", "begins": "8:00", "ends": "11:00", "post": "mot-cua", "people": ["can-bo"]},
        ],
        "instructions": "Có mặt đúng giờ.\n\nGhi sổ giao ca.",
        "basis": [ACT],
    },
    "content/contacts/hom-thu.yml": {
        "name": "Hòm thư góp ý",
        "kind": "suggestion_box",
        "purpose": "Nhận góp ý",
        "unit": "ubnd-xa",
        "phone": "0299 3 555 011",
        "email": "gopy@thu-nghiem.example",
        "url": "https://thu-nghiem.example/gop-y",
        "place": "Cổng trụ sở",
        "hours": "Giờ hành chính",
        "answered_by": ["can-bo"],
        "opened": "Thứ Sáu hằng tuần",
        "answer_days": "5",
    },
    "content/budgets/2026/thu.yml": {
        "title": "Thu ngân sách xã năm 2026",
        "unit": "ubnd-xa",
        "regime": "tt26",
        "form": "Mẫu 54",
        "fiscal_year": "2026",
        "phase": "decided",
        "amount_unit": "million",
        "columns": [
            {"id": "a", "label": "Dự toán", "group": "Năm 2026"},
            {"id": "b", "label": "Thực hiện", "group": "Năm 2026"},
            {"id": "c", "label": "So sánh", "kind": "percent"},
            {"id": "d", "label": "Ghi chú", "kind": "text"},
        ],
        "rows": [
            {"level": "0", "label": "Tổng thu", "values": ["1.500", "900", "60,0", ""]},
            {"number": "I", "level": "1", "label": "Xã hưởng 100%", "values": ["1.000", "600", "60,0", "đúng hạn"]},
            {
                "number": "II",
                "level": "1",
                "label": "Phân chia",
                "values": ["500", "300", "60,0", "-"],
                "partial": "true",
            },
        ],
        "published": "2026-01-10",
        "decision": "Quyết định số 1/QĐ-UBND",
        "headline": "Xã thu 1,5 tỷ đồng.",
        "explanation": "Giải thích.",
        "basis": [ACT],
        "files": ["bang.xlsx"],
    },
    "content/disclosures/ke-hoach-dat.yml": {
        "title": "Kế hoạch sử dụng đất",
        "category": "projects_land",
        "unit": "ubnd-xa",
        "document": "Quyết định số 2/QĐ-UBND",
        "document_date": "2026-01-02",
        "published": "2026-01-05",
        "until": "2026-12-31",
        "summary": "Năm công trình.",
        "readers": "everybody",
        "personal_data": "none",
        "persons": "3",
        "tables": [
            {
                "caption": "Năm công trình theo ấp",
                "note": "Đơn vị tính: ha",
                "columns": ["Công trình", "Diện tích"],
                "rows": [
                    {"cells": ["Đường liên ấp", "1,5"]},
                    {"cells": ["Tổng diện tích", "1,5"], "total": "true"},
                ],
            }
        ],
        "basis": [ACT],
        "files": ["dat.pdf"],
        "contact": "Phòng Tư pháp, 0299 3 555 002",
    },
    "content/documents/bien-ban.yml": {
        "type": "minutes",
        "title": "Họp thử mọi trường của văn bản",
        "issuer": "ubnd-xa",
        "superior": "ỦY BAN NHÂN DÂN TỈNH THỬ",
        "issuer_lines": ["ỦY BAN NHÂN DÂN XÃ", "THỬ NGHIỆM MỚI"],
        "number": "07/BB-UBND",
        "place": "Thử Nghiệm Đông",
        "date": "2026-02-05",
        "authority": "Chủ tịch xã thử",
        "basis": [ACT],
        "grounds": ["Theo đề nghị của Phòng Tư pháp thử"],
        "meeting": {
            "date": "2026-02-04",
            "start": "8:05",
            "end": "10:45",
            "place": "Hội trường thử",
            "attending": ["Toàn thể công chức thử", "Trưởng các ấp thử"],
            "chair": "Người chủ trì thử",
            "secretary": "Người ghi thử",
        },
        "preamble": "Vì sao họp thử.",
        "passages": [
            {
                "rank": "chapter",
                "title": "Chương thử một",
                "passages": [
                    {
                        "rank": "article",
                        "title": "Điều thử một",
                        "text": "Lời dẫn của điều thử.",
                        "passages": [
                            {
                                "rank": "clause",
                                "text": "Khoản thử một.",
                                "passages": [{"rank": "point", "text": "Điểm thử một;"}],
                            }
                        ],
                    }
                ],
            }
        ],
        "recipients": ["Như trên thử;", "Lưu: VT thử."],
        "signatories": [
            {"capacity": ["THƯ KÝ THỬ"], "name": "Trần Thị Thử"},
            {"capacity": ["CHỦ TRÌ THỬ"], "name": "Lê Văn Thử"},
        ],
        "appendices": [
            {
                "title": "Danh mục thử",
                "text": "Lời của phụ lục thử.",
                "tables": [{"caption": "Bảng phụ lục thử", "columns": ["Tên thử"], "rows": [{"cells": ["Ô thử"]}]}],
            }
        ],
        "files": ["bao-cao.pdf"],
    },
    "content/events/gap-dan.yml": {
        "title": "Gặp dân sáng thứ Sáu",
        "kind": "meeting",
        "unit": "ubnd-xa",
        "dates": ["2026-11-28"],
        "recurrence": "FREQ=WEEKLY;BYDAY=FR",
        "period": {"start": "2026-01-01", "end": "2026-12-31"},
        "hours": "7:30-11:00",
        "place": "Nhà văn hóa",
        "rotation": ["ubnd-xa", "phong-tu-phap"],
        "who": ["chu-tich"],
        "participants": "Bà con",
        "quota": "200",
        "description": "Nghe dân nói.",
    },
    "content/answers/dat.yml": {
        "question": "Bao giờ có sổ đỏ?",
        "received": "2026-10-01",
        "answered": "2026-10-05",
        "answer": "Đã xong.\n\nMời đến nhận.",
        "unit": "phong-tu-phap",
        "by": "can-bo",
        "field": "ho-tich",
        "procedures": ["1.001193"],
        "basis": [ACT],
        "apology": "Chúng tôi xin lỗi vì chậm trễ.",
    },
    "content/boards/tru-so.yml": {
        "name": "Bảng tin trụ sở",
        "kind": "seat",
        "address": "Sân trước trụ sở",
        "unit": "ubnd-xa",
        "keeper": "can-bo",
        "size": "1,2 × 2,4 m",
    },
    "content/postings/2026-001.yml": {
        "number": "1",
        "year": "2026",
        "item": {"kind": "disclosure", "id": "ke-hoach-dat"},
        "boards": ["tru-so"],
        "start": "2026-11-01",
        "days": "30",
        "posted_by": "can-bo",
        "taken_down": "2026-12-02",
        "taken_down_by": "can-bo",
        "minutes": "bien-ban.pdf",
        "note": "Dán ở ô số 3",
    },
}
