"""Records as scraped from the pages of the national portal: named fields, and the whole text of the page.

The named fields were cut out of the page at headings, and a heading that also occurs in a sentence cut them wrongly;
the order of the headings on the page is fixed, so the page itself is taken apart again wherever it is there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from congkhai.intake.cleaning import clean, line
from congkhai.intake.nothing import said, unsaid
from congkhai.intake.procedures import flat
from congkhai.intake.procedures.foreign import Foreign
from congkhai.intake.procedures.values import strangers

#: The heads of the page's parts in their order: (name, the heading, whether the last occurrence is the heading).
_PARTS = (
    ("steps", re.compile(r"Trình Tự Thực Hiện\s*"), False),
    ("channels", re.compile(r"Cách Thức Thực Hiện\s*"), False),
    ("cases", re.compile(r"(?<=\S)Thành [Pp]hần [Hh]ồ [Ss]ơ(?=\S)|\nThành [Pp]hần [Hh]ồ [Ss]ơ\s*"), False),
    ("acts", re.compile(r"Căn cứ pháp lý(?=Tên văn bản pháp lý|Không có thông tin|\s*Cơ quan thực hiện)"), False),
    ("executing", re.compile(r"Cơ quan thực hiện(?=\S)"), False),
    ("conditions", re.compile(r"Yêu cầu, điều kiện thực hiện"), False),
    ("results", re.compile(r"Kết quả xử lý"), True),
    ("keywords", re.compile(r"Từ khóa(?=\S)"), True),
    ("summary", re.compile(r"Mô tả(?=\S|$)"), True),
    ("end", re.compile(r"Chọn cơ quan thực hiện|Nộp hồ sơ$"), False),
)
_FIELDS = {
    "steps": "trinh_tu_thuc_hien",
    "channels": "cach_thuc_thuc_hien",
    "cases": "thanh_phan_ho_so",
    "acts": "can_cu_phap_ly",
    "executing": "co_quan_thuc_hien",
    "conditions": "yeu_cau_dieu_kien",
    "results": "ket_qua_xu_ly",
}


#: Every key that is read here; what stands under others is kept as a note.
_KNOWN = frozenset(_FIELDS.values()) | frozenset(
    [
        "ma_thu_tuc",
        "detail_url",
        "formality_id",
        "ten_thu_tuc",
        "so_quyet_dinh",
        "cap_thuc_hien",
        "loai_thu_tuc",
        "linh_vuc",
        "doi_tuong_thuc_hien",
        "co_quan_co_tham_quyen",
        "dia_chi_tiep_nhan",
        "co_quan_duoc_uy_quyen",
        "co_quan_phoi_hop",
        "thu_tuc_lien_quan",
        "raw_text",
    ]
)


def is_raw(record: Mapping[str, object]) -> bool:
    """Say whether the keys are those of a scraped page."""
    return "ma_thu_tuc" in record and ("cach_thuc_thuc_hien" in record or "raw_text" in record)


def read_raw(record: Mapping[str, str]) -> Foreign:
    """Take one scraped record apart."""
    parts = {name: clean(record.get(field, "")) for name, field in _FIELDS.items()}
    page = clean(record.get("raw_text", ""))
    parts |= (sections := _sections(page))
    channels, before = flat.channels(parts["channels"])
    cases, lost_papers = flat.cases(parts["cases"])
    acts, lost_acts = flat.acts(parts["acts"])
    conditions, _, _ = parts["conditions"].partition("Từ khóaKhông có thông tinMô tả")
    results = flat.results(_before_chrome(parts["results"]))
    lost = [("channels", before), ("cases", lost_papers), ("basis", lost_acts)]
    lost += _beside(record, page) if sections else []
    return Foreign(
        code=record.get("ma_thu_tuc", ""),
        name=record.get("ten_thu_tuc", ""),
        field=record.get("linh_vuc", ""),
        levels=record.get("cap_thuc_hien", ""),
        audience=record.get("doi_tuong_thuc_hien", ""),
        steps=parts["steps"],
        executing=parts["executing"],
        deciding=record.get("co_quan_co_tham_quyen", ""),
        authorised=record.get("co_quan_duoc_uy_quyen", ""),
        coordinating=record.get("co_quan_phoi_hop", ""),
        results=tuple(line(name) for name, _ in results if said(name)),
        conditions=conditions,
        announced=record.get("so_quyet_dinh", ""),
        channels=channels,
        cases=cases,
        acts=acts,
        keywords=parts.get("keywords", ""),
        related=record.get("thu_tuc_lien_quan", ""),
        extras=(
            ("kind", record.get("loai_thu_tuc", "")),
            ("address", record.get("dia_chi_tiep_nhan", "")),
            ("summary", parts.get("summary", "")),
            ("result_codes", "; ".join(f"{line(name)}: {code}" for name, code in results if code)),
            ("source", record.get("detail_url", "")),
        ),
        leftovers=tuple((part, text) for part, text in lost if not unsaid(text)),
        strangers=tuple(strangers(record, _KNOWN, frozenset())),
    )


def _beside(record: Mapping[str, str], page: str) -> list[tuple[str, str]]:
    """Fields whose text does not stand on the page that was read in their place."""
    whole = line(page)
    return [
        ({"acts": "basis", "results": "result"}.get(part, part), text)
        for part, field in _FIELDS.items()
        if (text := clean(record.get(field, ""))) and text not in page and line(_before_chrome(text)) not in whole
    ]


def _sections(text: str) -> dict[str, str]:
    """The parts of a page by name; empty where the page is not there or lacks a heading that all pages have."""
    if not text:
        return {}
    places: list[tuple[str, int, int]] = []
    position = 0
    for name, heading, last in _PARTS:
        found = list(heading.finditer(text, position))
        if found:
            match = found[-1] if last else found[0]
            places.append((name, match.start(), match.end()))
            position = match.end()
    names = {name for name, _, _ in places}
    if not {"steps", "channels", "cases", "acts"} <= names:
        return {}
    places.append(("", len(text), len(text)))
    return {name: text[end : places[n + 1][1]].strip() for n, (name, _, end) in enumerate(places[:-1]) if name != "end"}


def _before_chrome(text: str) -> str:
    """Results without what the page has below them, where the record has no text of the whole page."""
    return re.split(r"Từ khóa(?=\S).*?Mô tả|Chọn cơ quan thực hiện", text, maxsplit=1, flags=re.DOTALL)[0]
