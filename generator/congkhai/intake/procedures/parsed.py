"""Records parsed from the portal's document export: tables as tables, the rest as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from congkhai.intake.acts import ActRow
from congkhai.intake.cleaning import clean, line
from congkhai.intake.procedures.counts import read_counts
from congkhai.intake.procedures.foreign import CaseRow, ChannelRow, Foreign, PaperRow
from congkhai.intake.procedures.nothing import said

_NEXT_RESULT = re.compile(r"(?<=[.)])\s*,\s+(?=[A-ZĐ])|\n+")


def is_parsed(record: Mapping[str, object]) -> bool:
    """Say whether the keys are those of a parsed export."""
    return isinstance(record.get("metadata"), dict) and isinstance(record.get("tables"), dict)


def read_parsed(record: Mapping[str, Any]) -> Foreign:
    """Take one record of a parsed export apart."""
    about, content, tables = record["metadata"], record.get("content") or {}, record["tables"]
    code = _text(about, "mã_thủ_tục") or _text(record, "thu_tuc_id")
    return Foreign(
        code=code,
        name=_text(about, "tên_thủ_tục"),
        field=_text(about, "lĩnh_vực"),
        levels=_text(about, "cấp_thực_hiện"),
        audience=_text(content, "đối_tượng_thực_hiện"),
        steps=_text(content, "trình_tự_thực_hiện"),
        executing=_text(content, "cơ_quan_thực_hiện"),
        deciding=_text(content, "cơ_quan_có_thẩm_quyền"),
        authorised=_text(content, "cơ_quan_được_ủy_quyền"),
        coordinating=_text(content, "cơ_quan_phối_hợp"),
        results=tuple(line(part) for part in _NEXT_RESULT.split(_text(content, "kết_quả_thực_hiện")) if said(part)),
        conditions=_text(content, "yêu_cầu_điều_kiện_thực_hiện"),
        announced=_text(about, "số_quyết_định"),
        channels=tuple(
            ChannelRow(
                _text(r, "hinh_thuc"), _text(r, "thoi_han_giai_quyet"), _text(r, "phi_le_phi"), _text(r, "mo_ta")
            )
            for r in _rows(tables, "hinh_thuc_nop")
        ),
        cases=_cases(_rows(tables, "thanh_phan_ho_so")),
        acts=tuple(
            ActRow(
                _text(r, "trich_yeu"), _text(r, "so_ky_hieu"), _text(r, "ngay_ban_hanh"), _text(r, "co_quan_ban_hanh")
            )
            for r in _rows(tables, "can_cu_phap_ly")
        ),
        keywords=_text(content, "từ_khóa"),
        extras=(
            ("kind", _text(about, "loại_thủ_tục")),
            ("address", _text(content, "địa_chỉ_tiếp_nhận_hs")),
            ("summary", _text(content, "mô_tả")),
            ("channels_text", _text(content, "cách_thức_thực_hiện")),
            ("source", _text(record, "source_file")),
        ),
    )


def _cases(rows: Iterable[Mapping[str, Any]]) -> tuple[CaseRow, ...]:
    """All papers under one heading, or under the headings that the rows name."""
    groups: dict[str, list[PaperRow]] = {}
    for row in rows:
        said = [part for key in ("ghi_chu", "so_luong") for part in _text(row, key).split("\n") if part.strip()]
        originals, copies = read_counts("\n".join(said)) or (None, None)
        form = "\n".join(part for part in said if read_counts(part) is None)
        heading = line(_text(row, "truong_hop"))
        groups.setdefault(heading, []).append(PaperRow(_text(row, "ten_giay_to"), originals, copies, form.strip()))
    return tuple(CaseRow(name, tuple(papers)) for name, papers in groups.items())


def _rows(tables: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    rows = tables.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    return clean(value) if isinstance(value, str) else ""
