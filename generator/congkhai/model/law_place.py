"""A place in the law, named by the act's own symbol.

What ships with the program cannot know the ids that an office gives to its acts; the symbol is the same everywhere.
"""

from __future__ import annotations

from congkhai.model.citation import LETTER, NUMBER, Citation
from congkhai.model.scalars import Line
from congkhai.model.spec import described, record


@record
class LawPlace:
    """An act by its symbol, then article, clause and point as far as known."""

    symbol: Line = described("Số, ký hiệu", "Đúng như trên văn bản.", max_length=60, example="10/2022/QH15")
    name: Line | None = described("Tên văn bản", "Tên ngắn để người dân nhận ra.", max_length=200, default=None)
    article: Line | None = described("Điều", "Số điều.", max_length=20, pattern=NUMBER, example="5", default=None)
    clause: Line | None = described(
        "Khoản",
        "Số khoản; nhiều khoản thì ghi thành nhiều mục.",
        max_length=20,
        pattern=NUMBER,
        example="2",
        default=None,
    )
    point: Line | None = described(
        "Điểm", "Chữ của điểm: a, b, c, d, đ, e…", max_length=20, pattern=LETTER, example="đ", default=None
    )
    note: Line | None = described("Ghi chú", "Phần được viện dẫn, nếu không chia thành điều, khoản.", default=None)

    def covers(self, symbol: str, cited: Citation) -> bool:
        """Say whether a citation of the act of that symbol points to this place or into it."""
        if symbol != self.symbol:
            return False
        wanted = (self.article, self.clause, self.point)
        given = (cited.article, cited.clause, cited.point)
        return all(want is None or want == have for want, have in zip(wanted, given, strict=True))

    @property
    def place(self) -> str:
        """`điểm a khoản 1 Điều 11`, or an empty text."""
        return place_text(self.article, self.clause, self.point)

    @property
    def title(self) -> str:
        """`Luật Tiếp công dân (42/2013/QH13)`, or the symbol alone."""
        return f"{self.name} ({self.symbol})" if self.name else self.symbol

    @property
    def full(self) -> str:
        """`Khoản 2 Điều 24 Luật Tiếp công dân (42/2013/QH13)`."""
        words = f"{self.place} {self.title}".strip()
        return words[:1].upper() + words[1:]


def place_text(article: str | None, clause: str | None, point: str | None) -> str:
    """`điểm a khoản 1 Điều 11`, as far as the parts are known."""
    parts = [f"{label} {value}" for label, value in (("điểm", point), ("khoản", clause), ("Điều", article)) if value]
    return " ".join(parts)
