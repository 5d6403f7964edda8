"""Meetings, dialogues, broadcasts, trainings and inspection rounds."""

from __future__ import annotations

import datetime
from enum import unique

from congkhai.model.calendar import Period
from congkhai.model.clock import Hours
from congkhai.model.plan import Quantity
from congkhai.model.reception import HolidayRule
from congkhai.model.scalars import Line, OfficialRef, Prose, Slug, UnitRef
from congkhai.model.spec import Labelled, described, record


@unique
class EventKind(Labelled):
    """Kinds of event."""

    DIALOGUE = "dialogue", "Đối thoại"
    MEETING = "meeting", "Họp, tiếp xúc"
    BROADCAST = "broadcast", "Phát thanh, truyền hình"
    TRAINING = "training", "Tập huấn"
    INSPECTION = "inspection", "Kiểm tra"


@record
class EventException:
    """A day of an event that was moved or called off."""

    date: datetime.date = described("Ngày", "Ngày theo lịch.")
    moved_to: datetime.date | None = described("Chuyển sang", "Ngày thay thế; bỏ trống là hủy.", default=None)
    reason: Line = described("Lý do", "Vì sao thay đổi.")


@record
class Event:
    """Something that happens on a day or by a rule."""

    title: Line = described("Tên", "Tên sự kiện.", max_length=300)
    kind: EventKind = described("Loại", "dialogue, meeting, broadcast, training hoặc inspection.")
    unit: UnitRef = described("Đơn vị tổ chức", "Mã đơn vị chủ trì.")
    dates: tuple[datetime.date, ...] = described("Các ngày", "Ngày tổ chức đã chốt.", default=())
    recurrence: Line | None = described(
        "Lặp lại", "Quy tắc RRULE theo RFC 5545.", example="FREQ=WEEKLY;BYDAY=FR", default=None
    )
    holiday_rule: HolidayRule = described(
        "Khi trùng ngày nghỉ",
        "drop (không tổ chức), next_working_day hoặc previous_working_day; chỉ xét ngày nghỉ lễ, không xét cuối tuần.",
        default=HolidayRule.DROP,
    )
    exceptions: tuple[EventException, ...] = described("Thay đổi", "Các buổi chuyển ngày hoặc hủy.", default=())
    period: Period | None = described("Thời gian áp dụng", "Khoảng thời gian quy tắc lặp có hiệu lực.", default=None)
    hours: Hours | None = described("Giờ", "Từ giờ đến giờ.", example="7:30-11:00", default=None)
    place: Line | None = described("Địa điểm", "Nơi tổ chức.", default=None)
    rotation: tuple[UnitRef, ...] = described("Luân phiên", "Các thôn, ấp lần lượt tổ chức.", default=())
    who: tuple[OfficialRef, ...] = described("Người chủ trì", "Cán bộ chủ trì.", default=())
    participants: Line | None = described("Thành phần", "Ai tham dự.", default=None)
    quota: int | None = described("Số người", "Số người dự kiến.", default=None, least=1, most=1_000_000)
    targets: tuple[Quantity, ...] = described(
        "Chỉ tiêu", "Số phải đạt: số đơn vị kiểm tra, số lớp, số bài…", default=()
    )
    description: Prose | None = described("Nội dung", "Nội dung chính.", max_length=4000, default=None)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
