"""Documents that an office issues, laid out by Decree 30/2020/NĐ-CP, Annex I: notices, decisions, minutes.

Plans are a kind of their own, for they give out work (see :mod:`congkhai.model.plan`).
"""

from __future__ import annotations

import datetime
from enum import unique

from congkhai.model.citation import Citation
from congkhai.model.clock import TimeOfDay
from congkhai.model.plan import Signatory
from congkhai.model.scalars import FilePath, Line, Prose, Slug, UnitRef
from congkhai.model.spec import Labelled, described, record
from congkhai.model.table import Table


@unique
class DocumentType(Labelled):
    """Forms of document (Decree 30/2020/NĐ-CP, Article 7)."""

    NOTICE = "notice", "Thông báo"
    DECISION = "decision", "Quyết định"
    MINUTES = "minutes", "Biên bản"

    @property
    def symbol(self) -> str:
        """The letters that stand for it in a document's number."""
        return {DocumentType.NOTICE: "TB", DocumentType.DECISION: "QĐ", DocumentType.MINUTES: "BB"}[self]


@unique
class Rank(Labelled):
    """The ranks of an outline from the highest to the lowest; the program counts, nobody writes numbers."""

    PART = "part", "Phần"
    CHAPTER = "chapter", "Chương"
    SECTION = "section", "Mục"
    ARTICLE = "article", "Điều"
    HEADING = "heading", "Đề mục I, II, III"
    CLAUSE = "clause", "Khoản 1, 2, 3"
    POINT = "point", "Điểm a, b, c, d, đ"
    DASH = "dash", "Gạch đầu dòng"

    @property
    def depth(self) -> int:
        """0 for the highest."""
        return list(Rank).index(self)


@record
class Passage:
    """A part of the document with what stands below it."""

    rank: Rank = described("Cấp", "part, chapter, section, article, heading, clause, point hoặc dash.")
    title: Line | None = described("Tiêu đề", "Tên của phần, chương, điều; in đậm.", max_length=300, default=None)
    text: Prose | None = described("Nội dung", "Lời văn, không ghi số thứ tự.", max_length=5000, default=None)
    passages: tuple[Passage, ...] = described("Cấp dưới", "Các khoản, điểm bên trong.", default=())


@record
class Meeting:
    """What minutes are of."""

    date: datetime.date = described("Ngày họp", "Ngày bắt đầu.")
    start: TimeOfDay = described("Giờ bắt đầu", "Giờ khai mạc.", example="8:00")
    end: TimeOfDay | None = described("Giờ kết thúc", "Giờ bế mạc.", default=None)
    place: Line = described("Địa điểm", "Nơi họp.")
    attending: tuple[Line, ...] = described("Thành phần tham dự", "Mỗi dòng một thành phần.", min_items=1)
    chair: Line = described("Chủ trì", "Họ tên, chức vụ người chủ trì.")
    secretary: Line = described("Thư ký", "Họ tên, chức vụ người ghi biên bản.")


@record
class Appendix:
    """What is joined to a document, on pages of its own."""

    title: Line = described("Tên phụ lục", "In hoa trên bản in.", max_length=300)
    text: Prose | None = described("Nội dung", "Lời văn, nếu có.", max_length=5000, default=None)
    tables: tuple[Table, ...] = described("Bảng", "Các bảng của phụ lục.", default=())


@record
class Document:
    """One document."""

    type: DocumentType = described("Loại văn bản", "notice, decision hoặc minutes.")
    title: Line = described(
        "Trích yếu", "Sau tên loại, chữ thường.", max_length=400, example="Về việc niêm yết công khai kết quả kiểm tra"
    )
    issuer: UnitRef = described("Cơ quan ban hành", "Mã cơ quan ban hành.")
    superior: Line | None = described("Cơ quan chủ quản", "Dòng in trên tên cơ quan ban hành, nếu có.", default=None)
    issuer_lines: tuple[Line, ...] = described(
        "Tên in trên văn bản", "Các dòng tên cơ quan; bỏ trống thì lấy từ tên cơ quan ban hành.", default=()
    )
    number: Line = described(
        "Số, ký hiệu", "Số dưới 10 có số 0 phía trước; không có dấu cách.", max_length=40, example="05/TB-UBND"
    )
    place: Line = described("Địa danh", "Nơi ghi trước ngày ban hành.", max_length=60)
    date: datetime.date = described("Ngày ban hành", "Ngày ký.")
    authority: Line | None = described(
        "Thẩm quyền ban hành",
        "Dòng in trên phần căn cứ của quyết định.",
        example="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
        default=None,
    )
    basis: tuple[Citation, ...] = described("Căn cứ", "Văn bản làm căn cứ ban hành.", default=())
    grounds: tuple[Line, ...] = described(
        "Căn cứ khác",
        "Văn bản của cơ quan, lời đề nghị; viết cả chữ Căn cứ hoặc Theo.",
        example="Theo đề nghị của Chánh Văn phòng HĐND và UBND xã",
        default=(),
    )
    meeting: Meeting | None = described("Cuộc họp", "Chỉ với biên bản.", default=None)
    preamble: Prose | None = described("Phần mở đầu", "Lời dẫn trước các mục.", max_length=3000, default=None)
    passages: tuple[Passage, ...] = described("Nội dung", "Các phần của văn bản.", min_items=1)
    recipients: tuple[Line, ...] = described(
        "Nơi nhận", "Từng dòng; dòng cuối là nơi lưu.", min_items=1, example="Lưu: VT"
    )
    signatories: tuple[Signatory, ...] = described(
        "Người ký", "Một người; biên bản có hai: thư ký trước, chủ trì sau.", min_items=1
    )
    appendices: tuple[Appendix, ...] = described("Phụ lục", "Kèm theo văn bản.", default=())
    files: tuple[FilePath, ...] = described("Tệp", "Bản ký trong content/files.", default=())
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
