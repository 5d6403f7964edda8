"""What the keeper of a board finds to do on a day, and exactly the papers that go along."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from congkhai.derive.boards import hanging
from congkhai.derive.office import Office
from congkhai.derive.posting_life import Happening, life
from congkhai.derive.quarter_list import published, quarters_told
from congkhai.derive.round import Chore, Errand, rounds
from congkhai.render.data.round import document
from congkhai.render.notices.round import round_notice, sheets
from congkhai.render.notices.wall import draw, wall
from tests.site.records import office

DAY = date(2026, 11, 22)
BOARD = "content/boards/tru-so.yml"
FIELD = {"kind": "field", "id": "ho-tich"}


def posting(**given: object) -> dict[str, Any]:
    values: dict[str, Any] = {"number": "1", "year": "2026", "item": FIELD, "boards": ["tru-so"],
                              "start": "2026-11-01", "posted_by": "can-bo"}  # fmt: skip
    return {**values, **given}


def seat(**given: object) -> dict[str, Any]:
    return {"name": "Bảng trụ sở", "kind": "seat", "address": "Số 1", "unit": "ubnd-xa", **given}


def errands(of: Office, board: str = "tru-so") -> tuple[Errand, ...]:
    found = rounds(of, wall(of, draw(of), ()).standings())
    own = next(one for one in found if one.board.id == board)
    return tuple(errand for errand in own.errands if errand.hanging)


def only(of: Office) -> Errand:
    (errand,) = errands(of)
    return errand


def small(root: Path, record: dict[str, Any], day: date = DAY, **others: Any) -> Office:
    return office(root / "office", {"content/postings/2026-1.yml": record, **others}, day)


def test_a_paper_whose_time_is_full_comes_down(tmp_path: Path):
    found = only(small(tmp_path, posting(days="6")))
    assert (found.chore, found.day) == (Chore.TAKE_DOWN, date(2026, 11, 10))  # the seventh is a Saturday


def test_nothing_is_to_be_done_with_what_hangs_as_it_should(tmp_path: Path):
    assert errands(small(tmp_path, posting(days="60"))) == ()


def test_what_will_come_down_soon_is_told_before(tmp_path: Path):
    found = only(small(tmp_path, posting(days="24")))
    assert (found.chore, found.day, found.chore.now) == (Chore.SOON, date(2026, 11, 25), False)


def test_what_the_register_plans_is_to_be_hung_up(tmp_path: Path):
    found = only(small(tmp_path, posting(start="2026-11-25")))
    assert (found.chore, found.day) == (Chore.POST, date(2026, 11, 25))
    assert errands(small(tmp_path / "far", posting(start="2026-12-25"))) == ()


def test_what_nobody_can_read_is_to_be_hung_again(tmp_path: Path):
    torn = [{"start": "2026-11-20", "reason": "Bị xé"}]
    found = only(small(tmp_path, posting(interruptions=torn)))
    assert (found.chore, found.day) == (Chore.REHANG, date(2026, 11, 20))


def test_what_was_withdrawn_or_taken_down_is_no_errand(tmp_path: Path):
    withdrawn = {"day": "2026-11-10", "reason": "Sai", "by": "chu-tich"}
    assert errands(small(tmp_path / "a", posting(days="5", withdrawn=withdrawn))) == ()
    assert errands(small(tmp_path / "b", posting(days="5", taken_down="2026-11-09", taken_down_by="can-bo"))) == ()


def test_a_paper_of_an_older_version_is_to_be_replaced_by_that_of_the_day(tmp_path: Path):
    service = {"field": "ho-tich", "receiving": ["can-bo"], "complaints": "chu-tich", "counter": "Quầy 9"}
    before = small(tmp_path / "before", posting(), date(2026, 11, 1), **{"content/services/ho-tich.yml": service})
    recorded = wall(before, draw(before), ()).unrecorded()
    old = next(copy for copy in recorded if copy.series == "linh-vuc/ho-tich")

    now = small(
        tmp_path / "now", posting(version=old.code, files=[{"file": "in/linh-vuc/ho-tich.pdf", "sha256": "a" * 64}])
    )
    drawn = draw(now)
    found = rounds(now, wall(now, drawn, recorded).standings())
    (errand,) = [e for one in found for e in one.errands if e.hanging]
    current = next(notice.code for notice in drawn.notices if notice.name.series == "linh-vuc/ho-tich")
    assert (errand.chore, errand.old, errand.day) == (Chore.REPLACE, old.code, DAY)
    assert errand.now
    assert errand.now.code == current != old.code

    papers = [sheet for sheet in sheets(drawn, found) if sheet.errand is errand]
    assert [sheet.notice.address for sheet in papers if sheet.notice] == ["in/linh-vuc/ho-tich.pdf"]
    told = document(now, found)["boards"]
    assert any(
        e["replaced_by"] == {"version": current, "series": "linh-vuc/ho-tich"} for b in told for e in b["errands"]
    )  # type: ignore[attr-defined]
    facts = round_notice(now, found).facts
    assert old.code in str(facts)
    assert current in str(facts)


def test_a_time_that_the_law_finds_too_short_is_extended_and_not_ended(tmp_path: Path):
    law = {"symbol": "10/2022/QH15", "kind": "law", "issuer": "Quốc hội", "title": "Luật Dân chủ",
           "in_force": "2023-07-01"}  # fmt: skip
    plan = {"title": "Kế hoạch kinh tế", "category": "socio_economic", "unit": "ubnd-xa", "document": "1/KH-UBND",
            "document_date": "2026-10-30", "published": "2026-11-01", "summary": "Kế hoạch.",
            "basis": [{"act": "luat-dc", "article": "11", "clause": "1"}]}  # fmt: skip
    others = {"content/legal-acts/luat-dc.yml": law, "content/disclosures/ke-hoach.yml": plan}
    record = posting(item={"kind": "disclosure", "id": "ke-hoach"}, days="15")
    found = only(small(tmp_path, record, **others))
    assert (found.chore, found.duty.id if found.duty else "") == (Chore.EXTEND, "dccs-11-1-ktxh")


def test_the_site_itself_is_no_board_to_walk_to(tmp_path: Path):
    of = small(tmp_path, posting(boards=["web"], days="5"))
    assert "web" not in {one.board.id for one in rounds(of, ())}


def test_the_life_of_a_posting_is_told_in_the_order_of_its_days(tmp_path: Path):
    record = posting(
        days="30",
        extensions=[{"until": "2026-12-20", "reason": "Chờ", "decided": "2026-11-20", "decided_by": "chu-tich"}],
    )
    outage = [
        {"start": "2026-10-30", "end": "2026-11-03", "reason": "Bão"},
        {"start": "2026-01-01", "end": "2026-01-02", "reason": "Cũ"},
    ]
    of = small(tmp_path, record, **{BOARD: seat(outages=outage)})
    source = of.get("posting", "2026-1")
    found = life(of, hanging(of, source))
    assert [(event.what, event.day) for event in found] == [
        (Happening.INTERRUPTED, date(2026, 10, 30)),
        (Happening.POSTED, date(2026, 11, 1)),
        (Happening.EXTENDED, date(2026, 11, 20)),
        (Happening.ENDS, date(2026, 12, 20)),
    ]


@pytest.mark.parametrize(("day", "closed"), [(DAY, False), (date(2027, 1, 5), True)])
def test_the_list_of_a_quarter_holds_what_began_in_it(tmp_path: Path, day: date, closed: bool):
    of = small(tmp_path, posting(days="5"), day)
    quarter = next(q for q in quarters_told(of, "") if (q.year, q.number) == (2026, 4))
    assert quarter.closed is closed
    assert [(one.item.id, one.first) for one in published(of, "", quarter)] == [("ho-tich", date(2026, 11, 1))]
    before = [q for q in quarters_told(of, "") if q.last < quarter.first]
    assert before == []


def test_a_quarter_tells_only_what_was_public_by_the_day(tmp_path: Path):
    of = small(tmp_path, posting(start=(DAY + timedelta(days=3)).isoformat()))
    quarter = next(quarters_told(of, ""))
    assert published(of, "", quarter) == ()
