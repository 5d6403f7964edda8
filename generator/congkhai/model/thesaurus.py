"""The words of citizens beside the words of records: what search takes for the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from congkhai.model.scalars import Line
from congkhai.model.spec import KeyedBy, described, record


@record
class Entry:
    """One term as records write it, and the other ways of writing or saying it."""

    term: Line = described(
        "Từ chuẩn", "Viết như trong tên thủ tục, văn bản.", max_length=120, example="ủy ban nhân dân"
    )
    variants: tuple[Line, ...] = described(
        "Cách viết khác", "Mỗi cách viết chỉ thuộc một từ chuẩn.", min_items=1, max_length=120, example="UBND"
    )


@record
class Thesaurus:
    """The one record of `site_config/thesaurus.yml`."""

    abbreviations: Annotated[tuple[Entry, ...], KeyedBy("term")] = described(
        "Chữ viết tắt", "Từ đầy đủ và các chữ viết tắt của từ đó.", default=()
    )
    everyday: Annotated[tuple[Entry, ...], KeyedBy("term")] = described(
        "Cách gọi hằng ngày", "Từ trong văn bản và cách người dân gọi việc đó, vật đó.", default=()
    )
    renamed: Annotated[tuple[Entry, ...], KeyedBy("term")] = described(
        "Tên đã đổi", "Tên theo luật hiện hành và các tên cũ người dân còn dùng.", default=()
    )
    related: Annotated[tuple[Entry, ...], KeyedBy("term")] = described(
        "Từ hay đi cùng",
        "Gõ cách viết khác thì tìm thêm từ chuẩn, không thay từ đã gõ. Một cách viết có thể dẫn tới nhiều từ chuẩn.",
        default=(),
    )
    stop_phrases: tuple[Line, ...] = described(
        "Lời hỏi",
        "Cả cụm từ của câu hỏi, được bỏ khi tìm. Không ghi một âm tiết trùng với tên gọi khi bỏ dấu.",
        max_length=120,
        example="cần giấy tờ gì",
        default=(),
    )


#: The sections of entries by field, in the order in which search tries them.
SECTIONS = ("abbreviations", "everyday", "renamed")


def entries(thesaurus: Thesaurus) -> Iterator[tuple[str, Entry]]:
    """Yield (field path, entry) for every entry of every section."""
    for name in SECTIONS:
        for number, entry in enumerate(getattr(thesaurus, name)):
            yield f"{name}[{number}]", entry
