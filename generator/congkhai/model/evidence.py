"""How a duty is recognised in the records of an office: data, so that a new duty needs no new code."""

from __future__ import annotations

from enum import unique

from congkhai.model.budget import Phase
from congkhai.model.calendar import Period
from congkhai.model.event import EventKind
from congkhai.model.law_place import LawPlace
from congkhai.model.official import Role
from congkhai.model.scalars import Line
from congkhai.model.spec import Labelled, described, record
from congkhai.model.unit import UnitLevel


@unique
class Proof(Labelled):
    """What sort of records show that a duty was kept."""

    DISCLOSURE = "disclosure", "Nội dung công khai dẫn điều luật này"
    BUDGET = "budget", "Biểu ngân sách của giai đoạn này"
    CALENDAR = "calendar", "Lịch tiếp công dân"
    SESSIONS = "sessions", "Số buổi tiếp của người đứng đầu"
    EVENT = "event", "Sự kiện trong năm"
    ANSWER = "answer", "Câu trả lời công khai"
    RECORDS = "records", "Mọi bản ghi đang áp dụng của một loại"


@unique
class Span(Labelled):
    """Over what a number of sessions is counted."""

    WEEK = "week", "tuần"
    MONTH = "month", "tháng"


@record
class Evidence:
    """One way to show that a duty was kept; with several, the best counts.

    `level` and `validity` limit it to offices of a level and to a time: the law in force then.
    """

    kind: Proof = described("Loại bằng chứng", "disclosure, budget, calendar, sessions, event, answer hoặc records.")
    cites: LawPlace | None = described(
        "Điều luật được dẫn", "Với disclosure: điều luật mà mục Căn cứ phải dẫn.", default=None
    )
    phases: tuple[Phase, ...] = described("Giai đoạn ngân sách", "Với budget: các giai đoạn.", default=())
    subordinate: bool = described(
        "Của đơn vị trực thuộc", "Với budget: `true` nếu là biểu của đơn vị dự toán trực thuộc.", default=False
    )
    latest: Line | None = described(
        "Muộn nhất",
        "Với budget: tháng-ngày muộn nhất của năm sau, khi luật cho biết.",
        pattern=r"\d{2}-\d{2}",
        default=None,
    )
    event: EventKind | None = described("Loại sự kiện", "Với event: dialogue, meeting…", default=None)
    records: Line | None = described("Loại bản ghi", "Với records: procedure, fee…", max_length=40, default=None)
    role: Role | None = described("Người tiếp", "Với sessions: chair hoặc head.", default=None)
    least: int | None = described("Số lần ít nhất", "Với sessions: số ngày tiếp ít nhất.", default=None)
    per: Span | None = described("Tính trên", "Với sessions: week hoặc month.", default=None)
    level: UnitLevel | None = described("Cấp", "Chỉ áp dụng cho cơ quan của cấp này.", default=None)
    validity: Period | None = described("Hiệu lực", "Thời gian áp dụng.", default=None)
