"""Pages of the posting register: what was withdrawn stays, struck through; what may not be named names nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from congkhai.derive.publication import withheld_files
from congkhai.render.site.makers import boards, postings
from tests.site.records import Made, make, office

DAY = date(2026, 11, 22)
SHA = "ab" * 32


def posting(number: int, **given: object) -> dict[str, Any]:
    values: dict[str, Any] = {"number": str(number), "year": "2026", "item": {"kind": "field", "id": "ho-tich"},
                              "boards": ["tru-so"], "start": "2026-11-01", "posted_by": "can-bo"}  # fmt: skip
    return {**values, **given}


def disclosure(**given: object) -> dict[str, Any]:
    values = {"title": "Danh sách riêng", "category": "other", "unit": "ubnd-xa", "document": "1/TB-UBND",
              "document_date": "2026-10-30", "published": "2026-11-01", "summary": "Tóm tắt.",
              "basis": [{"act": "luat-ho-tich"}]}  # fmt: skip
    return {**values, **given}


def made(root: Path, **records: Any) -> Made:
    of = office(root / "office", {path.replace("__", "/") + ".yml": record for path, record in records.items()}, DAY)
    return make(of, (postings.pages, boards.pages))


def test_what_was_withdrawn_is_struck_through_and_still_there(tmp_path: Path):
    withdrawn = {"day": "2026-11-10", "reason": "Nhầm mức phí", "by": "chu-tich"}
    pages = made(tmp_path, content__postings__1=posting(1, id="2026-1", days="30", withdrawn=withdrawn))
    page, register = pages.html("niem-yet/2026-1/"), pages.html("niem-yet/")
    assert "<del>" in page
    assert "<del>Hộ tịch</del>" in register
    assert "Nhầm mức phí" in pages.text("niem-yet/2026-1/")
    assert "10/11/2026" in register  # until it was withdrawn, not until it would have ended
    assert "Hộ tịch" not in pages.text("bang-tin/tru-so/")


def test_the_life_of_a_posting_is_told(tmp_path: Path):
    record = posting(
        1,
        id="2026-1",
        days="30",
        version="7k3mq-0dtxa",
        files=[{"file": "in/linh-vuc/ho-tich.pdf", "sha256": SHA}],
        extensions=[
            {"until": "2026-12-20", "reason": "Chờ kết quả", "decided": "2026-11-20", "decided_by": "chu-tich"}
        ],
        interruptions=[{"start": "2026-11-05", "end": "2026-11-06", "reason": "Bị xé", "boards": ["tru-so"]}],
    )
    pages = made(tmp_path, content__postings__1=record)
    text = pages.text("niem-yet/2026-1/")
    for words in ("Gián đoạn từ 05/11/2026 đến hết 06/11/2026", "Bị xé", "Gia hạn đến hết 20/12/2026", "Chờ kết quả",
                  "Kéo dài thêm", "7k3mq-0dtxa", SHA, "Ngày cuối cùng phải treo"):  # fmt: skip
        assert words in text
    order = [text.index(day) for day in ("Dán lên bảng", "Gián đoạn từ", "Gia hạn đến", "Ngày cuối cùng phải treo")]
    assert order == sorted(order)


def test_a_board_tells_when_it_could_not_be_read_and_what_is_to_be_done(tmp_path: Path):
    board = {"name": "Bảng", "kind": "seat", "address": "Số 1", "unit": "ubnd-xa",
             "outages": [{"start": "2026-11-03", "end": "2026-11-04", "reason": "Ngập"}]}  # fmt: skip
    pages = made(tmp_path, content__boards__tru_so={**board, "id": "cu"}, content__postings__1=posting(
        1, id="2026-1", days="5", boards=["cu"]))  # fmt: skip
    text = pages.text("bang-tin/cu/")
    assert "Ngập" in text
    assert "Gỡ xuống" in text
    assert "1 việc" in pages.text("bang-tin/")


def test_an_end_that_still_moves_is_told_as_such(tmp_path: Path):
    torn = [{"start": "2026-11-20", "reason": "Bị xé"}]
    pages = made(tmp_path, content__postings__1=posting(1, id="2026-1", days="30", interruptions=torn))
    text = pages.text("niem-yet/2026-1/")
    assert "Đang gián đoạn" in text
    assert "còn lùi tiếp khi chưa hết gián đoạn" in text
    assert "Gián đoạn từ 20/11/2026, chưa khắc phục" in text


def test_papers_of_what_may_not_be_named_stay_inside(tmp_path: Path):
    record = posting(1, id="2026-1", item={"kind": "disclosure", "id": "rieng"}, minutes="bien-ban/1.pdf", days="30")
    pages = made(tmp_path, content__disclosures__rieng=disclosure(readers="staff"), content__postings__1=record)
    assert "Danh sách riêng" not in pages.everything()
    assert "bien-ban/1.pdf" not in pages.everything()
    assert withheld_files(pages.office) == {"bien-ban/1.pdf"}
    open_to_all = made(tmp_path / "b", content__disclosures__rieng=disclosure(), content__postings__1=record)
    assert "bien-ban/1.pdf" in open_to_all.everything()
    assert withheld_files(open_to_all.office) == frozenset()
