"""What plans say of a piece of work line by line: `Đơn vị chủ trì: …`, `Thời gian hoàn thành: …`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LEAD = r"(?:(?:đơn vị|cơ quan|bộ phận|phòng)\s+)?(?:chủ trì|thực hiện|đầu mối|phụ trách)(?:\s+(?:thực hiện|tham mưu))?"
_LABELS = (
    ("partners", re.compile(r"(?:(?:đơn vị|cơ quan|bộ phận)\s+)?phối hợp(?:\s+thực hiện)?", re.IGNORECASE)),
    ("lead", re.compile(_LEAD, re.IGNORECASE)),
    (
        "time",
        re.compile(
            r"(?:thời (?:gian|hạn)|tiến độ|hoàn thành)(?:\s+(?:thực hiện|hoàn thành|triển khai|tổ chức))*(?:\s+trong)?",
            re.IGNORECASE,
        ),
    ),
    (
        "product",
        re.compile(r"(?:sản phẩm|kết quả)(?:\s+(?:đạt được|đầu ra|dự kiến|hoàn thành|phải có))?", re.IGNORECASE),
    ),
)
_LINE = re.compile(r"[-+•*–]?\s*(?P<label>[^\W\d_][^:.;]{2,40}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Said:
    """Texts by what they are about; empty where nothing is said."""

    lead: str = ""
    partners: str = ""
    time: str = ""
    product: str = ""

    def __bool__(self) -> bool:
        """Whether anything is said at all."""
        return bool(self.lead or self.partners or self.time)


def label_of(text: str) -> tuple[str, str] | None:
    """Which of the four things a line is about, and what it says; None for any other line."""
    match = _LINE.fullmatch(text)
    if match is None:
        return None
    kind = next((kind for kind, label in _LABELS if label.fullmatch(match["label"].strip())), "")
    return (kind, match["value"].rstrip(" .;")) if kind else None


def said_in(lines: Iterable[str]) -> Said:
    """What labelled lines say of the work above them."""
    found: dict[str, str] = {}
    for kind, value in filter(None, map(label_of, lines)):
        found.setdefault(kind, value)
    return Said(**found)
