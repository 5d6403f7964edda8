"""What one office adds to a procedure, or to all procedures of a field: the local facts."""

from __future__ import annotations

from congkhai.model.scalars import FieldRef, Line, OfficialRef, ProcedureRef, Slug, UnitRef
from congkhai.model.spec import described, record


@record
class Service:
    """Local facts of a field or, more exactly, of one procedure; the more exact record wins fact by fact."""

    field: FieldRef | None = described("Lĩnh vực", "Áp dụng cho mọi thủ tục của lĩnh vực này.")
    procedure: ProcedureRef | None = described("Thủ tục", "Chỉ áp dụng cho thủ tục này.")
    office: UnitRef | None = described("Cơ quan", "Mã cơ quan; bỏ trống là cơ quan chủ quản trang.")
    counter: Line | None = described("Quầy tiếp nhận", "Tên hoặc số quầy.", example="Quầy số 2")
    address: Line | None = described("Nơi nộp hồ sơ", "Địa chỉ, tầng, phòng.")
    unit: UnitRef | None = described("Bộ phận giải quyết", "Đơn vị trực tiếp giải quyết.")
    receiving: tuple[OfficialRef, ...] = described("Người tiếp nhận", "Công chức nhận hồ sơ và trả kết quả.")
    complaints: OfficialRef | None = described(
        "Người giải quyết khiếu nại", "Người có thẩm quyền giải quyết khiếu nại về thủ tục này."
    )
    note: Line | None = described("Lưu ý tại địa phương", "Điều người dân cần biết khi làm tại đây.", max_length=1000)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.")
