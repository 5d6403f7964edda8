"""Records parsed from the portal's document export: tables as tables, the rest as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from congkhai.intake.acts import ActRow
from congkhai.intake.cleaning import line
from congkhai.intake.nothing import said
from congkhai.intake.procedures.counts import read_counts, without_counts
from congkhai.intake.procedures.foreign import CaseRow, ChannelRow, Foreign, PaperRow
from congkhai.intake.procedures.values import part_at, rows_at, strangers, text_at

_NEXT_RESULT = re.compile(r"(?<=[.)])\s*,\s+(?=[A-ZĐ])|\n+")

_HOLDERS = frozenset(("metadata", "content", "tables", "hinh_thuc_nop", "thanh_phan_ho_so", "can_cu_phap_ly"))
#: Every key that is read here; what stands under others is kept as a note.
_KNOWN = frozenset(
    [
        "thu_tuc_id",
        "source_file",
        "metadata",
        "content",
        "tables",
        "mã_thủ_tục",
        "tên_thủ_tục",
        "số_quyết_định",
        "cấp_thực_hiện",
        "loại_thủ_tục",
        "lĩnh_vực",
        "trình_tự_thực_hiện",
        "cách_thức_thực_hiện",
        "đối_tượng_thực_hiện",
        "cơ_quan_thực_hiện",
        "cơ_quan_có_thẩm_quyền",
        "cơ_quan_được_ủy_quyền",
        "cơ_quan_phối_hợp",
        "địa_chỉ_tiếp_nhận_hs",
        "kết_quả_thực_hiện",
        "yêu_cầu_điều_kiện_thực_hiện",
        "từ_khóa",
        "mô_tả",
        "hinh_thuc_nop",
        "thanh_phan_ho_so",
        "can_cu_phap_ly",
        "hinh_thuc",
        "thoi_han_giai_quyet",
        "phi_le_phi",
        "mo_ta",
        "ten_giay_to",
        "so_luong",
        "ghi_chu",
        "truong_hop",
        "so_ky_hieu",
        "trich_yeu",
        "ngay_ban_hanh",
        "co_quan_ban_hanh",
    ]
)


def is_parsed(record: Mapping[str, object]) -> bool:
    """Say whether the keys are those of a parsed export."""
    return isinstance(record.get("metadata"), dict) and isinstance(record.get("tables"), dict)


def read_parsed(record: Mapping[str, Any]) -> Foreign:
    """Take one record of a parsed export apart."""
    about, content, tables = part_at(record, "metadata"), part_at(record, "content"), part_at(record, "tables")
    code = text_at(about, "mã_thủ_tục") or text_at(record, "thu_tuc_id")
    return Foreign(
        code=code,
        name=text_at(about, "tên_thủ_tục"),
        field=text_at(about, "lĩnh_vực"),
        levels=text_at(about, "cấp_thực_hiện"),
        audience=text_at(content, "đối_tượng_thực_hiện"),
        steps=text_at(content, "trình_tự_thực_hiện"),
        executing=text_at(content, "cơ_quan_thực_hiện"),
        deciding=text_at(content, "cơ_quan_có_thẩm_quyền"),
        authorised=text_at(content, "cơ_quan_được_ủy_quyền"),
        coordinating=text_at(content, "cơ_quan_phối_hợp"),
        results=tuple(line(part) for part in _NEXT_RESULT.split(text_at(content, "kết_quả_thực_hiện")) if said(part)),
        conditions=text_at(content, "yêu_cầu_điều_kiện_thực_hiện"),
        announced=text_at(about, "số_quyết_định"),
        channels=tuple(
            ChannelRow(
                text_at(r, "hinh_thuc"),
                text_at(r, "thoi_han_giai_quyet"),
                text_at(r, "phi_le_phi"),
                text_at(r, "mo_ta"),
            )
            for r in rows_at(tables, "hinh_thuc_nop")
        ),
        cases=_cases(rows_at(tables, "thanh_phan_ho_so")),
        acts=tuple(
            ActRow(
                text_at(r, "trich_yeu"),
                text_at(r, "so_ky_hieu"),
                text_at(r, "ngay_ban_hanh"),
                text_at(r, "co_quan_ban_hanh"),
            )
            for r in rows_at(tables, "can_cu_phap_ly")
        ),
        keywords=text_at(content, "từ_khóa"),
        extras=(
            ("kind", text_at(about, "loại_thủ_tục")),
            ("address", text_at(content, "địa_chỉ_tiếp_nhận_hs")),
            ("summary", text_at(content, "mô_tả")),
            ("channels_text", text_at(content, "cách_thức_thực_hiện")),
            ("source", text_at(record, "source_file")),
        ),
        strangers=tuple(strangers(record, _KNOWN, _HOLDERS)),
    )


def _cases(rows: Iterable[Mapping[str, Any]]) -> tuple[CaseRow, ...]:
    """All papers under one heading, or under the headings that the rows name."""
    groups: dict[str, list[PaperRow]] = {}
    for row in rows:
        said = [part for key in ("ghi_chu", "so_luong") for part in text_at(row, key).split("\n") if part.strip()]
        originals, copies = read_counts("\n".join(said)) or (None, None)
        form = "\n".join(rest for part in said if (rest := without_counts(part) if read_counts(part) else part))
        heading = line(text_at(row, "truong_hop"))
        groups.setdefault(heading, []).append(PaperRow(text_at(row, "ten_giay_to"), originals, copies, form.strip()))
    return tuple(CaseRow(name, tuple(papers)) for name, papers in groups.items())
