"""The identity of the office whose repository this is."""

from __future__ import annotations

from datetime import date

from congkhai.model.calendar import Weekday
from congkhai.model.clock import Hours
from congkhai.model.emblem import Emblem
from congkhai.model.scalars import Email, Line, Phone, Prose, UnitRef, Url
from congkhai.model.spec import described, record


@record
class OpeningHours:
    """Hours on some days of the week."""

    days: tuple[Weekday, ...] = described(
        "Các ngày", "Những ngày trong tuần: mon, tue, wed, thu, fri, sat, sun.", min_items=1
    )
    hours: tuple[Hours, ...] = described("Giờ", "Các khoảng giờ trong ngày.", min_items=1, example="7:30-11:30")


@record
class HolidayOverride:
    """A day that the Government's yearly notice makes a day off, or a working day."""

    day: date = described("Ngày", "Ngày được thay đổi.", example="2027-02-05")
    working: bool = described("Làm việc", "`true` nếu là ngày làm bù, `false` nếu là ngày nghỉ.")
    name: Line = described("Tên ngày", "Lý do nghỉ hoặc làm bù, nêu văn bản thông báo.")


@record
class Site:
    """The one record of `site_config/site.yml`."""

    name: Line = described(
        "Tên trang",
        "Tên hiển thị của trang thông tin, không có dấu & < > hay ngoặc kép.",
        pattern=r"[^&<>\"]+",
        example="Công khai xã Tân Hòa Đông",
    )
    office: UnitRef = described("Cơ quan", "Mã cơ quan chủ quản trang, trong content/units.")
    province: Line = described("Tỉnh, thành phố", "Tên đầy đủ của tỉnh hoặc thành phố trực thuộc trung ương.")
    province_code: Line = described(
        "Mã tỉnh", "Mã hai chữ số theo danh mục hành chính.", pattern=r"\d{2}", example="82"
    )
    description: Line = described(
        "Giới thiệu",
        "Một câu giới thiệu cho máy tìm kiếm, không có dấu & < > hay ngoặc kép.",
        max_length=300,
        pattern=r"[^&<>\"]+",
    )
    url: Url = described(
        "Địa chỉ web",
        "Địa chỉ gốc của trang, kết thúc bằng dấu /.",
        pattern=r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])(?::[1-9][0-9]{1,3})?/(?:[a-z0-9_~-]+/)*",
        example="https://xa.tinh.gov.vn/",
    )
    address: Line = described("Địa chỉ", "Địa chỉ trụ sở.")
    hours: tuple[OpeningHours, ...] = described("Giờ làm việc", "Giờ tiếp nhận hồ sơ trong tuần.", min_items=1)
    hotline: Phone = described("Đường dây nóng", "Số điện thoại công vụ.", example="0296 3 123 456")
    email: Email = described("Thư điện tử", "Hộp thư công vụ.")
    feedback_address: Prose | None = described(
        "Nơi nhận phản ánh, kiến nghị",
        "Tên cơ quan, địa chỉ, điện thoại và hộp thư tiếp nhận phản ánh, kiến nghị về thủ tục hành chính.",
        default=None,
    )
    sample: bool = described("Dữ liệu mẫu", "`true` thì mọi trang và bản in ghi rõ là dữ liệu mẫu.", default=False)
    primary_color: Line = described(
        "Màu chính", "Màu chủ đạo của trang và bản in, dạng #rrggbb.", default="#9b1c1c", pattern=r"#[0-9a-f]{6}"
    )
    emblem: Emblem | None = described(
        "Biểu tượng",
        "Hình vẽ của cơ quan ở đầu trang và trên bản in; văn bản theo Nghị định 30 không có.",
        default=None,
    )
    holidays: tuple[HolidayOverride, ...] = described(
        "Ngày nghỉ thay đổi",
        "Ngày nghỉ, ngày làm bù theo thông báo từng năm.",
        default=(),
    )
