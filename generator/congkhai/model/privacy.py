"""Personal data that must not enter by accident, and the places where somebody answers for it."""

from __future__ import annotations

from datetime import date
from enum import unique

from congkhai.model.scalars import Line, OfficialRef
from congkhai.model.spec import Labelled, Level, described, record


@unique
class PersonalKind(Labelled):
    """Kinds of personal data that the gate knows (Decree 356/2025/NĐ-CP, Articles 3 and 4)."""

    CITIZEN_NUMBER = "citizen_number", "số căn cước, số định danh cá nhân"
    OLD_NUMBER = "old_number", "số chứng minh nhân dân"
    PASSPORT = "passport", "số hộ chiếu"
    MOBILE = "mobile", "số điện thoại di động"
    EMAIL = "email", "hộp thư cá nhân"
    BANK_ACCOUNT = "bank_account", "số tài khoản ngân hàng"
    INSURANCE = "insurance", "số thẻ bảo hiểm y tế, mã số bảo hiểm xã hội"
    BIRTH_DATE = "birth_date", "ngày sinh đầy đủ"
    HEALTH = "health", "tình trạng sức khỏe của một người"
    POSITION = "position", "ảnh có tọa độ nơi chụp"


@record
class Waiver:
    """One place where personal data may stand: of which record or file, why, who answers for it, until when."""

    record: Line | None = described(
        "Bản ghi",
        "Loại và mã, ví dụ official/chu-tich.",
        pattern=r"[a-z_]+/[a-z0-9._-]+",
        example="official/chu-tich",
        default=None,
    )
    file: Line | None = described(
        "Tệp", "Đường dẫn trong kho, ví dụ content/files/bang.csv; dùng thay cho record.", default=None
    )
    field: Line | None = described("Trường", "Trường của bản ghi, ví dụ phone; bỏ trống là mọi trường.", default=None)
    kind: PersonalKind = described("Loại dữ liệu", "citizen_number, mobile, email, bank_account…")
    reason: Line = described("Lý do", "Vì sao được phép công khai: sự đồng ý, điều luật.")
    approved_by: OfficialRef = described("Người duyệt", "Mã cán bộ chịu trách nhiệm.")
    until: date = described("Đến ngày", "Ngày cuối cùng còn được phép; hết ngày đó phải xem lại.")


@record
class PrivacyBook:
    """The one record of `site_config/privacy.yml`."""

    waivers: tuple[Waiver, ...] = described(
        "Cho phép", "Mỗi mục là một chỗ được phép có dữ liệu cá nhân.", level=Level.OFFICE, default=()
    )
