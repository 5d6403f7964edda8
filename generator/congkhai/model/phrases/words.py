"""The words of time that several readers share."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from congkhai.model.phrases.tokens import Phrases

#: Numbers from 1800 to 2199 may name a year; anniversaries reach that far back.
YEARS = range(1800, 2200)

WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {
        **{"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5},
        **{"2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5},
    }
)
#: RFC 5545 names of the days of the week, Monday first.
DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

EVERY = frozenset({"hằng", "mỗi"})
DASH = "-"
SEPARATORS = frozenset({",", "và", "hoặc", "hay", "+", "&", ";"})
#: What may close a thought.
STOPS = frozenset({".", ";", ":", "!", "?"})

#: After `6 tháng`, `trước ngày 31/3`: the year or month that the sentence leaves to another one.
RELATIVE = frozenset(
    {
        *("tháng", "quý", "năm", "kỳ", "trước", "sau", "liền", "kề", "kế", "tiếp", "theo", "thuộc", "báo", "cáo"),
        *("của", "hiện", "hành", "đó", "này", "ngay", "đầu", "cuối", "thứ", "nhất", "tiên", "hoạch", "tài", "chính"),
        *("ngân", "sách", "quyết", "toán", "dự", "tuần", "học", "phát", "sinh", "lập"),
        *("nay", "ngoái", "thực", "hiện", "đánh", "giá", "giai", "đoạn", "hai", "ba", "cùng", "xây", "dựng", "tính"),
        *("thuế", "đang", "cần", "hiện"),
    }
)
#: Without one of these, such words do not point to another year or month.
POINTERS = frozenset(
    {
        "trước",
        "sau",
        "kề",
        "kế",
        "tiếp",
        "thuộc",
        "báo",
        "hành",
        "đó",
        "này",
        "hoạch",
        "nay",
        "ngoái",
        "đến",
        "học",
        "chính",
        "sách",
        "toán",
        "sinh",
        "giá",
        "thuế",
    }
)

#: After a day and a month these show that the pair was a fraction or a score.
COUNTED_NOUNS = frozenset(
    {
        *("xã", "phường", "huyện", "tỉnh", "tiêu", "hộ", "người", "thành", "đơn", "cơ", "số", "trường", "thôn", "ấp"),
        *("điểm", "nhiệm", "chỉ", "văn", "hồ", "tthc", "thủ", "dự", "công", "cán", "tổng", "diện", "đại", "cử", "ý"),
        *("nội", "phiếu", "vụ", "đơn", "bộ", "ngành", "địa", "đồng", "triệu", "tỷ", "ha", "km", "m", "kg", "tấn"),
        *("lượt", "bản", "tổ", "khóm", "khu", "lớp", "học", "giáo", "trạm", "cháu", "trẻ", "em", "phòng", "ban"),
        *("doanh", "cơ", "chợ", "cuộc", "lĩnh", "dịch", "câu", "trở", "giá", "thời", "mức", "chi", "đoàn", "hội"),
        *("đảng", "sở", "thị", "quận", "trang", "giây", "cây", "con", "%", "mục", "đoàn", "nhân", "lao", "vốn"),
    }
)

#: Days on which offices work, said of a week.
WORKDAYS = Phrases(
    "các ngày làm việc trong tuần | các ngày làm việc hằng tuần | các ngày làm việc trong tuần hằng tuần | "
    "ngày làm việc trong tuần | ngày làm việc hằng tuần | mỗi ngày làm việc | hằng ngày làm việc | "
    "các ngày làm việc | giờ hành chính các ngày trong tuần | giờ hành chính các ngày làm việc trong tuần | "
    "giờ hành chính hằng ngày"
)
