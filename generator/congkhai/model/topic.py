"""Ways to come to a procedure: fields of administration and events in life."""

from __future__ import annotations

from congkhai.model.scalars import Line, ProcedureRef, Slug
from congkhai.model.spec import described, record


@record
class Field:
    """A field of administration (lĩnh vực)."""

    name: Line = described("Tên lĩnh vực", "Tên theo danh mục lĩnh vực.", example="Hộ tịch")
    summary: Line = described("Giới thiệu", "Một câu: người dân làm gì ở lĩnh vực này.", max_length=300)
    order: int = described("Thứ tự", "Số nhỏ đứng trước.", default=100)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)


@record
class LifeEvent:
    """Something that happens in a life, with the procedures it calls for in the order in which to do them."""

    name: Line = described("Việc cần làm", "Viết như người dân nói.", example="Sinh con")
    summary: Line = described("Giới thiệu", "Một câu hướng dẫn.", max_length=300)
    procedures: tuple[ProcedureRef, ...] = described("Thủ tục", "Theo thứ tự nên làm.", min_items=1)
    order: int = described("Thứ tự", "Số nhỏ đứng trước.", default=100)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
