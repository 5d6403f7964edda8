"""What one office adds to a procedure, or to all procedures of a field: the local facts."""

from __future__ import annotations

from congkhai.model.scalars import FieldRef, Line, OfficialRef, ProcedureRef, Slug, UnitRef
from congkhai.model.spec import described, record


@record
class Service:
    """Local facts of a field or, more exactly, of one procedure; the more exact record wins fact by fact."""

    field: FieldRef | None = described("Lĩnh vực", "Áp dụng cho mọi thủ tục của lĩnh vực này.", default=None)
    procedure: ProcedureRef | None = described("Thủ tục", "Chỉ áp dụng cho thủ tục này.", default=None)
    office: UnitRef | None = described("Cơ quan", "Mã cơ quan; bỏ trống là cơ quan chủ quản trang.", default=None)
    counter: Line | None = described("Quầy tiếp nhận", "Tên hoặc số quầy.", example="Quầy số 2", default=None)
    address: Line | None = described("Nơi nộp hồ sơ", "Địa chỉ, tầng, phòng.", default=None)
    unit: UnitRef | None = described("Bộ phận giải quyết", "Đơn vị trực tiếp giải quyết.", default=None)
    receiving: tuple[OfficialRef, ...] = described(
        "Người tiếp nhận", "Công chức nhận hồ sơ và trả kết quả.", default=()
    )
    complaints: OfficialRef | None = described(
        "Người giải quyết khiếu nại",
        "Người có thẩm quyền giải quyết khiếu nại về thủ tục này.",
        default=None,
    )
    note: Line | None = described(
        "Lưu ý tại địa phương", "Điều người dân cần biết khi làm tại đây.", max_length=1000, default=None
    )
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
