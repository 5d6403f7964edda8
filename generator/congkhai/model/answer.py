"""What citizens asked, and what the office answered in public."""

from __future__ import annotations

from datetime import date

from congkhai.model.citation import Citation
from congkhai.model.scalars import FieldRef, Line, OfficialRef, ProcedureRef, Prose, Slug, UnitRef
from congkhai.model.spec import described, record


@record
class Answer:
    """A question or complaint without any trace of who sent it, and the answer."""

    question: Line = described(
        "Câu hỏi", "Tóm lược, không có tên, địa chỉ, số điện thoại của người hỏi.", max_length=600
    )
    received: date = described("Ngày nhận", "Ngày nhận câu hỏi.")
    answered: date = described("Ngày trả lời", "Ngày trả lời công khai.")
    answer: Prose = described("Trả lời", "Nội dung trả lời.", max_length=6000)
    unit: UnitRef = described("Đơn vị trả lời", "Mã đơn vị.")
    by: OfficialRef | None = described("Người trả lời", "Người chịu trách nhiệm nội dung.", default=None)
    field: FieldRef | None = described("Lĩnh vực", "Mã lĩnh vực.", default=None)
    procedures: tuple[ProcedureRef, ...] = described("Thủ tục liên quan", "Mã các thủ tục.", default=())
    basis: tuple[Citation, ...] = described("Căn cứ", "Quy định được dẫn.", default=())
    apology: Prose | None = described("Lời xin lỗi", "Khi cơ quan trễ hẹn hoặc sai sót.", max_length=2000, default=None)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
