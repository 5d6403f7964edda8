"""Items that the law orders to be made public."""

from __future__ import annotations

from datetime import date
from enum import unique

from congkhai.model.citation import Citation
from congkhai.model.person_list import PersonList
from congkhai.model.scalars import DutyRef, FilePath, Line, Prose, Slug, UnitRef
from congkhai.model.spec import Labelled, described, record
from congkhai.model.table import Table


@unique
class DisclosureCategory(Labelled):
    """The fourteen contents of Law 10/2022/QH15, Article 11, in its order."""

    SOCIO_ECONOMIC = "socio_economic", "Kế hoạch phát triển kinh tế - xã hội"
    BUDGET = "budget", "Ngân sách, tài chính"
    PROJECTS_LAND = "projects_land", "Dự án, đất đai, quy hoạch"
    STAFF = "staff", "Nhiệm vụ, quyền hạn của cán bộ, công chức"
    FUNDS = "funds", "Quỹ, khoản đóng góp, tài trợ"
    ASSETS = "assets", "Tài sản công"
    SOCIAL_SUPPORT = "social_support", "Chính sách hỗ trợ, an sinh xã hội"
    RELIEF = "relief", "Cứu trợ, phòng chống thiên tai, dịch bệnh"
    MILITARY = "military", "Nghĩa vụ quân sự"
    INTEGRITY = "integrity", "Thanh tra, kiểm tra, kỷ luật"
    CONSULTATION = "consultation", "Lấy ý kiến Nhân dân"
    FEES = "fees", "Phí, lệ phí, nghĩa vụ tài chính"
    PROCEDURES = "procedures", "Thủ tục hành chính"
    OTHER = "other", "Nội dung khác"


@unique
class Readers(Labelled):
    """For whom an item may be put up."""

    EVERYBODY = "everybody", "Mọi người"
    VILLAGE = "village", "Người dân trên địa bàn"
    STAFF = "staff", "Cán bộ, công chức trong cơ quan"


@unique
class PersonalData(Labelled):
    """How much personal data the document itself holds; lists of persons never stand in the repository."""

    NONE = "none", "Không có dữ liệu cá nhân"
    OFFICIAL = "official", "Họ tên, chức vụ người thi hành công vụ"
    BASIC = "basic", "Dữ liệu cá nhân cơ bản"
    SENSITIVE = "sensitive", "Dữ liệu cá nhân nhạy cảm"


@record
class Disclosure:
    """One item made public: what it is, on what document it rests, and until when."""

    title: Line = described("Tên nội dung", "Nội dung công khai.", max_length=300)
    category: DisclosureCategory = described("Nhóm nội dung", "Theo Điều 11 Luật Thực hiện dân chủ ở cơ sở.")
    unit: UnitRef = described("Cơ quan công khai", "Cơ quan chịu trách nhiệm.")
    document: Line = described("Văn bản", "Số, ký hiệu, ngày của văn bản được công khai.")
    document_date: date = described(
        "Ngày văn bản", "Ngày ban hành; từ ngày này tính hạn công khai, trừ khi có counted_from."
    )
    counted_from: date | None = described(
        "Ngày làm căn cứ tính hạn",
        "Ghi khi hạn không tính từ ngày văn bản: ngày hết kỳ, ngày hết đợt vận động, ngày nhận văn bản, hồ sơ.",
        default=None,
    )
    published: date = described("Ngày công khai", "Ngày bắt đầu công khai.")
    until: date | None = described(
        "Công khai đến", "Ngày cuối cùng công khai; bỏ trống nếu thường xuyên.", default=None
    )
    summary: Prose = described("Tóm tắt", "Điều người dân cần biết.", max_length=6000)
    tables: tuple[Table, ...] = described("Bảng", "Số liệu, danh mục xếp thành bảng; không ghi tên người.", default=())
    readers: Readers = described("Ai được xem", "everybody, village hoặc staff.", default=Readers.EVERYBODY)
    personal_data: PersonalData = described(
        "Dữ liệu cá nhân", "none, official, basic hoặc sensitive.", default=PersonalData.NONE
    )
    persons: int | None = described(
        "Số người trong danh sách", "Danh sách không lưu trong kho dữ liệu này.", default=None, least=0, most=1_000_000
    )
    list: PersonList | None = described(
        "Danh sách", "Danh sách người: chỉ in trên giấy, tệp nằm ngoài kho dữ liệu.", default=None
    )
    basis: tuple[Citation, ...] = described("Căn cứ", "Điều luật yêu cầu công khai.", min_items=1)
    duties: tuple[DutyRef, ...] = described(
        "Nghĩa vụ",
        "Mã nghĩa vụ mà nội dung này thực hiện, khi điều luật ở mục Căn cứ chưa đủ để nhận ra.",
        default=(),
    )
    files: tuple[FilePath, ...] = described("Tệp", "Tệp trong content/files.", default=())
    contact: Line | None = described("Nơi nhận ý kiến", "Người phụ trách, điện thoại.", default=None)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
