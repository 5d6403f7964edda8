"""What was understood of a phrase, and what was not: the values that the reader of phrases returns."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import unique

from congkhai.model.calendar import Period
from congkhai.model.clock import TimeOfDay
from congkhai.model.plan import Part, Precision
from congkhai.model.spec import Labelled, described, record


@unique
class Kind(Labelled):
    """What a phrase says about time."""

    DEADLINE = "deadline", "hạn"
    WINDOW = "window", "khoảng thời gian"
    RECURRENCE = "recurrence", "lặp lại"
    DURATION = "duration", "thời lượng"
    PERIOD = "period", "kỳ (kế hoạch, số liệu, giai đoạn)"
    EVENT = "event", "theo sự kiện"
    CONTINUOUS = "continuous", "thường xuyên"
    PROMPT = "prompt", "kịp thời, ngay"
    OPEN = "open", "không xác định"
    BY_RULE = "by_rule", "theo quy định"
    COUNT = "count", "số lần"
    CITED = "cited", "ngày được viện dẫn"
    ISSUED = "issued", "ngày ban hành"


@unique
class Unit(Labelled):
    """What a duration is counted in; working days and days are never mixed."""

    MINUTE = "minute", "phút"
    HOUR = "hour", "giờ"
    WORKING_HOUR = "working_hour", "giờ làm việc"
    DAY = "day", "ngày"
    WORKING_DAY = "working_day", "ngày làm việc"
    WEEK = "week", "tuần"
    MONTH = "month", "tháng"
    QUARTER = "quarter", "quý"
    YEAR = "year", "năm"


@unique
class Bound(Labelled):
    """Whether an amount is the whole, the most or the least; the last two exclude it."""

    EXACT = "exact", "đúng bằng"
    AT_MOST = "at_most", "không quá"
    AT_LEAST = "at_least", "ít nhất"
    LESS_THAN = "less_than", "dưới"
    MORE_THAN = "more_than", "quá"


@unique
class Relation(Labelled):
    """On which side of the event a duration lies."""

    AFTER = "after", "sau"
    BEFORE = "before", "trước"


@unique
class Reason(Labelled):
    """Why a stretch of text that speaks of time was not understood."""

    NO_SUCH_DAY = "no_such_day", "tháng này không có ngày đó"
    NO_SUCH_MONTH = "no_such_month", "không có tháng này"
    NO_SUCH_QUARTER = "no_such_quarter", "không có quý này"
    NO_SUCH_TIME = "no_such_time", "không có giờ này"
    END_BEFORE_START = "end_before_start", "ngày kết thúc trước ngày bắt đầu"
    WRONG_WEEKDAY = "wrong_weekday", "thứ không khớp với ngày"
    WRONG_LUNAR_DAY = "wrong_lunar_day", "ngày âm lịch không khớp với ngày dương lịch"
    WORDS_DIFFER = "words_differ", "số và chữ không khớp nhau"
    NO_YEAR = "no_year", "thiếu năm; kỳ kế hoạch và ngày ban hành không cho biết năm nào"
    MANY_YEARS = "many_years", "thiếu năm; nhiều năm trong kỳ kế hoạch đều khớp"
    NO_YEAR_FITS = "no_year_fits", "thiếu năm; không năm nào khớp với kỳ kế hoạch và ngày ban hành"
    NO_MONTH = "no_month", "thiếu tháng"
    TWO_DIGIT_YEAR = "two_digit_year", "năm viết hai chữ số"
    UNCERTAIN = "uncertain", "không chắc là ngày tháng hay số khác"
    UNKNOWN = "unknown", "chưa đọc được cách viết này"

    @property
    def impossible(self) -> bool:
        """The text contradicts the calendar or itself: a mistake of the text, not a limit of the reader."""
        return self in {
            Reason.NO_SUCH_DAY,
            Reason.NO_SUCH_MONTH,
            Reason.NO_SUCH_QUARTER,
            Reason.NO_SUCH_TIME,
            Reason.END_BEFORE_START,
            Reason.WRONG_WEEKDAY,
            Reason.WRONG_LUNAR_DAY,
            Reason.WORDS_DIFFER,
        }


class Unclear(Exception):  # noqa: N818 - a fact about the text, told to a person; no error of ours
    """A stretch of text that cannot be a time, or not with certainty."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.label)
        self.reason = reason


@record
class Anchor:
    """The days that a document gives to those of its phrases that leave something out."""

    issued: datetime.date | None = described("Ngày ban hành", "Ngày ký văn bản; mốc của “từ nay”.", default=None)
    period: Period | None = described("Kỳ kế hoạch", "Thời gian thực hiện kế hoạch.", default=None)


@record
class Amount:
    """How long: from `low` to `high` of a unit; both are equal when one number is given."""

    low: Decimal = described("Từ", "Số nhỏ nhất.")
    high: Decimal = described("Đến", "Số lớn nhất.")
    unit: Unit = described("Đơn vị", "Đơn vị tính; ngày làm việc khác ngày.")
    bound: Bound = described("Giới hạn", "Đúng bằng, không quá, ít nhất, dưới hay quá.", default=Bound.EXACT)
    relation: Relation | None = described("Phía", "Trước hay sau sự kiện.", default=None)


@record
class Times:
    """How often."""

    low: int = described("Từ", "Số nhỏ nhất.")
    high: int = described("Đến", "Số lớn nhất.")
    bound: Bound = described("Giới hạn", "Đúng bằng, không quá hay ít nhất.", default=Bound.EXACT)


@record
class Understood:
    """One time that a text names.

    `at` and `to` are offsets in the text. `end` is the last day that is still in time, so for "trước ngày
    01/11/2015" it is 31/10 while `named_day` keeps 01/11 and `inclusive` is false. `rule` is the RFC 5545 rule as
    the words have it; `due_rule` gives the last days in time and `start_rule` the first days of a window that
    comes again; `occurrences` are the days of `due_rule`, or of `rule`, inside the period of the anchor.
    `after` names the event, or the other year, on which the time depends; `relation` on which side of it lies.
    `month_day` keeps the day, as `--12-15` or `---15`, of a phrase whose year or month depends on something else.
    """

    at: int = described("Từ vị trí")
    to: int = described("Đến vị trí")
    wording: str = described("Nguyên văn")
    kind: Kind = described("Loại")
    precision: Precision = described("Độ chính xác")
    start: datetime.date | None = described("Từ ngày", default=None)
    end: datetime.date | None = described("Đến ngày", default=None)
    named_day: datetime.date | None = described("Ngày nêu trong văn bản", default=None)
    inclusive: bool = described("Tính cả ngày đó", default=True)
    rule: str | None = described("Quy tắc lặp lại", default=None)
    start_rule: str | None = described("Quy tắc của ngày đầu", default=None)
    due_rule: str | None = described("Quy tắc của ngày cuối", default=None)
    occurrences: tuple[datetime.date, ...] = described("Các ngày trong kỳ", default=())
    month_day: str | None = described("Ngày, tháng", default=None)
    part: Part | None = described("Buổi", default=None)
    from_time: TimeOfDay | None = described("Từ giờ", default=None)
    to_time: TimeOfDay | None = described("Đến giờ", default=None)
    expected: bool = described("Dự kiến", default=False)
    estimated: bool = described("Ước lượng", default=False)
    after: str | None = described("Phụ thuộc vào", default=None)
    relation: Relation | None = described("Phía", default=None)
    amount: Amount | None = described("Thời lượng", default=None)
    times: Times | None = described("Số lần", default=None)
    not_a_deadline: bool = described("Không phải thời hạn", default=False)


@record
class Unread:
    """A stretch of text that speaks of time and was not understood."""

    at: int = described("Từ vị trí")
    to: int = described("Đến vị trí")
    wording: str = described("Nguyên văn")
    reason: Reason = described("Lý do")


@record
class Reading:
    """All that a text says about time, in the order of the text."""

    text: str = described("Văn bản")
    times: tuple[Understood, ...] = described("Đã hiểu", default=())
    unread: tuple[Unread, ...] = described("Chưa hiểu", default=())

    @property
    def complete(self) -> bool:
        """Something was understood, and nothing that speaks of time was left."""
        return bool(self.times) and not self.unread
