"""The emblem of an office: a drawing of its own on posters, sheets and the head of pages."""

from __future__ import annotations

from congkhai.model.scalars import Line
from congkhai.model.spec import described, record

#: Where emblems lie, relative to the office's root.
EMBLEMS = "site_config/emblem"


@record
class Emblem:
    """Which file, and what it shows. Documents laid out by Decree 30/2020/NĐ-CP never carry it."""

    file: Line = described(
        "Tệp",
        "Tên tệp SVG hoặc PNG trong site_config/emblem.",
        pattern=r"[a-z0-9]+(?:[._-][a-z0-9]+)*\.(?:svg|png)",
        max_length=80,
        example="bieu-tuong.svg",
    )
    alt: Line = described(
        "Mô tả",
        "Biểu tượng vẽ gì, cho người dùng trình đọc màn hình.",
        max_length=200,
        example="Biểu tượng xã: bông lúa",
    )

    @property
    def published(self) -> str:
        """Its address relative to the site."""
        return f"assets/ck/emblem.{self.file.rpartition('.')[2]}"
