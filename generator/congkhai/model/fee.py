"""Fees (phí) and charges (lệ phí), with what Law 97/2015/QH13, Article 14(1), wants shown."""

from __future__ import annotations

from enum import unique

from congkhai.model.calendar import Period
from congkhai.model.citation import Citation
from congkhai.model.money import Money
from congkhai.model.scalars import Line, Slug, UnitRef
from congkhai.model.spec import Labelled, described, record


@unique
class FeeKind(Labelled):
    """Phí pays for a service, lệ phí is a fixed amount for the work of the State (Law 97/2015, Article 3)."""

    FEE = "fee", "Phí"
    CHARGE = "charge", "Lệ phí"
    PRICE = "price", "Chi phí khác"


@unique
class PaymentMethod(Labelled):
    """How a fee can be paid."""

    CASH = "cash", "Tiền mặt"
    TRANSFER = "transfer", "Chuyển khoản"
    PORTAL = "portal", "Trực tuyến trên Cổng Dịch vụ công"
    CARD = "card", "Thẻ"


@record
class FeeRate:
    """One amount and the condition under which it is due."""

    condition: Line = described("Trường hợp", "Khi nào áp dụng mức này.", example="Nộp trực tiếp")
    amount: Money = described("Mức thu", "Số tiền nguyên, ví dụ 8000 hoặc “8.000 đồng”.", example="8000")
    per: Line | None = described(
        "Đơn vị tính", "Tính trên mỗi gì, ví dụ “bản”, “trường hợp”.", max_length=80, default=None
    )


@record
class Exemption:
    """Who pays less, or nothing."""

    who: Line = described("Đối tượng", "Người được miễn hoặc giảm.")
    level: Line = described("Mức", "“Miễn” hoặc mức giảm.", max_length=120)
    basis: Citation | None = described("Căn cứ", "Quy định về miễn, giảm.", default=None)


@record
class Fee:
    """One fee with all its rates."""

    name: Line = described("Tên", "Tên phí, lệ phí theo văn bản quy định.")
    kind: FeeKind = described("Loại", "fee (phí), charge (lệ phí) hoặc price (chi phí khác).")
    rates: tuple[FeeRate, ...] = described("Mức thu", "Các mức thu theo từng trường hợp.", min_items=1)
    payer: Line = described("Người nộp", "Đối tượng phải nộp.")
    methods: tuple[PaymentMethod, ...] = described("Cách nộp", "Phương thức thu.", min_items=1)
    basis: tuple[Citation, ...] = described("Căn cứ", "Văn bản quy định mức thu.", min_items=1)
    id: Slug | None = described("Mã", "Chỉ ghi khi khác tên tệp.", default=None)
    exemptions: tuple[Exemption, ...] = described("Miễn, giảm", "Đối tượng được miễn, giảm.", default=())
    collector: UnitRef | None = described("Nơi thu", "Cơ quan thu.", default=None)
    territory: Line | None = described("Địa bàn áp dụng", "Phạm vi áp dụng, nếu không phải toàn tỉnh.", default=None)
    validity: Period | None = described("Hiệu lực", "Thời gian áp dụng.", default=None)
    note: Line | None = described("Ghi chú", "Điều người nộp cần biết thêm.", default=None)
