"""Ways to reach the office with an opinion, a question or a complaint."""

from __future__ import annotations

from enum import unique

from congkhai.model.scalars import Email, Line, OfficialRef, Phone, Slug, UnitRef, Url
from congkhai.model.spec import Labelled, described, record


@unique
class ContactKind(Labelled):
    """Kinds of channel."""

    HOTLINE = "hotline", "Đường dây nóng"
    SUGGESTION_BOX = "suggestion_box", "Hòm thư góp ý"
    EMAIL = "email", "Thư điện tử"
    ONLINE = "online", "Biểu mẫu trực tuyến"
    OFFICE = "office", "Nơi tiếp nhận trực tiếp"


@record
class Contact:
    """A hotline, a box, a mailbox: what it is for, who answers and how soon."""

    name: Line = described("Tên", "Tên kênh liên hệ.", example="Đường dây nóng tiếp nhận phản ánh")
    kind: ContactKind = described("Loại", "hotline, suggestion_box, email, online hoặc office.")
    purpose: Line = described("Dùng để", "Tiếp nhận việc gì.")
    unit: UnitRef = described("Đơn vị phụ trách", "Đơn vị tiếp nhận.")
    phone: Phone | None = described("Điện thoại", "Số điện thoại công vụ.", default=None)
    email: Email | None = described("Thư điện tử", "Hộp thư công vụ.", default=None)
    url: Url | None = described("Địa chỉ web", "Trang tiếp nhận.", default=None)
    place: Line | None = described("Địa điểm", "Nơi đặt hòm thư hoặc nơi tiếp nhận.", default=None)
    hours: Line | None = described("Giờ trực", "Thời gian có người trực.", default=None)
    answered_by: tuple[OfficialRef, ...] = described("Người phụ trách", "Cán bộ tiếp nhận, trả lời.", default=())
    opened: Line | None = described("Lịch mở hòm thư", "Bao lâu mở một lần, ai mở.", default=None)
    answer_days: int | None = described(
        "Trả lời trong", "Số ngày làm việc để trả lời.", default=None, least=1, most=365
    )
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
