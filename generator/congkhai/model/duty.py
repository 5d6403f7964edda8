"""What the law orders an office to make public: the register of duties, and the general rules behind it."""

from __future__ import annotations

import datetime

from congkhai.model.calendar import Period
from congkhai.model.disclosure import PersonalData
from congkhai.model.duty_terms import (
    Actor,
    DutyGroup,
    Form,
    Frequency,
    LawRank,
    Place,
    PostingEnd,
    TimeUnit,
    Timing,
    Trigger,
)
from congkhai.model.evidence import Evidence
from congkhai.model.law_place import LawPlace
from congkhai.model.scalars import Line, Prose, Slug
from congkhai.model.spec import described, record
from congkhai.model.unit import UnitLevel


@record
class DutyDeadline:
    """By when. `amount` and `unit` go with after, before and period; `day` goes with day."""

    timing: Timing = described("Cách tính", "after, before, at_once, standing, period, yearly hoặc day.")
    amount: int | None = described("Số", "Bao nhiêu ngày hoặc giờ.", default=None)
    unit: TimeUnit | None = described("Đơn vị", "working_day, day hoặc hour.", default=None)
    day: datetime.date | None = described("Ngày ấn định", "Ngày cuối cùng còn đúng hạn.", default=None)
    note: Line | None = described("Ghi chú", "Điều cần biết khi tính hạn.", max_length=400, default=None)


@record
class DutyForms:
    """In which forms: all of `required`, and at least one of `one_of`."""

    required: tuple[Form, ...] = described("Bắt buộc", "Các hình thức phải có.", default=())
    one_of: tuple[Form, ...] = described("Ít nhất một", "Phải có một trong các hình thức này.", default=())
    optional: tuple[Form, ...] = described("Có thể thêm", "Các hình thức được phép dùng thêm.", default=())

    @property
    def posted(self) -> bool:
        """A paper hangs somewhere, by order or by choice."""
        return Form.POSTING in (*self.required, *self.one_of, *self.optional)


@record
class MinimumPosting:
    """How long a paper hangs at least; `days` goes with days and working_days."""

    until: PostingEnd = described("Đến khi", "days, working_days, event, next hoặc permanent.")
    days: int | None = described("Số ngày", "Số ngày liên tục ít nhất; ngày dán không tính.", default=None)
    note: Line | None = described("Ghi chú", "Điều cần biết về thời gian niêm yết.", max_length=400, default=None)


@record
class GeneralRule:
    """What a general law says of every publication, for whatever a duty's own law leaves open."""

    title: Line = described("Tên", "Quy định chung của luật nào.")
    rank: LawRank = described("Bậc", "democracy hoặc information.")
    levels: tuple[UnitLevel, ...] = described("Cấp áp dụng", "Bỏ trống là mọi cấp.", default=())
    basis: tuple[LawPlace, ...] = described("Căn cứ", "Các điều luật.", min_items=1)
    validity: Period | None = described("Hiệu lực", "Thời gian áp dụng.", default=None)
    trigger: Trigger = described("Tính từ", "Sự việc làm phát sinh thời hạn.")
    deadline: DutyDeadline = described("Thời hạn", "Chậm nhất khi nào phải công khai.")
    forms: DutyForms = described("Hình thức", "Công khai bằng cách nào.")
    places: tuple[Place, ...] = described("Nơi niêm yết", "Phải dán ở đâu.", min_items=1)
    posting: MinimumPosting = described("Thời gian niêm yết", "Ít nhất bao lâu.")
    verified: bool = described("Đã đối chiếu", "`false` nếu chưa đối chiếu với văn bản gốc.", default=True)
    source: Line | None = described("Nguồn", "Nơi đã đọc điều luật.", max_length=200, default=None)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)


@record
class Duty:
    """One thing that somebody must make public, as its own law has it.

    Deadline, forms, places and time of posting are left out where that law is silent; they are then filled from
    the general rules, one by one.
    """

    title: Line = described("Tên nghĩa vụ", "Phải công khai việc gì.", max_length=200)
    number: int = described("Số thứ tự", "Thứ tự trong danh mục.", default=1000)
    group: DutyGroup = described("Nhóm", "democracy, procedures, budget, reception, information hoặc sectors.")
    rank: LawRank = described("Bậc của luật", "special, democracy hoặc information.", default=LawRank.SPECIAL)
    who: tuple[Actor, ...] = described("Ai phải làm", "Cơ quan, người có trách nhiệm.", min_items=1)
    what: Prose = described("Nội dung", "Những gì phải công khai.", max_length=2000)
    plain: Line = described("Nói gọn cho người dân", "Một câu: người dân được biết gì, khi nào, ở đâu.", max_length=300)
    basis: tuple[LawPlace, ...] = described("Căn cứ", "Các điều luật đặt ra nghĩa vụ.", min_items=1)
    validity: Period | None = described("Hiệu lực", "Thời gian nghĩa vụ có hiệu lực.", default=None)
    trigger: Trigger = described("Tính từ", "Sự việc làm phát sinh thời hạn.")
    trigger_note: Line | None = described("Sự việc cụ thể", "Nói rõ sự việc, nếu cần.", max_length=300, default=None)
    deadline: DutyDeadline | None = described(
        "Thời hạn", "Bỏ trống khi luật chuyên ngành không quy định.", default=None
    )
    forms: DutyForms | None = described("Hình thức", "Bỏ trống khi luật chuyên ngành không quy định.", default=None)
    places: tuple[Place, ...] = described("Nơi niêm yết", "Bỏ trống khi luật chuyên ngành không quy định.", default=())
    posting: MinimumPosting | None = described(
        "Thời gian niêm yết", "Bỏ trống khi luật chuyên ngành không quy định.", default=None
    )
    loudspeaker_days: int | None = described(
        "Số ngày phát loa", "Số ngày phát liên tục ít nhất, nếu luật định.", default=None
    )
    frequency: Frequency = described("Bao lâu một lần", "event, change, continuous, monthly, quarterly, yearly…")
    personal_data: PersonalData = described(
        "Dữ liệu cá nhân", "none, official, basic hoặc sensitive.", default=PersonalData.NONE
    )
    public: bool = described(
        "Là nội dung công khai", "`false` nếu chỉ là việc phải làm hoặc chỉ gửi riêng cho một người.", default=True
    )
    evidence: tuple[Evidence, ...] = described(
        "Bằng chứng",
        "Cách nhận ra trong dữ liệu; bỏ trống khi không tính được từ dữ liệu.",
        default=(),
    )
    verified: bool = described("Đã đối chiếu", "`false` nếu chưa đối chiếu với văn bản gốc.", default=True)
    note: Prose | None = described("Ghi chú", "Chỗ còn chưa rõ, cách hiểu đã chọn.", max_length=2000, default=None)
    source: Line | None = described("Nguồn", "Nơi đã đọc điều luật.", max_length=200, default=None)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
