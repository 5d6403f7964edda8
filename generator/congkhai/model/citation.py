"""A pointer into a legal act."""

from __future__ import annotations

from congkhai.model.scalars import LegalActRef, Line
from congkhai.model.spec import described, record

#: The number of an article or a clause as acts have it, 5 or 5a; what it is called is put before it where it is shown.
NUMBER = r"\d{1,3}[a-zđ]{0,2}"
#: The letter of a point, or the number that some circulars give it.
LETTER = r"[a-zđ]{1,2}\d{0,2}|\d{1,2}(\.\d{1,2}){0,2}"
_ONE = "; nhiều thì ghi thành nhiều mục."


@record
class Citation:
    """Where a fact stands in the law: act, then article, clause and point as far as known."""

    act: LegalActRef = described("Văn bản", "Mã văn bản trong content/legal-acts.", example="luat-60-2014-qh13")
    article: Line | None = described(
        "Điều", f"Chỉ ghi số điều{_ONE}", max_length=20, pattern=NUMBER, example="14", default=None
    )
    clause: Line | None = described(
        "Khoản", f"Chỉ ghi số khoản{_ONE}", max_length=20, pattern=NUMBER, example="2", default=None
    )
    point: Line | None = described(
        "Điểm",
        f"Chỉ ghi chữ của điểm: a, b, c, d, đ, e{_ONE}",
        max_length=20,
        pattern=LETTER,
        example="đ",
        default=None,
    )
    note: Line | None = described("Ghi chú", "Phần được viện dẫn, nếu không chia thành điều, khoản.", default=None)

    @property
    def place(self) -> str:
        """`điểm a khoản 1 Điều 11`, or an empty text."""
        parts = [f"{label} {value}" for label, value in (("điểm", self.point), ("khoản", self.clause)) if value]
        if self.article:
            parts.append(f"Điều {self.article}")
        return " ".join(parts)
