"""Agencies and the parts of them."""

from __future__ import annotations

from enum import unique

from congkhai.model.calendar import Period
from congkhai.model.scalars import Email, Line, Phone, Prose, Slug, UnitRef, Url
from congkhai.model.spec import Labelled, described, record


@unique
class UnitLevel(Labelled):
    """Where a unit stands. District level ended on 1 July 2025 (Law 72/2025/QH15)."""

    CENTRAL = "central", "Trung ương"
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện (trước 01/7/2025)"
    COMMUNE = "commune", "Cấp xã"
    VILLAGE = "village", "Thôn, ấp, tổ dân phố"


@unique
class UnitType(Labelled):
    """What sort of body a unit is."""

    TERRITORY = "territory", "Đơn vị hành chính"
    PEOPLES_COMMITTEE = "peoples_committee", "Ủy ban nhân dân"
    PEOPLES_COUNCIL = "peoples_council", "Hội đồng nhân dân"
    PARTY = "party", "Cơ quan Đảng"
    DEPARTMENT = "department", "Cơ quan chuyên môn"
    SERVICE_CENTRE = "service_centre", "Trung tâm Phục vụ hành chính công"
    INSPECTORATE = "inspectorate", "Cơ quan thanh tra"
    POLICE = "police", "Công an"
    MILITARY = "military", "Quân sự"
    FRONT = "front", "Mặt trận Tổ quốc và đoàn thể"
    PUBLIC_SERVICE = "public_service", "Đơn vị sự nghiệp"
    MEDIA = "media", "Báo chí, phát thanh, truyền hình"
    STEERING_COMMITTEE = "steering_committee", "Ban chỉ đạo, ban quản lý"
    GROUP = "group", "Nhóm cơ quan, đơn vị"


@record
class Unit:
    """An agency, a part of one, a territory, or a named group of agencies that a plan gives work to."""

    name: Line = described("Tên", "Tên đầy đủ, đúng văn bản thành lập.", example="Ủy ban nhân dân xã Tân Hòa Đông")
    short_name: Line | None = described("Tên viết tắt", "Tên ngắn dùng trong bảng.", max_length=60, default=None)
    level: UnitLevel = described("Cấp", "Cấp hành chính.")
    type: UnitType = described("Loại", "Loại cơ quan, đơn vị.")
    code: Line | None = described(
        "Mã hành chính",
        "Mã đơn vị hành chính: 2 số (tỉnh) hoặc 5 số (xã).",
        pattern=r"\d{2}|\d{5}",
        default=None,
    )
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
    parent: UnitRef | None = described("Trực thuộc", "Mã cơ quan cấp trên trực tiếp.", default=None)
    validity: Period | None = described("Thời gian tồn tại", "Ngày thành lập và ngày chấm dứt, nếu có.", default=None)
    successors: tuple[UnitRef, ...] = described(
        "Đơn vị kế thừa", "Đơn vị nhận lại nhiệm vụ sau khi sắp xếp.", default=()
    )
    duties: Prose | None = described("Chức năng", "Nhiệm vụ chính, viết ngắn gọn.", max_length=3000, default=None)
    address: Line | None = described("Địa chỉ", "Nơi làm việc.", default=None)
    phone: Phone | None = described("Điện thoại", "Số điện thoại cơ quan.", default=None)
    email: Email | None = described("Thư điện tử", "Hộp thư công vụ.", default=None)
    website: Url | None = described("Trang web", "Trang thông tin chính thức.", default=None)
    households: int | None = described(
        "Số hộ", "Số hộ dân (đối với thôn, ấp, tổ dân phố).", default=None, least=0, most=1_000_000
    )
