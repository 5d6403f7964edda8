"""A pointer into a legal act."""

from __future__ import annotations

from congkhai.model.scalars import LegalActRef, Line
from congkhai.model.spec import described, record


@record
class Citation:
    """Where a fact stands in the law: act, then article, clause and point as far as known."""

    act: LegalActRef = described("Văn bản", "Mã văn bản trong content/legal-acts.", example="luat-60-2014-qh13")
    article: Line | None = described("Điều", "Số điều, ví dụ 14.", max_length=20, default=None)
    clause: Line | None = described("Khoản", "Số khoản.", max_length=20, default=None)
    point: Line | None = described("Điểm", "Chữ của điểm: a, b, c, d, đ, e…", max_length=5, default=None)
    note: Line | None = described("Ghi chú", "Phần được viện dẫn, nếu không chia thành điều, khoản.", default=None)

    @property
    def place(self) -> str:
        """`điểm a khoản 1 Điều 11`, or an empty text."""
        parts = [f"{label} {value}" for label, value in (("điểm", self.point), ("khoản", self.clause)) if value]
        if self.article:
            parts.append(f"Điều {self.article}")
        return " ".join(parts)
