"""Boards, and what hangs on them from when to when."""

from __future__ import annotations

from datetime import date
from enum import unique

from congkhai.model.scalars import BoardRef, FilePath, Line, OfficialRef, Slug, UnitRef
from congkhai.model.spec import Labelled, described, record


@unique
class BoardKind(Labelled):
    """Places where things are made public (Law 10/2022/QH15, Articles 12 and 13)."""

    SEAT = "seat", "Trụ sở"
    ONE_STOP = "one_stop", "Trung tâm Phục vụ hành chính công"
    VILLAGE = "village", "Nhà văn hóa, điểm sinh hoạt cộng đồng"
    RECEPTION = "reception", "Nơi tiếp công dân"
    LOUDSPEAKER = "loudspeaker", "Loa truyền thanh"
    WEB = "web", "Trang thông tin điện tử"


@record
class Board:
    """One place."""

    name: Line = described("Tên", "Tên bảng tin.", example="Bảng tin trụ sở UBND xã")
    kind: BoardKind = described("Loại", "seat, one_stop, village, reception, loudspeaker hoặc web.")
    address: Line = described("Địa chỉ", "Nơi đặt bảng.")
    unit: UnitRef = described("Đơn vị", "Đơn vị quản lý.")
    keeper: OfficialRef | None = described("Người trông coi", "Người chịu trách nhiệm.", default=None)
    size: Line | None = described("Kích thước", "Ví dụ 1,2 × 2,4 m.", max_length=60, default=None)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)


@record
class ItemPointer:
    """What is posted: the kind and id of a record."""

    kind: Line = described("Loại bản ghi", "procedure, fee, field, reception, budget, disclosure, plan…", max_length=40)
    id: Slug = described("Mã bản ghi", "Mã của bản ghi thuộc loại đó.")


@record
class Posting:
    """One item on one or more boards."""

    number: int = described("Số thứ tự", "Số trong sổ niêm yết của năm.")
    year: int = described("Năm", "Năm của sổ niêm yết.")
    item: ItemPointer = described("Nội dung niêm yết", "Bản ghi được niêm yết.")
    boards: tuple[BoardRef, ...] = described("Nơi niêm yết", "Mã các bảng tin.", min_items=1)
    start: date = described("Ngày bắt đầu", "Ngày dán lên bảng.")
    days: int | None = described("Số ngày", "Số ngày liên tục; bỏ trống nếu niêm yết thường xuyên.", default=None)
    posted_by: OfficialRef = described("Người niêm yết", "Người dán.")
    taken_down: date | None = described("Ngày gỡ", "Ngày đã gỡ khỏi bảng.", default=None)
    taken_down_by: OfficialRef | None = described("Người gỡ", "Người gỡ.", default=None)
    minutes: FilePath | None = described("Biên bản", "Biên bản niêm yết (tệp trong content/files).", default=None)
    note: Line | None = described("Ghi chú", "Điều cần lưu ý.", default=None)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
