"""The papers of a posting say what the register knows, and leave open what only those on the spot can tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from congkhai.derive.office import Office
from congkhai.derive.round import rounds
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.render.notices.round import round_notice
from tests.notices import verapdf
from tests.notices.samples import reader, squeezed
from tests.site.records import office

DAY = date(2026, 11, 22)
SHA = "0123456789abcdef" * 4
FIELD = {"kind": "field", "id": "ho-tich"}
BOARD = {"name": "Bảng trụ sở", "kind": "seat", "address": "Số 1 đường Thử", "unit": "ubnd-xa", "keeper": "can-bo",
         "outages": [{"start": "2026-10-05", "end": "2026-10-06", "reason": "Bão"}]}  # fmt: skip


def posting(**given: object) -> dict[str, Any]:
    values: dict[str, Any] = {"number": "1", "year": "2026", "item": FIELD, "boards": ["tru-so"], "days": "30",
                              "start": "2026-10-01", "posted_by": "can-bo",
                              "files": [{"file": "in/linh-vuc/ho-tich.pdf", "sha256": SHA}]}  # fmt: skip
    return {**values, **given}


def laid_out(root: Path, record: dict[str, Any], day: date = DAY) -> Office:
    return office(root / "office", {"content/postings/2026-1.yml": record, "content/boards/tru-so.yml": BOARD}, day)


def papers(of: Office) -> dict[str, Notice]:
    found = notices(of, lambda key: key.kind == "posting")
    return {one.name.kind: one for one in found if isinstance(one, Notice)}


def words(press: Press, notice: Notice) -> str:
    made = press.print(notice)
    assert isinstance(made, bytes), made
    return squeezed("".join(page.extract_text() for page in reader(made).pages))


def test_a_certificate_gives_number_period_interruptions_and_digest(press: Press, tmp_path: Path):
    of = laid_out(tmp_path, posting(taken_down="2026-11-03", taken_down_by="can-bo"))
    text = words(press, papers(of)["posting_certificate"])
    for part in ("1/2026", "ngày 01 tháng 10 năm 2026", "ngày 03 tháng 11 năm 2026", "05/10/2026–06/10/2026", SHA,
                 "Trần Thị Nghiệm", "Nguyễn Văn Thử"):  # fmt: skip
        assert squeezed(part) in text
    facts: Any = papers(of)["posting_certificate"].facts
    assert [place["days"] for place in facts["places"]] == [31]  # 33 days after the first, less the two of the storm


def test_a_certificate_of_what_was_withdrawn_says_why(press: Press, tmp_path: Path):
    withdrawn = {"day": "2026-10-09", "reason": "Sai mức phí", "by": "chu-tich"}
    text = words(press, papers(laid_out(tmp_path, posting(withdrawn=withdrawn)))["posting_certificate"])
    assert squeezed("Đã rút trước hạn vì: Sai mức phí") in text


DOWN = posting(taken_down="2026-11-03", taken_down_by="can-bo")


@pytest.mark.parametrize(
    ("record", "day", "kinds"),
    [
        (posting(), date(2026, 10, 5), {"posting_notice", "posting_begin", "posting_end"}),
        (posting(days=None), date(2026, 10, 5), {"posting_notice", "posting_begin"}),
        (
            DOWN,
            DAY,
            {"posting_notice", "posting_end", "posting_certificate"},
        ),
        (
            DOWN,
            date(2027, 3, 1),
            {"posting_notice", "posting_certificate"},
        ),
    ],
)
def test_papers_come_when_they_are_needed(tmp_path: Path, record: dict[str, Any], day: date, kinds: set[str]):
    given = {name: value for name, value in record.items() if value is not None}
    assert set(papers(laid_out(tmp_path, given, day))) - {"quarter"} == kinds


def test_minutes_know_nothing_of_what_came_later(tmp_path: Path):
    longer = [{"until": "2026-12-20", "reason": "Chờ", "decided": "2026-10-20", "decided_by": "chu-tich"}]
    before: Any = papers(laid_out(tmp_path / "a", posting(), date(2026, 10, 2)))["posting_begin"].facts
    after: Any = papers(laid_out(tmp_path / "b", posting(extensions=longer)))["posting_begin"].facts
    assert after == before


def test_the_round_conforms_and_bears_no_code(press: Press, tmp_path: Path):
    of = laid_out(tmp_path, posting(days="5"))
    notice = round_notice(of, rounds(of, ()))
    made = press.print(notice)
    assert isinstance(made, bytes)
    path = tmp_path / "round.pdf"
    path.write_bytes(made)
    assert verapdf.judge(path) == ()
    assert "Gỡ xuống" in str(notice.facts)
    assert notice.code == ""
