"""Names of persons, as far as a list of surnames tells."""

from __future__ import annotations

import re

from congkhai.check.personal.plain import words

_SURNAMES = words(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lương Trịnh Mai Cao Tạ Đào Lâm "
    "Trương Hà Tô Châu Kiều Thái Quách La Nông Triệu Hứa Tống Lưu Phùng Chu Từ Văn Thạch Danh Kim Sơn Ksor Siu Rmah Rơ "
    "Kpă Nay Y Mã Lò Vàng Giàng Thào Sùng Lầu Hạng Cầm Quàng Bế Ma Tăng Doãn Nghiêm Khổng Mạc Ông Vương"
)
_LETTER = "A-ZĐÀ-ỸĂÂÊÔƠƯ"
_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(_SURNAMES)})(?:\s+[{_LETTER}](?:[a-zà-ỹđ]*|\.)){{1,4}}(?!\w)")
_CAPITALS = re.compile(rf"(?<!\w)(?:{'|'.join(_SURNAMES).upper()})(?:\s+[{_LETTER}]+){{1,4}}(?!\w)")
#: Streets, schools and hospitals bear names too.
_PLACE = re.compile(r"(?:đường|phố|trường|bệnh viện|viện|cầu|chợ|công viên|quỹ|giải|lớp|thpt|thcs)\s+$", re.IGNORECASE)


def has_name(text: str) -> bool:
    """Say whether a person is named."""
    for pattern in (_NAME, _CAPITALS):
        for match in pattern.finditer(text):
            if not _PLACE.search(text[max(0, match.start() - 20) : match.start()]):
                return True
    return False
