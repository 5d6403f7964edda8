"""Legal acts and the decisions that records lean on."""

from __future__ import annotations

from datetime import date
from enum import unique

from congkhai.model.scalars import LegalActRef, Line, Slug, Url
from congkhai.model.spec import Labelled, described, record


@unique
class ActKind(Labelled):
    """The forms that an act can take."""

    CONSTITUTION = "constitution", "Hiến pháp"
    LAW = "law", "Luật"
    ORDINANCE = "ordinance", "Pháp lệnh"
    DECREE = "decree", "Nghị định"
    RESOLUTION = "resolution", "Nghị quyết"
    DECISION = "decision", "Quyết định"
    CIRCULAR = "circular", "Thông tư"
    DIRECTIVE = "directive", "Chỉ thị"
    PLAN = "plan", "Kế hoạch"
    PROGRAMME = "programme", "Chương trình"
    CONCLUSION = "conclusion", "Kết luận"
    OFFICIAL_LETTER = "official_letter", "Công văn"
    ORDER = "order", "Lệnh"
    CONSOLIDATED = "consolidated", "Văn bản hợp nhất"
    ANNOUNCEMENT = "announcement", "Thông báo"
    GUIDANCE = "guidance", "Hướng dẫn"
    REGULATION = "regulation", "Quy định"
    TELEGRAM = "telegram", "Công điện"
    TREATY = "treaty", "Điều ước quốc tế"
    REPORT = "report", "Báo cáo"
    SUBMISSION = "submission", "Tờ trình"
    SCHEME = "scheme", "Đề án"


@record
class LegalAct:
    """An act, with the days on which it comes into force and ends."""

    symbol: Line = described("Số, ký hiệu", "Đúng như trên văn bản.", max_length=60, example="123/2015/NĐ-CP")
    kind: ActKind = described("Loại", "Loại văn bản.")
    issuer: Line = described("Cơ quan ban hành", "Tên cơ quan tại thời điểm ban hành.")
    title: Line = described("Trích yếu", "Nội dung chính của văn bản.")
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
    issued: date | None = described("Ngày ban hành", "Ngày ký ban hành.", default=None)
    in_force: date | None = described("Có hiệu lực từ", "Ngày bắt đầu có hiệu lực.", default=None)
    expires: date | None = described("Hết hiệu lực từ", "Ngày đầu tiên không còn hiệu lực.", default=None)
    replaces: tuple[LegalActRef, ...] = described("Thay thế", "Các văn bản bị văn bản này thay thế.", default=())
    amends: tuple[LegalActRef, ...] = described("Sửa đổi", "Các văn bản được văn bản này sửa đổi, bổ sung.", default=())
    url: Url | None = described("Đường dẫn", "Nơi đọc toàn văn chính thức.", default=None)
    verified: bool = described("Đã đối chiếu", "`false` nếu thông tin chưa được đối chiếu với Công báo.", default=True)

    @property
    def name(self) -> str:
        """`Nghị định 123/2015/NĐ-CP`; the symbol alone where it says the form itself, as `Bộ luật Hàng hải` does."""
        if self.symbol.casefold().startswith((self.kind.label.casefold(), "bộ luật")):
            return self.symbol
        return f"{self.kind.label} {self.symbol}"
