"""How duties stand, from records only."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from congkhai.derive.duties.occasion import Lack
from congkhai.derive.duties.status import DutyState, Reason, statuses
from congkhai.derive.duties.steps import steps
from tests.duties.small import LOUDSPEAKER, PLACES, budget, by_id, disclosure, posting
from tests.site.records import office

DAY = date(2026, 11, 22)
MET, SOON, LATE, NOT, UNKNOWN = (
    DutyState.MET, DutyState.DUE_SOON, DutyState.LATE, DutyState.NOT_APPLICABLE, DutyState.UNKNOWN,
)  # fmt: skip
PLAN = {"content/disclosures/ke-hoach.yml": disclosure("11", "1")}
EVERYWHERE = ["tru-so", "ap-1", "ap-2"]
WITHDRAWN = {"day": "2026-11-12", "reason": "Sai", "by": "chu-tich"}
TORN = [{"start": "2026-11-08", "end": "2026-11-12", "reason": "Bị xé"}]


def hung(start: str = "2026-11-04", boards: list[str] = EVERYWHERE, kind: str = "disclosure", id_: str = "ke-hoach",
         number: int = 1, **more: Any) -> dict[str, Any]:  # fmt: skip
    return {f"content/postings/2026-{number}.yml": posting(number, kind, id_, boards, start, **more)}


# ---- disclosures


def test_met_by_the_record_and_the_posting(tmp_path: Path):
    found = by_id(tmp_path, {**PLAN, **hung(days="30")}, DAY)["dccs-11-1-ktxh"]
    assert (found.state, found.due, found.decisive.done) == (MET, date(2026, 11, 9), date(2026, 11, 4))
    assert [source.id for source in found.decisive.records] == ["ke-hoach"]
    assert [source.id for source in found.decisive.postings] == ["2026-1"]
    assert steps(found) == ()


def test_a_board_without_the_paper_is_late_and_named(tmp_path: Path):
    found = by_id(tmp_path, {**PLAN, **hung(boards=["tru-so", "ap-1"], days="30")}, DAY)["dccs-11-1-ktxh"]
    assert (found.state, found.reason, found.days) == (LATE, Reason.INCOMPLETE, 13)
    (step,) = steps(found)
    assert (step.lack, [board.id for board in step.boards], step.due) == (Lack.POST, ["ap-2"], date(2026, 11, 9))


def test_before_the_deadline_the_missing_board_is_due_soon(tmp_path: Path):
    found = by_id(tmp_path, PLAN, date(2026, 11, 6))["dccs-11-1-ktxh"]
    assert (found.state, found.due) == (SOON, date(2026, 11, 9))


def test_kept_late_stays_told(tmp_path: Path):
    found = by_id(tmp_path, {**PLAN, **hung("2026-11-12", days="30")}, DAY)["dccs-11-1-ktxh"]
    assert (found.state, found.reason, found.days, steps(found)) == (LATE, Reason.DONE_LATE, 3, ())


def test_a_holiday_moves_the_deadline(tmp_path: Path):
    item = disclosure("11", "1", document_date="2026-08-28", published="2026-08-31")
    found = by_id(tmp_path, {"content/disclosures/ke-hoach.yml": item}, date(2026, 9, 20))["dccs-11-1-ktxh"]
    assert found.due == date(2026, 9, 9), "28/8 is a Friday; 31/8 to 2/9 are days off"


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({"days": "29"}, LATE),
        ({"days": "30", "taken_down": "2026-11-10", "taken_down_by": "can-bo"}, LATE),
        ({"days": "30", "withdrawn": WITHDRAWN}, LATE),
        ({"days": "30", "interruptions": TORN}, MET),  # made up for at the end
        ({}, MET),
    ],
)
def test_a_paper_hangs_as_long_as_the_law_says(tmp_path: Path, more: dict[str, Any], state: DutyState):
    found = by_id(tmp_path, {**PLAN, **hung(**more)}, DAY)["dccs-11-1-ktxh"]
    assert found.state is state
    if state is LATE:
        assert {gap.lack for gap in found.decisive.gaps} == {Lack.HANG_LONGER}


def test_days_that_were_lost_do_not_count(tmp_path: Path):
    day = date(2026, 12, 20)
    down = {"days": "30", "taken_down": "2026-12-04", "taken_down_by": "can-bo"}
    assert by_id(tmp_path / "a", {**PLAN, **hung(**down)}, day)["dccs-11-1-ktxh"].state is MET
    torn = {**down, "interruptions": TORN}
    assert by_id(tmp_path / "b", {**PLAN, **hung(**torn)}, day)["dccs-11-1-ktxh"].state is LATE


def test_loudspeakers_count_where_there_are_any(tmp_path: Path):
    records = {"content/disclosures/ke-hoach.yml": disclosure("11", "10"), **hung(days="30")}
    assert by_id(tmp_path / "a", records, DAY)["dccs-11-10-kyluat"].state is MET
    found = by_id(tmp_path / "b", {**records, **LOUDSPEAKER}, DAY)["dccs-11-10-kyluat"]
    assert found.state is LATE
    assert {gap.lack for gap in found.decisive.gaps} == {Lack.BROADCAST}
    spoken = hung("2026-11-05", ["loa"], number=2, days="3")
    assert by_id(tmp_path / "c", {**records, **LOUDSPEAKER, **spoken}, DAY)["dccs-11-10-kyluat"].state is MET


def test_what_the_public_may_not_see_counts_for_nothing(tmp_path: Path):
    item = disclosure("11", "1", readers="staff")
    found = by_id(tmp_path, {"content/disclosures/ke-hoach.yml": item, **hung(days="30")}, DAY)["dccs-11-1-ktxh"]
    assert (found.state, found.reason) == (UNKNOWN, Reason.NO_RECORD)
    (step,) = steps(found)
    assert step.maybe
    assert step.cites.clause == "1"


def test_what_has_no_record_for_a_year_is_unknown(tmp_path: Path):
    found = by_id(tmp_path, {**PLAN, **hung(days="30")}, date(2028, 3, 1))["dccs-11-1-ktxh"]
    assert (found.state, found.reason) == (UNKNOWN, Reason.NO_RECORD)


def test_a_record_may_name_its_duty(tmp_path: Path):
    item = disclosure("11", "4", duties=["phatngon"], document_date="2026-11-02", published="2026-11-03")
    found = by_id(tmp_path, {"content/disclosures/ke-hoach.yml": item}, DAY)["phatngon"]
    assert (found.state, found.due) == (MET, date(2026, 11, 3))


@pytest.mark.parametrize(
    ("duty", "dates", "due", "done_late"),
    [
        ("ns-quy", ("2026-10-01", "2026-06-30", "2026-10-05"), date(2026, 7, 10), True),
        ("ns-quy", ("2026-10-01", None, "2026-10-05"), None, False),
        ("dgtn-tongthu", ("2026-11-01", "2026-09-01", "2026-11-05"), date(2026, 9, 16), True),
        ("ns-hotro-vanban", ("2026-10-01", "2026-10-12", "2026-10-14"), date(2026, 10, 15), False),
        ("ns-hotro-vanban", ("2026-10-01", None, "2026-10-14"), None, False),
    ],
)
def test_a_deadline_runs_from_the_day_that_its_law_names(
    duty: str, dates: tuple[str, str | None, str], due: date | None, done_late: bool, tmp_path: Path
):
    """The end of a time or a campaign, or receipt, is not the document's date: unwritten, no lateness is told."""
    document, counted, published = dates
    more = {"duties": [duty], "document_date": document, "published": published}
    item = disclosure("1", **more, **({"counted_from": counted} if counted else {}))
    found = by_id(tmp_path, {"content/disclosures/ke-hoach.yml": item, **hung(published, days="30")}, DAY)[duty]
    assert found.due == due
    assert (found.reason is Reason.DONE_LATE) is done_late


def test_what_must_always_hang_must_hang_today(tmp_path: Path):
    item = {"content/disclosures/ke-hoach.yml": disclosure("11", "4")}
    standing = {**item, **hung(boards=["tru-so"])}
    assert by_id(tmp_path / "a", standing, DAY)["dccs-11-4-canbo"].state is MET
    gone = {**item, **hung(boards=["tru-so"], taken_down="2026-11-20", taken_down_by="can-bo")}
    found = by_id(tmp_path / "b", gone, DAY)["dccs-11-4-canbo"]
    assert (found.state, found.days) == (LATE, None)


def test_what_must_always_be_there_is_missed_when_it_is_not(tmp_path: Path):
    found = by_id(tmp_path, {}, DAY)["tctt-danhmuc"]
    assert (found.state, found.reason) == (LATE, Reason.NOT_DONE)
    assert steps(found)[0].cites.symbol == "01/2026/QH16"


def test_the_list_of_a_quarter(tmp_path: Path):
    begun = disclosure("11", "5", document_date="2026-06-01", published="2026-06-02")
    item = disclosure("13", "2", document_date="2026-10-07", published="2026-10-08")
    records = {"content/disclosures/ke-hoach.yml": item, "content/disclosures/cu.yml": begun, **hung("2026-10-08")}
    found = by_id(tmp_path / "a", records, DAY)["dccs-danhmuc-quy"]
    assert (found.state, found.due) == (MET, date(2027, 1, 10))
    missed = [one for one in found.occasions if one.past]
    assert [(one.term.last, one.done) for one in missed] == [(date(2026, 6, 30), None)]
    del records["content/disclosures/ke-hoach.yml"], records["content/postings/2026-1.yml"]
    found = by_id(tmp_path / "b", records, DAY)["dccs-danhmuc-quy"]
    assert (found.state, found.reason, found.days) == (LATE, Reason.NOT_DONE, 43)


@pytest.mark.parametrize(("published", "done"), [("2026-09-30", True), ("2026-09-21", True), ("2026-09-20", False)])
def test_a_list_of_the_last_days_of_a_quarter_is_that_of_the_quarter(tmp_path: Path, published: str, done: bool):
    begun = disclosure("11", "5", document_date="2026-06-01", published="2026-06-02")
    item = disclosure("13", "2", document_date=published, published=published)
    records = {"content/disclosures/ke-hoach.yml": item, "content/disclosures/cu.yml": begun, **hung(published)}
    found = by_id(tmp_path, records, DAY)["dccs-danhmuc-quy"]
    third = next(one for one in found.occasions if one.term and one.term.last == date(2026, 9, 30))
    assert bool(third.done) is done
    kept = [one.term.last for one in found.occasions if one.done]
    assert kept == [date(2026, 9, 30) if done else date(2026, 6, 30)]


# ---- budgets


def tables(**published: str) -> dict[str, Any]:
    return {f"content/budgets/{phase}.yml": budget(2026, phase, day) for phase, day in published.items()}


def posted(phase: str, start: str, number: int = 1) -> dict[str, Any]:
    return hung(start, kind="budget", id_=phase, number=number, days="30")


@pytest.mark.parametrize(
    ("phase", "published", "due"),
    [("q1", "2026-04-09", "2026-04-10"), ("h1", "2026-07-10", "2026-07-10"), ("m9", "2026-10-08", "2026-10-10")],
)
def test_quarters_of_the_budget_are_due_on_the_tenth(tmp_path: Path, phase: str, published: str, due: str):
    day = date.fromisoformat(due)
    found = by_id(tmp_path, {**tables(**{phase: published}), **posted(phase, published)}, day)["ns-xa-thuchien"]
    assert (found.state, found.decisive.due) == (MET, day)


def test_a_quarter_that_nobody_published_is_late_by_its_days(tmp_path: Path):
    records = {**tables(h1="2026-07-08"), **posted("h1", "2026-07-08")}
    found = by_id(tmp_path / "a", records, DAY)["ns-xa-thuchien"]
    assert (found.state, found.reason, found.days, found.due) == (LATE, Reason.NOT_DONE, 43, date(2026, 10, 10))
    assert by_id(tmp_path / "b", records, date(2026, 10, 5))["ns-xa-thuchien"].state is SOON
    assert by_id(tmp_path / "c", records, date(2026, 8, 1))["ns-xa-thuchien"].state is MET


def test_each_table_of_a_phase_must_hang(tmp_path: Path):
    records = {**tables(m9="2026-10-08"), **posted("m9", "2026-10-08")}
    records["content/budgets/m9-thu.yml"] = budget(2026, "m9", "2026-10-08")
    found = by_id(tmp_path, records, DAY)["ns-xa-thuchien"]
    assert found.state is LATE
    assert {gap.item.id for gap in found.decisive.gaps} == {"m9-thu"}


def test_a_decision_is_judged_when_its_day_is_known(tmp_path: Path):
    path = "content/budgets/settled.yml"
    record = budget(2025, "settled", "2026-05-20")
    hangs = hung("2026-05-20", kind="budget", id_="settled", days="30")
    assert by_id(tmp_path / "a", {path: record, **hangs}, DAY)["ns-xa-quyettoan"].days == 20, "at the latest 30/4"
    record = budget(2025, "settled", "2026-05-20", decided_on="2026-04-25")
    found = by_id(tmp_path / "b", {path: record, **hangs}, DAY)["ns-xa-quyettoan"]
    assert (found.state, found.decisive.due, found.due) == (MET, date(2026, 5, 25), date(2027, 4, 30))


def test_what_an_earlier_law_governed_is_not_judged_by_the_new(tmp_path: Path):
    record = budget(2026, "decided", "2026-01-09")
    found = by_id(tmp_path, {"content/budgets/decided.yml": record}, DAY)["ns-xa-quyetdinh"]
    assert (found.state, found.due) == (MET, None)


def test_units_of_the_office_answer_only_for_what_they_have(tmp_path: Path):
    record = budget(2026, "m9", "2026-10-14", unit="phong-tu-phap")
    found = by_id(tmp_path, {"content/budgets/m9.yml": record}, DAY)
    assert (found["ns-donvi-thuchien"].state, found["ns-donvi-thuchien"].days) == (LATE, 4)
    assert found["ns-donvi-quyettoan"].reason is Reason.NO_RECORD


# ---- reception


def calendar(**more: Any) -> dict[str, Any]:
    return {
        "title": "Lịch", "unit": "ubnd-xa", "place": "Phòng 1", "announced": "2026-06-22",
        "period": {"start": "2026-07-01", "end": "2026-12-31"}, "holiday_rule": "next_working_day",
        "periodic": [{"receiver": "chu-tich", "days": ["wed"], "weeks": ["1", "3"], "hours": ["7:30-11:30"]}], **more,
    }  # fmt: skip


def test_a_calendar_is_announced_five_working_days_before(tmp_path: Path):
    hangs = hung("2026-06-23", ["tru-so", "tiep-dan"], "reception", "lich")
    records = {"content/reception/lich.yml": calendar(), **hangs}
    found = by_id(tmp_path, records, DAY)["tcd-lich"]
    assert (found.state, found.decisive.due, found.decisive.done) == (MET, date(2026, 6, 24), date(2026, 6, 23))
    assert found.due == date(2026, 12, 25), "the next calendar: first working day of 2027 is 4 January"


def test_a_calendar_that_was_withdrawn_counts_for_nothing(tmp_path: Path):
    hangs = hung("2026-06-23", ["tru-so", "tiep-dan"], "reception", "lich", withdrawn=WITHDRAWN)
    found = by_id(tmp_path, {"content/reception/lich.yml": calendar(), **hangs}, DAY)["tcd-lich"]
    assert found.state is LATE


def test_a_calendar_on_no_board_is_late(tmp_path: Path):
    found = by_id(tmp_path, {"content/reception/lich.yml": calendar()}, DAY)["tcd-lich"]
    assert (found.state, found.days) == (LATE, 151)


def test_the_next_calendar_comes_due_and_then_late(tmp_path: Path):
    hangs = hung("2026-06-23", ["tru-so", "tiep-dan"], "reception", "lich")
    records = {"content/reception/lich.yml": calendar(), **hangs}
    assert by_id(tmp_path / "a", records, date(2026, 12, 10))["tcd-lich"].state is SOON
    found = by_id(tmp_path / "b", records, date(2027, 1, 5))["tcd-lich"]
    assert (found.state, found.reason, found.days) == (LATE, Reason.NOT_DONE, 11)
    assert steps(found)[0].lack is Lack.ANNOUNCE


def test_no_calendar_at_all_is_missed(tmp_path: Path):
    assert by_id(tmp_path, {}, DAY)["tcd-lich"].state is LATE


def test_the_chair_receives_twice_a_month_since_july_2026(tmp_path: Path):
    records = {"content/reception/lich.yml": calendar()}
    found = by_id(tmp_path / "a", records, DAY)["tcd-tansuat"]
    assert (found.state, found.whole.verified) == (MET, False)
    once = calendar(periodic=[{"receiver": "chu-tich", "days": ["wed"], "weeks": ["1"], "hours": ["7:30-11:30"]}])
    found = by_id(tmp_path / "b", {"content/reception/lich.yml": once}, DAY)["tcd-tansuat"]
    assert (found.state, found.days) == (LATE, 22)
    assert (steps(found)[0].have, steps(found)[0].want) == (1, 2)


def test_a_deputy_does_not_count_for_the_chair(tmp_path: Path):
    other = calendar(periodic=[{"receiver": "can-bo", "days": ["wed"], "hours": ["7:30-11:30"]}])
    assert by_id(tmp_path, {"content/reception/lich.yml": other}, DAY)["tcd-tansuat"].state is LATE


# ---- events, collections, applicability


def event(*dates: str) -> dict[str, Any]:
    record = {"title": "Đối thoại", "kind": "dialogue", "unit": "ubnd-xa", "dates": list(dates)}
    return {"content/events/doi-thoai.yml": record}


def test_a_dialogue_must_be_held_every_year(tmp_path: Path):
    assert by_id(tmp_path / "a", event("2026-10-01"), DAY)["dccs-doithoai"].state is MET
    found = by_id(tmp_path / "b", event("2026-12-09"), DAY)["dccs-doithoai"]
    assert (found.state, found.due, [s.id for s in found.decisive.records]) == (SOON, date(2026, 12, 31), ["doi-thoai"])
    found = by_id(tmp_path / "c", {}, date(2026, 6, 1))["dccs-doithoai"]
    assert (found.state, found.reason) == (DutyState.NOT_DUE, None)
    begun = {"content/disclosures/cu.yml": disclosure("11", "5", document_date="2025-12-01", published="2025-12-02")}
    found = by_id(tmp_path / "d", begun, date(2027, 1, 8))["dccs-doithoai"]
    assert (found.state, found.days) == (LATE, 8)


def test_procedures_are_public_with_their_pages_and_on_paper_where_they_hang(tmp_path: Path):
    assert by_id(tmp_path / "a", {}, DAY)["tthc-niemyet"].state is MET
    found = by_id(tmp_path / "b", {}, DAY)["dccs-11-13-tthc"]
    assert found.state is LATE
    hangs = hung("2026-01-05", ["tru-so"], "field", "ho-tich")
    assert by_id(tmp_path / "c", hangs, DAY)["dccs-11-13-tthc"].state is MET, "the field's list shows its procedures"


def test_fees_hang_where_they_are_paid(tmp_path: Path):
    assert by_id(tmp_path / "a", {}, DAY)["phi-niemyet"].state is LATE
    hangs = hung("2026-01-05", ["mot-cua"], "fee", "le-phi-khai-sinh")
    assert by_id(tmp_path / "b", hangs, DAY)["phi-niemyet"].state is MET


def test_without_a_board_of_the_kind_nothing_can_be_said(tmp_path: Path):
    cited = [{"act": "tiep-dan", "article": "19", "clause": "1"}]
    act = {"symbol": "42/2013/QH13", "kind": "law", "issuer": "Quốc hội", "title": "Luật Tiếp công dân"}
    records = {
        "content/disclosures/a.yml": disclosure("19", "1", basis=cited),
        "content/legal-acts/tiep-dan.yml": act,
    }
    assert by_id(tmp_path / "a", records, DAY)["tcd-noiquy-quytrinh"].state is LATE
    other = {"name": "Bảng khác", "kind": "seat", "address": "Số 1", "unit": "ubnd-xa"}
    found = by_id(tmp_path / "b", {**records, "content/boards/tiep-dan.yml": other}, DAY)["tcd-noiquy-quytrinh"]
    assert (found.state, found.reason) == (UNKNOWN, Reason.NO_BOARD)


def test_duties_of_others_and_of_other_times(tmp_path: Path):
    found = by_id(tmp_path, {}, date(2026, 5, 1))
    assert (found["ns-tinh"].state, found["ns-tinh"].reason) == (NOT, Reason.OTHER_BODY)
    assert (found["tctt-chung"].state, found["tctt-chung"].reason) == (NOT, Reason.NOT_YET)
    assert (found["dccs-thaydoi"].state, found["dccs-thaydoi"].reason) == (UNKNOWN, Reason.NO_WAY)


def test_a_province_has_duties_of_its_own(tmp_path: Path):
    province = {"content/units/ubnd-xa.yml": {"name": "UBND tỉnh", "level": "province", "type": "peoples_committee"}}
    found = by_id(tmp_path, province, DAY)
    assert found["ns-xa-trinh"].reason is Reason.OTHER_BODY
    assert found["ns-tinh"].reason is not Reason.OTHER_BODY
    department = {"content/units/ubnd-xa.yml": {"name": "Sở", "level": "province", "type": "department"}}
    found = by_id(tmp_path / "so", department, DAY)
    assert found["ns-tinh"].reason is Reason.OTHER_BODY
    assert found["tctt-danhmuc"].state is LATE


def test_every_state_is_one_of_five_and_every_duty_has_one(tmp_path: Path):
    found = by_id(tmp_path, {}, DAY)
    assert len(found) == 100
    assert {status.state for status in found.values()} <= set(DutyState)
    assert all(status.days is None or status.state is LATE for status in found.values())


def test_an_office_with_a_folder_of_its_own_has_its_own_duties(tmp_path: Path):
    folder = "content/offices/xa-khac"
    records = {
        f"{folder}/units/xa-khac.yml": {"name": "UBND xã Khác", "level": "commune", "type": "peoples_committee"},
        f"{folder}/boards/tru-so.yml": {"name": "Bảng", "kind": "seat", "address": "Số 2", "unit": "xa-khac"},
        f"{folder}/disclosures/ke-hoach.yml": disclosure("11", "1", unit="xa-khac"),
        **{path: record for path, record in PLACES.items() if "legal-acts" in path},
    }
    whole = office(tmp_path / "office", records, DAY)
    here, there = ({s.source.id: s for s in statuses(whole, at)} for at in ("", "xa-khac"))
    assert here["dccs-11-1-ktxh"].reason is Reason.NO_RECORD
    assert [source.key.office for source in there["dccs-11-1-ktxh"].decisive.records] == ["xa-khac"]
    assert there["tthc-niemyet"].state is MET, "procedures belong to all"
