"""Meetings, dialogues, broadcasts, trainings and inspection rounds."""

from __future__ import annotations

from datetime import date
from enum import unique

from congkhai.model.calendar import Period
from congkhai.model.clock import Hours
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
class Event:
    """Something that happens on a day or by a rule."""

    title: Line = described("Tên", "Tên sự kiện.", max_length=300)
    kind: EventKind = described("Loại", "dialogue, meeting, broadcast, training hoặc inspection.")
    unit: UnitRef = described("Đơn vị tổ chức", "Mã đơn vị chủ trì.")
    dates: tuple[date, ...] = described("Các ngày", "Ngày tổ chức đã chốt.", default=())
    recurrence: Line | None = described(
        "Lặp lại", "Quy tắc RRULE theo RFC 5545.", example="FREQ=WEEKLY;BYDAY=FR", default=None
    )
    period: Period | None = described("Thời gian áp dụng", "Khoảng thời gian quy tắc lặp có hiệu lực.", default=None)
    hours: Hours | None = described("Giờ", "Từ giờ đến giờ.", example="7:30-11:00", default=None)
    place: Line | None = described("Địa điểm", "Nơi tổ chức.", default=None)
    rotation: tuple[UnitRef, ...] = described("Luân phiên", "Các thôn, ấp lần lượt tổ chức.", default=())
    who: tuple[OfficialRef, ...] = described("Người chủ trì", "Cán bộ chủ trì.", default=())
    participants: Line | None = described("Thành phần", "Ai tham dự.", default=None)
    quota: int | None = described("Số người", "Số người dự kiến.", default=None)
    description: Prose | None = described("Nội dung", "Nội dung chính.", max_length=4000, default=None)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
