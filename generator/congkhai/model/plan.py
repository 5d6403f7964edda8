"""Plans (kế hoạch): the document as it was signed, and the work it orders."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import unique
from typing import Annotated

from congkhai.model.calendar import Period
from congkhai.model.citation import Citation
from congkhai.model.reception import HolidayRule
from congkhai.model.scalars import FilePath, Line, Prose, Slug, UnitRef, Url
from congkhai.model.spec import KeyedBy, Labelled, described, record


@unique
class Precision(Labelled):
    """How exactly a document fixes a time."""

    DAY = "day", "ngày"
    PERIOD_OF_MONTH = "period_of_month", "đầu, giữa hoặc cuối tháng"
    MONTH = "month", "tháng"
    QUARTER = "quarter", "quý"
    HALF_YEAR = "half_year", "sáu tháng"
    YEAR = "year", "năm"
    SPAN = "span", "khoảng ngày"
    FUZZY = "fuzzy", "ước lượng"
    HOLIDAY = "holiday", "dịp lễ, tết"
    EVENT = "event", "theo sự kiện"
    CONTINUOUS = "continuous", "thường xuyên"
    PROMPT = "prompt", "kịp thời"
    OPEN = "open", "không xác định"
    UNREAD = "unread", "chưa đọc được"


@unique
class Part(Labelled):
    """A part of a day."""

    MORNING = "morning", "buổi sáng"
    AFTERNOON = "afternoon", "buổi chiều"


@record
class Deadline:
    """A time as the document words it, and what it means.

    Of a deadline that states its wording alone, the program reads the rest; see :mod:`congkhai.model.phrases.planned`.
    """

    text: Line = described(
        "Nguyên văn",
        "Cụm từ chỉ thời gian, chép đúng văn bản. Chỉ ghi cụm từ này cũng đủ: chương trình tự đọc ra ngày.",
        example="trước ngày 01/11/2015",
        short=True,
    )
    precision: Precision = described(
        "Độ chính xác",
        "day, month, quarter, half_year, year, span, fuzzy, event, continuous… Bỏ trống để chương trình tự đọc.",
        default=Precision.UNREAD,
    )
    start: datetime.date | None = described("Từ ngày", "Ngày sớm nhất.", default=None)
    end: datetime.date | None = described("Đến ngày", "Ngày cuối cùng còn đúng hạn.", default=None)
    named_day: datetime.date | None = described(
        "Ngày nêu trong văn bản",
        "Khi văn bản viết “trước ngày X”: ghi X ở đây.",
        default=None,
    )
    inclusive: bool = described("Tính cả ngày đó", "`false` với “trước ngày X”.", default=True)
    recurrence: Line | None = described(
        "Lặp lại", "Quy tắc RRULE theo RFC 5545.", example="FREQ=MONTHLY;BYDAY=1FR", default=None
    )
    part: Part | None = described("Buổi", "morning hoặc afternoon.", default=None)
    occurrences: tuple[datetime.date, ...] = described(
        "Các ngày trong kỳ", "Những ngày rơi vào kỳ của kế hoạch.", default=()
    )
    expected: bool = described("Dự kiến", "`true` khi văn bản viết “dự kiến”.", default=False)
    moved_to: datetime.date | None = described(
        "Dời sang ngày", "Ngày cuối mới, khi hạn được dời, chẳng hạn vì trùng ngày nghỉ.", default=None
    )
    moved_reason: Line | None = described("Lý do dời", "Vì sao dời; hiện trên trang cạnh ngày mới.", default=None)
    after: Line | None = described("Sau việc", "Sự kiện hoặc việc phải xong trước.", default=None)


@record
class ProgressUpdate:
    """What was done, by when, and where it can be seen."""

    date: datetime.date = described("Ngày", "Ngày ghi nhận.")
    text: Line = described("Nội dung", "Việc đã làm.", max_length=1000)
    done: bool = described("Hoàn thành", "`true` khi việc đã xong.", default=False)
    by: UnitRef | None = described("Đơn vị báo cáo", "Đơn vị báo cáo tiến độ.", default=None)
    evidence: Url | None = described("Bằng chứng", "Đường dẫn tới văn bản, hình ảnh.", default=None)
    evidence_file: FilePath | None = described("Tệp bằng chứng", "Tệp trong content/files.", default=None)


@record
class Quantity:
    """A number that a task is to reach."""

    what: Line = described("Chỉ số", "Đếm gì.", example="Học viên mỗi lớp")
    low: Decimal = described("Từ", "Số nhỏ nhất; bằng số lớn nhất nếu là một số.", least=0)
    high: Decimal | None = described("Đến", "Số lớn nhất.", default=None, least=0)
    unit: Line | None = described("Đơn vị", "Đơn vị tính.", max_length=40, default=None)


@record
class Task:
    """One piece of work with its owner and time."""

    id: Slug = described(
        "Mã việc", "Duy nhất trong kế hoạch; không đổi khi kế hoạch được sửa.", example="kiem-tra-dot-1"
    )
    text: Line = described("Việc", "Việc phải làm, viết ngắn gọn.", max_length=1000)
    lead: UnitRef | None = described("Chủ trì", "Mã đơn vị chủ trì; bỏ trống khi văn bản không nêu.", default=None)
    cooperating: tuple[UnitRef, ...] = described("Phối hợp", "Mã các đơn vị phối hợp.", default=())
    deadlines: tuple[Deadline, ...] = described("Thời hạn", "Các mốc thời gian của việc.", default=())
    product: Line | None = described("Sản phẩm", "Kết quả phải có.", default=None)
    quantities: tuple[Quantity, ...] = described("Số lượng", "Số lượng phải đạt.", default=())
    rotation: tuple[UnitRef, ...] = described("Luân phiên", "Các địa điểm lần lượt thực hiện.", default=())
    rotation_note: Line | None = described("Cách luân phiên", "Nguyên văn quy định luân phiên.", default=None)
    budget_note: Line | None = described("Kinh phí", "Nguồn kinh phí, nếu nêu.", default=None)
    updates: tuple[ProgressUpdate, ...] = described("Tiến độ", "Các lần cập nhật, cũ trước mới sau.", default=())


@record
class Report:
    """A report that a plan asks for."""

    from_units: tuple[UnitRef, ...] = described("Đơn vị báo cáo", "Mã các đơn vị phải báo cáo.", min_items=1)
    to: UnitRef = described("Nơi nhận báo cáo", "Mã đơn vị nhận.")
    about: Line = described("Nội dung", "Báo cáo về việc gì.")
    deadlines: tuple[Deadline, ...] = described("Thời hạn", "Các mốc báo cáo.", min_items=1)


@record
class Indicator:
    """A target that the plan wants to reach."""

    name: Line = described("Chỉ tiêu", "Tên chỉ tiêu.")
    target: Line = described("Mục tiêu", "Giá trị phải đạt, đúng văn bản.")
    years: tuple[int, ...] = described("Năm", "Các năm đánh giá.", default=())
    measured: Line | None = described("Kết quả", "Giá trị đã đo được, nếu có.", default=None)
    source: Line | None = described("Nguồn", "Nguồn của kết quả đo.", default=None)


@record
class Section:
    """A part of the document, numbered as the document numbers it."""

    number: Line | None = described(
        "Số thứ tự", "I, 1, a… đúng văn bản; bỏ trống với gạch đầu dòng.", max_length=20, default=None
    )
    title: Line | None = described("Tiêu đề", "Tiêu đề của mục, nếu có.", default=None)
    text: Prose | None = described("Nội dung", "Nội dung, có thể tóm lược.", max_length=5000, default=None)
    cites: tuple[Citation, ...] = described(
        "Văn bản viện dẫn", "Văn bản nêu trong mục này, ngoài phần căn cứ.", default=()
    )
    tasks: Annotated[tuple[Task, ...], KeyedBy("id")] = described("Nhiệm vụ", "Các việc nêu trong mục này.", default=())
    sections: tuple[Section, ...] = described("Mục con", "Các mục nhỏ hơn.", default=())


@record
class Signatory:
    """Who signed, and in what capacity (Decree 30/2020/NĐ-CP, Article 13)."""

    capacity: tuple[Line, ...] = described(
        "Quyền hạn, chức vụ", "Mỗi dòng một mục, đúng văn bản.", min_items=1, example="KT. CHỦ TỊCH"
    )
    name: Line = described("Họ và tên", "Người ký.", max_length=80)


@record
class Plan:
    """A plan document."""

    title: Line = described("Trích yếu", "Tên kế hoạch, chữ thường.", max_length=600)
    issuer: UnitRef = described("Cơ quan ban hành", "Mã cơ quan ban hành, đúng thời điểm ban hành.")
    superior: Line | None = described("Cơ quan chủ quản", "Dòng in trên tên cơ quan ban hành, nếu có.", default=None)
    issuer_lines: tuple[Line, ...] = described("Tên in trên văn bản", "Các dòng tên cơ quan, đúng văn bản.", default=())
    number: Line | None = described(
        "Số, ký hiệu", "Đúng văn bản; bỏ trống khi nguồn không có.", example="20/KH-UBND", default=None
    )
    place: Line | None = described("Địa danh", "Nơi ghi trước ngày ban hành.", default=None)
    date: datetime.date | None = described("Ngày ban hành", "Ngày ký.", default=None)
    period: Period | None = described("Kỳ kế hoạch", "Thời gian kế hoạch có hiệu lực.", default=None)
    holiday_rule: HolidayRule | None = described(
        "Khi hạn trùng ngày nghỉ",
        "next_working_day, previous_working_day hoặc drop (với việc lặp lại); bỏ trống thì giữ đúng ngày của văn bản.",
        default=None,
    )
    basis: tuple[Citation, ...] = described("Căn cứ", "Văn bản làm căn cứ ban hành.", default=())
    preamble: Prose | None = described("Phần mở đầu", "Lý do ban hành, viết ngắn gọn.", max_length=3000, default=None)
    sections: tuple[Section, ...] = described("Nội dung", "Các phần của văn bản.", min_items=1)
    reports: tuple[Report, ...] = described("Báo cáo", "Các báo cáo phải gửi.", default=())
    indicators: tuple[Indicator, ...] = described("Chỉ tiêu", "Các chỉ tiêu của kế hoạch.", default=())
    recipients: tuple[Line, ...] = described("Nơi nhận", "Từng dòng, đúng văn bản.", default=())
    signatory: Signatory | None = described("Người ký", "Bỏ trống khi nguồn không có.", default=None)
    source_note: Prose | None = described(
        "Ghi chú về nguồn",
        "Phần bị thiếu hoặc cắt trong bản nguồn.",
        max_length=3000,
        default=None,
    )
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
