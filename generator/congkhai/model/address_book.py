"""Addresses that records had before: a published address never dies."""

from __future__ import annotations

from datetime import date

from congkhai.model.scalars import Line
from congkhai.model.spec import described, record

#: No part begins with a dot: it would lead out of the site, or hide.
_ADDRESS = r"[a-z0-9_-][a-z0-9._-]*(?:/[a-z0-9_-][a-z0-9._-]*)*/"


@record
class Move:
    """An address that a record left, for another or for good."""

    old: Line = described(
        "Địa chỉ cũ", "Không có tên miền, kết thúc bằng dấu /.", pattern=_ADDRESS, example="thu-tuc/1.000001/"
    )
    new: Line | None = described(
        "Địa chỉ mới", "Bỏ trống nếu nội dung đã bỏ hẳn.", pattern=_ADDRESS, example="thu-tuc/1.000002/", default=None
    )
    day: date = described("Ngày", "Ngày thay đổi.")
    reason: Line = described("Lý do", "Một câu cho người dân biết vì sao.", max_length=300)


@record
class AddressBook:
    """The one record of `site_config/moved.yml`."""

    moves: tuple[Move, ...] = described("Địa chỉ đã đổi", "Mỗi mục là một trang đã đổi địa chỉ hoặc đã bỏ.", default=())
