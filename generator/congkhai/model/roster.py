"""Duty rosters: who keeps watch at the office on holidays, storm days and other days off."""

from __future__ import annotations

import datetime
from typing import Annotated

from congkhai.model.calendar import Period
from congkhai.model.citation import Citation
from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.scalars import Line, OfficialRef, Phone, Prose, Slug, UnitRef
from congkhai.model.spec import KeyedBy, described, record

_DAY = datetime.timedelta(days=1)


@record
class Post:
    """A place or a task that is manned; without hours, round the clock."""

    id: Slug = described("Mã vị trí", "Duy nhất trong lịch trực.", example="truc-ban")
    name: Line = described("Vị trí trực", "Ví dụ: Trực lãnh đạo.", max_length=120)
    place: Line | None = described("Nơi trực", "Phòng, địa điểm.", max_length=200, default=None)
    phone: Phone | None = described("Điện thoại trực", "Số máy của vị trí trực.", default=None)
    hours: tuple[Hours, ...] = described(
        "Giờ phải có người", "Các khoảng giờ mỗi ngày; bỏ trống là suốt ngày đêm.", default=(), example="7:30-17:00"
    )


@record
class Shift:
    """Who mans a post from one hour to another; an end that is not after the beginning lies on the next day."""

    date: datetime.date = described("Ngày", "Ngày ca trực bắt đầu.")
    begins: TimeOfDay = described("Từ giờ", "Giờ bắt đầu.", example="7:30")
    ends: TimeOfDay = described(
        "Đến giờ", "Giờ kết thúc; bằng hoặc sớm hơn giờ bắt đầu là sang ngày hôm sau.", example="7:30"
    )
    post: Slug = described("Vị trí", "Mã vị trí trong “posts”.")
    people: tuple[OfficialRef, ...] = described("Người trực", "Mã cán bộ.", min_items=1)
    note: Line | None = described("Ghi chú", "Điều cần biết về ca này.", max_length=200, default=None)

    @property
    def start(self) -> datetime.datetime:
        """When it begins, in the time of Vietnam."""
        return _moment(self.date, self.begins)

    @property
    def end(self) -> datetime.datetime:
        """When it ends."""
        return _moment(self.date + (_DAY if self.ends <= self.begins else 0 * _DAY), self.ends)


@record
class Roster:
    """A duty roster; a shift begins on a day of its period and the last may end on the morning after."""

    title: Line = described("Tên lịch trực", "Ví dụ: Lịch trực Tết Nguyên đán Đinh Mùi 2027.", max_length=300)
    unit: UnitRef = described("Cơ quan", "Cơ quan tổ chức trực.")
    period: Period = described("Thời gian trực", "Từ ngày đến hết ngày.")
    changeover: TimeOfDay = described("Giờ giao ca", "Từ giờ này của ngày đầu phải có người trực.", example="7:30")
    announced: datetime.date = described("Ngày công bố", "Ngày công bố lịch trực.")
    phone: Phone | None = described("Điện thoại", "Số máy dân gọi trong những ngày trực.", default=None)
    posts: Annotated[tuple[Post, ...], KeyedBy("id")] = described("Vị trí trực", "Các vị trí.", min_items=1)
    shifts: tuple[Shift, ...] = described("Ca trực", "Từng ca, mỗi ca một vị trí.", min_items=1)
    instructions: Prose | None = described(
        "Quy định khi trực", "Việc của người trực, viết ngắn gọn.", max_length=3000, default=None
    )
    basis: tuple[Citation, ...] = described("Căn cứ", "Văn bản yêu cầu trực.", default=())
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)


def _moment(day: datetime.date, hour: TimeOfDay) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(minutes=hour.minutes)
