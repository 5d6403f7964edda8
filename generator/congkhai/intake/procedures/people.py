"""Who a procedure is for, and which agencies do it: enumerations whose labels hold commas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from congkhai.intake.cleaning import line
from congkhai.intake.nothing import unsaid
from congkhai.intake.slugs import folded
from congkhai.model.procedure import Audience, ProcedureLevel
from congkhai.model.spec import Labelled

L = TypeVar("L", bound=Labelled)

_AUDIENCES: Mapping[str, Audience] = {
    "Doanh nghiệp Việt Nam": Audience.BUSINESS,
    "Tổ chức (không bao gồm doanh nghiệp, hợp tác xã)": Audience.ORGANISATION,
    "Tổ chức": Audience.ORGANISATION,
    "Người Việt Nam định cư ở nước ngoài (Việt kiều)": Audience.OVERSEAS_VIETNAMESE,
    "Công dân": Audience.CITIZEN,
    "Cá nhân": Audience.CITIZEN,
    "HTX": Audience.COOPERATIVE,
}
_LEVELS: Mapping[str, ProcedureLevel] = {
    "Cấp Trung ương": ProcedureLevel.MINISTRY,
    "Cấp phường": ProcedureLevel.COMMUNE,
}
_HEADS = (
    "Bộ",
    "Sở",
    "Ban",
    "Cục",
    "Chi cục",
    "Tổng cục",
    "Vụ",
    "Phòng",
    "Trung tâm",
    "Ủy ban",
    "Uỷ ban",
    "UBND",
    "HĐND",
    "Hội",
    "Hội đồng",
    "Công an",
    "Bảo hiểm",
    "BHXH",
    "Tòa án",
    "Toà án",
    "Kho bạc",
    "KBNN",
    "Thuế",
    "Hải quan",
    "Đội",
    "Trạm",
    "Cảng vụ",
    "Cơ quan",
    "Văn phòng",
    "Viện",
    "Bệnh viện",
    "Quân chủng",
    "Tư lệnh",
    "Chủ tịch",
    "Giám đốc",
    "Thanh tra",
    "Biên phòng",
    "Cấp",
    "Các",
    "Khu",
    "Ngân hàng",
    "Chi nhánh",
    "Hạt",
    "Đoàn",
    "Hiệp hội",
    "Tập đoàn",
    "Tổng",
    "Quỹ",
    "Trường",
    "Đơn vị",
    "Tổ chức",
    "Doanh nghiệp",
    "Cơ sở",
    "Đồn",
    "Chỉ huy",
    "Tổng giám đốc",
    "Kiểm lâm",
    "Đại diện",
    "Cổng",
    "Liên đoàn",
    "Mặt trận",
)
_NEXT_AGENCY = re.compile(rf"\s*(?:;|,(?=\s*(?:{'|'.join(_HEADS)})\b))\s*")


def read_labels(text: str, enum: type[L], aliases: Mapping[str, L]) -> tuple[tuple[L, ...], tuple[str, ...]]:
    """The members whose labels stand in a list joined by commas, longest label first, and what is left of it."""
    known = {folded(member.label): member for member in enum} | {
        folded(label): member for label, member in aliases.items()
    }
    labels = sorted(known, key=len, reverse=True)
    rest, written = folded(text), line(text)
    found: list[L] = []
    unknown: list[str] = []
    position = 0
    while position < len(rest):
        label = next((name for name in labels if _stands(rest, position, name)), None)
        if label is None:
            end = rest.find(",", position)
            end = len(rest) if end < 0 else end
            unknown.append(written[position:end] if len(written) == len(rest) else rest[position:end])
            position = end
        else:
            found.append(known[label])
            position += len(label)
        while position < len(rest) and rest[position] in ", ;":
            position += 1
    order = list(enum)
    return tuple(sorted(set(found), key=order.index)), tuple(part.strip() for part in unknown if part.strip())


def _stands(text: str, position: int, label: str) -> bool:
    end = position + len(label)
    return text.startswith(label, position) and (
        end == len(text) or text[end] in ",;" or text[end:].startswith((" ,", " ;"))
    )


def read_audience(text: str) -> tuple[tuple[Audience, ...], tuple[str, ...]]:
    """Audiences, and labels that are none."""
    return read_labels("" if unsaid(text) else text, Audience, _AUDIENCES)


def read_levels(text: str) -> tuple[tuple[ProcedureLevel, ...], tuple[str, ...]]:
    """Levels, and labels that are none."""
    return read_labels("" if unsaid(text) else text, ProcedureLevel, _LEVELS)


def read_agencies(text: str) -> tuple[str, ...]:
    """Agencies of a list joined by commas; a comma parts two only when a word that begins an agency's name follows."""
    if unsaid(text):
        return ()
    return tuple(dict.fromkeys(part for part in (line(p).rstrip(".") for p in _NEXT_AGENCY.split(line(text))) if part))
