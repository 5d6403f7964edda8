"""A list of persons that hangs on paper: what the repository may know of it."""

from __future__ import annotations

from congkhai.model.scalars import BoardRef, Line
from congkhai.model.spec import Level, described, record


@record
class PersonList:
    """Where a list comes from and where it hangs. Its rows never stand in the repository, on a page, or in a cache."""

    file: Line = described(
        "Tệp danh sách",
        "Tên tệp CSV trong thư mục danh sách của cơ quan, ngoài kho dữ liệu này.",
        level=Level.OFFICE,
        pattern=r"[a-z0-9][a-z0-9_-]*\.csv",
        max_length=120,
        example="ho-ngheo-2026.csv",
    )
    digest: Line = described(
        "Mã băm",
        "SHA-256 của tệp: 64 chữ số và chữ a–f; bản in chỉ được tạo từ đúng tệp này.",
        pattern=r"[0-9a-f]{64}",
        max_length=64,
    )
    columns: tuple[Line, ...] = described(
        "Các cột được in", "Tên cột như ở dòng đầu của tệp; cột không nêu ở đây không được in.", min_items=1
    )
    places: tuple[BoardRef, ...] = described("Nơi treo", "Mã các bảng tin treo danh sách.", min_items=1)
