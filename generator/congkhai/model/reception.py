"""Reception of citizens: where, when, and who receives (Law 42/2013/QH13, Article 24)."""

from __future__ import annotations

import datetime
from enum import unique

from congkhai.model.calendar import Period, Weekday
from congkhai.model.citation import Citation
from congkhai.model.clock import Hours
from congkhai.model.scalars import Line, OfficialRef, Phone, Prose, Slug, UnitRef
from congkhai.model.spec import Labelled, described, record


@unique
class HolidayRule(Labelled):
    """What happens to a session that would fall on a holiday."""

    NEXT_WORKING_DAY = "next_working_day", "chuyển sang ngày làm việc kế tiếp"
    PREVIOUS_WORKING_DAY = "previous_working_day", "chuyển lên ngày làm việc liền trước"
    DROP = "drop", "không tổ chức"


@record
class RegularReception:
    """Days on which staff receive all the time."""

    days: tuple[Weekday, ...] = described("Các ngày", "Những ngày trong tuần.", min_items=1)
    hours: tuple[Hours, ...] = described("Giờ", "Các khoảng giờ.", min_items=1, example="7:30-11:30")
    receivers: tuple[OfficialRef, ...] = described("Người tiếp", "Cán bộ tiếp thường xuyên.", min_items=1)

    def falls_on(self, day: datetime.date) -> bool:
        """Say whether the rule names a day; holidays are not looked at."""
        return day.weekday() in {weekday.number for weekday in self.days}


@record
class PeriodicReception:
    """Days on which the head of the office receives in person."""

    receiver: OfficialRef = described("Người tiếp", "Người đứng đầu tiếp định kỳ.")
    days: tuple[Weekday, ...] = described("Thứ trong tuần", "Ngày trong tuần, kết hợp với “weeks”.", default=())
    weeks: tuple[int, ...] = described(
        "Tuần trong tháng", "1 đến 5; bỏ trống là mọi tuần; -1 là tuần cuối.", default=()
    )
    month_days: tuple[int, ...] = described("Ngày trong tháng", "Ví dụ 5 và 20; dùng thay cho “days”.", default=())
    hours: tuple[Hours, ...] = described("Giờ", "Các khoảng giờ.", min_items=1)
    attending: tuple[Line, ...] = described("Thành phần tham dự", "Các bộ phận, đoàn thể cùng dự.", default=())
    subject: Line | None = described("Nội dung dự kiến", "Nội dung tiếp dự kiến.", default=None)

    def falls_on(self, day: datetime.date) -> bool:
        """Say whether the rule names a day; holidays are not looked at."""
        if self.month_days:
            return day.day in self.month_days
        if day.weekday() not in {weekday.number for weekday in self.days}:
            return False
        week = (day.day - 1) // 7 + 1
        last = (day + datetime.timedelta(days=7)).month != day.month
        return not self.weeks or week in self.weeks or (last and -1 in self.weeks)


@record
class ReceptionException:
    """A session that was moved, added or cancelled."""

    date: datetime.date = described("Ngày", "Ngày bị thay đổi, hoặc ngày tiếp thêm.")
    moved_to: datetime.date | None = described("Chuyển sang", "Ngày tiếp thay thế.", default=None)
    extra: bool = described("Tiếp thêm", "`true` nếu là buổi ngoài lịch.", default=False)
    hours: tuple[Hours, ...] = described("Giờ", "Giờ của buổi tiếp thêm, nếu khác lịch.", default=())
    receiver: OfficialRef | None = described("Người tiếp", "Người tiếp buổi này, nếu khác lịch.", default=None)
    delegation: Line | None = described(
        "Văn bản ủy quyền", "Số, ngày của giấy ủy quyền khi người khác tiếp thay.", max_length=200, default=None
    )
    announced: datetime.date | None = described("Ngày thông báo", "Ngày thông báo thay đổi này.", default=None)
    reason: Line = described("Lý do", "Vì sao thay đổi.")


@record
class Reception:
    """One reception place with its calendar."""

    title: Line = described("Tên lịch", "Ví dụ: Lịch tiếp công dân của Chủ tịch UBND xã năm 2026.")
    unit: UnitRef = described("Cơ quan", "Cơ quan tổ chức tiếp công dân.")
    place: Line = described("Nơi tiếp", "Địa chỉ, phòng.")
    period: Period = described("Thời gian áp dụng", "Từ ngày đến ngày.")
    announced: datetime.date = described("Ngày công bố", "Ít nhất 5 ngày làm việc trước buổi đầu tiên.")
    regular: tuple[RegularReception, ...] = described(
        "Tiếp thường xuyên", "Lịch tiếp của bộ phận tiếp công dân.", default=()
    )
    periodic: tuple[PeriodicReception, ...] = described("Tiếp định kỳ", "Lịch tiếp của người đứng đầu.", default=())
    holiday_rule: HolidayRule = described("Khi trùng ngày nghỉ", "next_working_day, previous_working_day hoặc drop.")
    exceptions: tuple[ReceptionException, ...] = described("Thay đổi", "Các buổi hoãn, chuyển, thêm.", default=())
    phone: Phone | None = described("Điện thoại", "Số đăng ký, hỏi lịch.", default=None)
    registration: Line | None = described("Đăng ký", "Cách đăng ký trước.", default=None)
    rules: Prose | None = described("Nội quy", "Nội quy tiếp công dân, viết gọn.", max_length=4000, default=None)
    basis: tuple[Citation, ...] = described("Căn cứ", "Quy định về tiếp công dân.", default=())
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
