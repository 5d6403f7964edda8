"""What a number is, by the word beside it: the nearest one before it, or right behind it, decides.

All texts here are folded: see :func:`congkhai.check.personal.plain.fold`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, unique

from congkhai.check.personal.plain import fold


@unique
class Label(Enum):
    """Sorts of words that say what a number is."""

    IDENTITY = "identity"
    PASSPORT = "passport"
    BANK = "bank"
    INSURANCE = "insurance"
    PHONE = "phone"
    HOTLINE = "hotline"
    TAX = "tax"
    MONEY = "money"
    SERIAL = "serial"


@dataclass(frozen=True, slots=True)
class Beside:
    """The word beside a number: how many characters away, and whether nothing of meaning stands between the two."""

    label: Label
    distance: int
    close: bool

    def is_close(self, *labels: Label) -> bool:
        """Say whether the word is one of these and stands right beside."""
        return self.close and self.label in labels


_WORDS = {
    Label.IDENTITY: r"cmnd|cmtnd|cmt|cccd|chứng minh(?: thư| nhân dân)?|căn cước(?: công dân)?|(?:số |mã )?định danh"
    r"(?: cá nhân| công dân)?|giấy tờ t[uù]y thân",
    Label.PASSPORT: r"hộ chiếu|passport|hc",
    Label.BANK: r"số tài khoản|stk|số tk|tài khoản|tk|account|a/c|acc",
    Label.INSURANCE: r"bhyt|bhxh|bảo hiểm y tế|bảo hiểm xã hội|mã số bảo hiểm|sổ bảo hiểm|thẻ bảo hiểm",
    Label.PHONE: r"điện thoại|đt|đtdđ|sđt|sdt|di động|tel|phone|mobile|zalo|viber|liên hệ|gọi|số máy|fax|lh",
    Label.HOTLINE: r"đường dây nóng|hotline|tổng đài|trực ban|đt nóng",
    Label.TAX: r"mã số thuế|mst|mã số doanh nghiệp|msdn|mã số hộ kinh doanh|mã số đơn vị|mã (?:đv)?qhns|mã đơn vị|"
    r"đăng ký kinh doanh|gcn đkkd|giấy phép(?: kinh doanh)?|giấy chứng nhận đăng ký",
    Label.MONEY: r"số tiền|tổng (?:số|cộng|chi|thu|mức)|kinh phí|giá trị|thành tiền|mức (?:thu|chi|hỗ trợ)|dự toán|"
    r"quyết toán|doanh thu|grdp",
    Label.SERIAL: r"mã vạch|số hóa đơn|hóa đơn số|mã giao dịch|vận đơn|mã bưu gửi|imei|sê-?ri|seri|serial|số hiệu|"
    r"mã hồ sơ|mã thủ tục|biên lai|mã khách hàng|(?:số )?hợp đồng(?: số)?|mã bệnh nhân|số báo danh|mã đơn hàng|"
    r"số phát hành|số vào sổ|mã lô|mã ngạch|mã tài sản|số khung|số máy động cơ",
}
_ANY = re.compile(
    "|".join(rf"(?P<{label.value}>(?<!\w)(?:{fold(words)})(?!\w))" for label, words in _WORDS.items()), re.IGNORECASE
)
#: How far a word reaches: to a number behind it, and to one before it.
_BEFORE, _AFTER = 45, 14
#: What may stand between a word and a number that belongs to it without doubt.
_CLOSE = re.compile(r"(?:[\s:.;=,()\-–/#]|\([^)]{0,20}\)|so|no|n[ºo°])*", re.IGNORECASE)
#: A word behind a number belongs to it when it is set off: `024123456 (CMND)`.
_BEHIND = re.compile(r"\s*[(,\-–]\s*(?:so\s*)?", re.IGNORECASE)


def word_beside(text: str, start: int, end: int) -> Beside | None:
    """The word that says what the number between two offsets is; None when there is none."""
    found: re.Match[str] | None = None
    for match in _ANY.finditer(text, max(0, start - _BEFORE), start):
        found = match
    if found:
        close = _CLOSE.fullmatch(text, found.end(), start) is not None
        return Beside(Label(found.lastgroup), start - found.end(), close)
    gap = _BEHIND.match(text, end, end + _AFTER)
    behind = _ANY.match(text, gap.end(), gap.end() + _BEFORE) if gap else None
    return Beside(Label(behind.lastgroup), behind.start() - end, True) if behind else None
