"""A small commune with boards, and how its duties stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from congkhai.derive.duties.status import DutyStatus, statuses
from tests.site.records import office

_BOARD = {"address": "Số 1 đường Thử", "unit": "ubnd-xa"}
#: Boards of every place, and an act to cite.
PLACES: Mapping[str, Any] = {
    "content/boards/mot-cua.yml": {"name": "Bảng một cửa", "kind": "one_stop", **_BOARD},
    "content/boards/tiep-dan.yml": {"name": "Bảng tiếp dân", "kind": "reception", **_BOARD},
    "content/boards/ap-1.yml": {"name": "Nhà văn hóa ấp 1", "kind": "village", **_BOARD},
    "content/boards/ap-2.yml": {"name": "Nhà văn hóa ấp 2", "kind": "village", **_BOARD},
    "content/legal-acts/dan-chu.yml": {
        "symbol": "10/2022/QH15", "kind": "law", "issuer": "Quốc hội", "title": "Luật Thực hiện dân chủ ở cơ sở",
    },
}  # fmt: skip
LOUDSPEAKER = {"content/boards/loa.yml": {"name": "Loa", "kind": "loudspeaker", **_BOARD}}


def disclosure(article: str, clause: str | None = None, **more: Any) -> dict[str, Any]:
    """A disclosure of 2 November 2026, a Monday, public on the next day."""
    cited = {"act": "dan-chu", "article": article} | ({"clause": clause} if clause else {})
    return {
        "title": "Nội dung thử", "category": "other", "unit": "ubnd-xa", "document": "Quyết định 1",
        "summary": "Tóm tắt.", "document_date": "2026-11-02", "published": "2026-11-03", "basis": [cited], **more,
    }  # fmt: skip


def posting(number: int, kind: str, id_: str, boards: list[str], start: str, **more: Any) -> dict[str, Any]:
    return {
        "number": str(number), "year": "2026", "item": {"kind": kind, "id": id_}, "boards": boards, "start": start,
        "posted_by": "can-bo", **more,
    }  # fmt: skip


def budget(year: int, phase: str, published: str, **more: Any) -> dict[str, Any]:
    return {
        "title": "Biểu thử", "unit": "ubnd-xa", "regime": "province", "fiscal_year": str(year), "phase": phase,
        "amount_unit": "dong", "columns": [{"id": "so", "label": "Số"}], "published": published,
        "rows": [{"level": "0", "label": "Tổng", "values": ["1"]}], **more,
    }  # fmt: skip


def by_id(root: Path, records: Mapping[str, Any], day: date) -> dict[str, DutyStatus]:
    """Every duty of the small commune on a day."""
    return {status.source.id: status for status in statuses(office(root / "office", {**PLACES, **records}, day))}
