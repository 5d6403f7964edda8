"""Boards, and what hangs on them from when to when."""

from __future__ import annotations

import datetime
from enum import unique

from congkhai.model.scalars import BoardRef, FilePath, Line, OfficialRef, PostingRef, Slug, UnitRef
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

    @property
    def on_paper(self) -> bool:
        """Whether somebody must go there to hang a paper and to take it down."""
        return self not in {BoardKind.LOUDSPEAKER, BoardKind.WEB}


@record
class Outage:
    """Days on which nobody could read a board: the office was closed, the board destroyed."""

    start: datetime.date = described("Từ ngày", "Ngày đầu tiên không xem được.")
    end: datetime.date | None = described(
        "Đến ngày", "Ngày cuối cùng không xem được; bỏ trống khi chưa khắc phục.", default=None
    )
    reason: Line = described("Lý do", "Vì sao: trụ sở đóng cửa, bảng bị bão làm hỏng…", max_length=300)


@record
class Board:
    """One place."""

    name: Line = described("Tên", "Tên bảng tin.", example="Bảng tin trụ sở UBND xã")
    kind: BoardKind = described("Loại", "seat, one_stop, village, reception, loudspeaker hoặc web.")
    address: Line = described("Địa chỉ", "Nơi đặt bảng.")
    unit: UnitRef = described("Đơn vị", "Đơn vị quản lý.")
    keeper: OfficialRef | None = described("Người trông coi", "Người chịu trách nhiệm.", default=None)
    size: Line | None = described("Kích thước", "Ví dụ 1,2 × 2,4 m.", max_length=60, default=None)
    outages: tuple[Outage, ...] = described(
        "Thời gian gián đoạn",
        "Những ngày không xem được bảng; mọi lần niêm yết đang chạy tại bảng được kéo dài thêm bằng ấy ngày.",
        default=(),
    )
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)


@record
class ItemPointer:
    """What is posted: the kind and id of a record."""

    kind: Line = described("Loại bản ghi", "procedure, fee, field, reception, budget, disclosure, plan…", max_length=40)
    id: Slug = described("Mã bản ghi", "Mã của bản ghi thuộc loại đó.")


@record
class PostedFile:
    """The very file that was hung up, so that anybody can prove later what it said."""

    file: Line = described(
        "Tệp",
        "Bản in (in/…) hoặc tệp đính kèm (tep/…), đúng như địa chỉ trên trang.",
        pattern=r"(?:in|tep)(?:/[\w][\w .-]*)+",
        example="in/thu-tuc/1.001193.pdf",
    )
    sha256: Line = described(
        "Mã băm SHA-256", "64 chữ số hệ 16, do lệnh `congkhai post` ghi.", pattern=r"[0-9a-f]{64}", max_length=64
    )


@record
class Extension:
    """A longer time than was planned."""

    until: datetime.date = described("Đến hết ngày", "Ngày cuối cùng phải treo sau khi gia hạn.")
    reason: Line = described("Lý do", "Vì sao gia hạn.", max_length=300)
    decided: datetime.date = described("Ngày quyết định", "Ngày quyết định gia hạn.")
    decided_by: OfficialRef = described("Người quyết định", "Mã cán bộ quyết định gia hạn.")


@record
class Interruption:
    """Days on which this paper alone could not be read: torn off, covered, washed out."""

    start: datetime.date = described("Từ ngày", "Ngày đầu tiên không xem được.")
    end: datetime.date | None = described(
        "Đến ngày", "Ngày cuối cùng không xem được; bỏ trống khi chưa dán lại.", default=None
    )
    reason: Line = described("Lý do", "Vì sao: tờ niêm yết bị xé, bị mưa ướt…", max_length=300)
    boards: tuple[BoardRef, ...] = described(
        "Tại bảng", "Mã các bảng bị gián đoạn; bỏ trống là mọi nơi niêm yết.", default=()
    )


@record
class Withdrawal:
    """A posting that should not have been, or no longer may be: it stays in the register, struck through."""

    day: datetime.date = described("Ngày rút", "Ngày gỡ khỏi mọi bảng vì lý do dưới đây.")
    reason: Line = described("Lý do", "Vì sao rút.", max_length=300)
    by: OfficialRef = described("Người quyết định", "Mã cán bộ quyết định rút.")


@record
class Posting:
    """One item on one or more boards."""

    number: int = described("Số thứ tự", "Số trong sổ niêm yết của năm.")
    year: int = described("Năm", "Năm của sổ niêm yết.")
    item: ItemPointer = described("Nội dung niêm yết", "Bản ghi được niêm yết.")
    version: Line | None = described(
        "Mã phiên bản",
        "Mã in trên tờ được dán, để biết tờ ấy còn đúng không.",
        pattern=r"[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}",
        example="7k3mq-0dtxa",
        default=None,
    )
    files: tuple[PostedFile, ...] = described("Tệp đã dán", "Từng tệp đã dán và mã băm của nó.", default=())
    boards: tuple[BoardRef, ...] = described("Nơi niêm yết", "Mã các bảng tin.", min_items=1)
    start: datetime.date = described("Ngày bắt đầu", "Ngày dán lên bảng.")
    days: int | None = described("Số ngày", "Số ngày liên tục; bỏ trống nếu niêm yết thường xuyên.", default=None)
    posted_by: OfficialRef = described("Người niêm yết", "Người dán.")
    replaces: PostingRef | None = described(
        "Thay cho", "Mã lần niêm yết được thay bằng tờ này.", example="2026-014", default=None
    )
    extensions: tuple[Extension, ...] = described("Gia hạn", "Các lần gia hạn.", default=())
    interruptions: tuple[Interruption, ...] = described(
        "Gián đoạn", "Những ngày riêng tờ này không xem được; cả bảng gián đoạn thì ghi ở bảng tin.", default=()
    )
    withdrawn: Withdrawal | None = described("Rút", "Rút lại trước hạn; không bao giờ xóa tờ đã rút.", default=None)
    taken_down: datetime.date | None = described("Ngày gỡ", "Ngày đã gỡ khỏi bảng.", default=None)
    taken_down_by: OfficialRef | None = described("Người gỡ", "Người gỡ.", default=None)
    minutes: FilePath | None = described("Biên bản", "Biên bản niêm yết (tệp trong content/files).", default=None)
    end_minutes: FilePath | None = described(
        "Biên bản kết thúc", "Biên bản kết thúc niêm yết (tệp trong content/files).", default=None
    )
    photos: tuple[FilePath, ...] = described(
        "Ảnh chụp", "Ảnh chụp tờ niêm yết tại bảng; dữ liệu máy ảnh được bỏ khi đăng.", default=()
    )
    note: Line | None = described("Ghi chú", "Điều cần lưu ý.", default=None)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)

    @property
    def down(self) -> datetime.date | None:
        """The day on which the paper came down, for whatever reason."""
        days = [day for day in (self.taken_down, self.withdrawn.day if self.withdrawn else None) if day]
        return min(days, default=None)
