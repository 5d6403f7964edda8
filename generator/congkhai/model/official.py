"""People in office, as far as the law makes them public."""

from __future__ import annotations

from enum import unique

from congkhai.model.calendar import Period
from congkhai.model.scalars import Email, FilePath, Line, OfficialRef, Phone, Slug, UnitRef
from congkhai.model.spec import Labelled, Level, described, record


@unique
class Role(Labelled):
    """The rank by which lists are ordered."""

    CHAIR = "chair", "Người đứng đầu"
    VICE_CHAIR = "vice_chair", "Cấp phó"
    HEAD = "head", "Trưởng bộ phận"
    STAFF = "staff", "Công chức, viên chức"


@record
class Delegation:
    """Work that one official hands to another for a time."""

    to: OfficialRef = described("Giao cho", "Mã cán bộ nhận ủy quyền.")
    scope: Line = described("Phạm vi", "Việc được ủy quyền.")
    period: Period | None = described("Thời hạn", "Thời gian ủy quyền.", default=None)
    document: Line | None = described("Văn bản", "Số, ngày của văn bản ủy quyền.", default=None)


@record
class Official:
    """A person who holds a post."""

    name: Line = described("Họ và tên", "Viết đủ họ, tên đệm và tên, không kèm học hàm, học vị.", max_length=80)
    title: Line = described("Chức vụ", "Chức vụ hoặc chức danh đang giữ.", example="Chủ tịch Ủy ban nhân dân xã")
    unit: UnitRef = described("Đơn vị", "Mã cơ quan, đơn vị công tác.")
    role: Role = described("Vị trí", "chair, vice_chair, head hoặc staff.")
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
    duties: tuple[Line, ...] = described("Nhiệm vụ", "Lĩnh vực, công việc được phân công.", default=())
    phone: Phone | None = described("Điện thoại cơ quan", "Chỉ ghi số điện thoại công vụ.", default=None)
    email: Email | None = described("Thư điện tử", "Hộp thư công vụ.", default=None)
    term: Period | None = described("Nhiệm kỳ", "Ngày bắt đầu và ngày kết thúc giữ chức vụ.", default=None)
    delegations: tuple[Delegation, ...] = described("Ủy quyền", "Việc ủy quyền đang có hiệu lực.", default=())
    photo: FilePath | None = described("Ảnh", "Ảnh chân dung, khi người trong ảnh đồng ý.", default=None)
    private_phone: Phone | None = described(
        "Điện thoại riêng",
        "Chỉ lưu nội bộ, không bao giờ đưa lên trang.",
        level=Level.OFFICE,
        default=None,
    )
