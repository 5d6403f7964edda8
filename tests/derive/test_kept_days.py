"""A plan may say what happens when a day of its deadlines is a day off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.derive.diary.work import plan_work
from congkhai.derive.kept_days import kept, kept_plans
from congkhai.derive.office import Office
from congkhai.derive.tasks import plan_tasks
from congkhai.model.plan import Deadline, Plan, Precision
from congkhai.model.reception import HolidayRule
from congkhai.render.site.makers.deadlines import meaning
from congkhai.source.repository import Source
from tests.site.records import office

DAY = date(2026, 8, 20)
FOLDER = "plans/thu.yml"


def plan(rule: str | None, *deadlines: Any) -> dict[str, Any]:
    task = {"id": "viec", "text": "Làm việc", "deadlines": list(deadlines)}
    record: dict[str, Any] = {
        "title": "thử",
        "issuer": "ubnd-xa",
        "date": "2026-01-05",
        "period": {"start": "2026-01-01", "end": "2026-12-31"},
        "sections": [{"number": "I", "title": "Việc", "tasks": [task]}],
    }
    return record | ({"holiday_rule": rule} if rule else {})


def on(day: str) -> dict[str, str]:
    return {"text": f"ngày {day}", "precision": "day", "start": day, "end": day}


@pytest.fixture
def opened(tmp_path_factory: pytest.TempPathFactory) -> Any:
    def open_(rule: str | None, *deadlines: Any) -> tuple[Office, Source]:
        made = office(tmp_path_factory.mktemp("kept") / "office", {FOLDER: plan(rule, *deadlines)}, DAY)
        return made, next(source for source in made.repository.all("plan") if source.id == "thu")

    return open_


def only(source: Source) -> Deadline:
    record: Plan = source.record
    return record.sections[0].tasks[0].deadlines[0]


@pytest.mark.parametrize(
    ("rule", "day", "moved", "why"),
    [
        ("next_working_day", "2026-09-02", date(2026, 9, 3), "Quốc khánh"),
        ("previous_working_day", "2026-10-25", date(2026, 10, 23), "Chủ nhật"),
        ("next_working_day", "2026-10-25", date(2026, 10, 26), "Chủ nhật"),
        ("next_working_day", "2026-10-26", None, None),
        ("drop", "2026-10-25", None, None),
        (None, "2026-10-25", None, None),
    ],
)
def test_a_day_off_is_left_for_another(opened: Any, rule: str | None, day: str, moved: date | None, why: str | None):
    made, source = opened(rule, on(day))
    deadline = only(kept(made, source))
    assert deadline.moved_to == moved
    assert (why is None) == (deadline.moved_reason is None)
    if moved:
        assert why in (deadline.moved_reason or "")
        assert f"{moved:%d/%m/%Y}" in meaning(deadline)
        (view,) = plan_tasks(kept(made, source), DAY)
        assert view.due == moved
        assert [work.day for work in plan_work(made, kept(made, source))] == [moved]


def test_a_day_that_the_deadline_moves_itself_stays(opened: Any):
    own = on("2026-09-02") | {"moved_to": "2026-09-05", "moved_reason": "theo thông báo"}
    made, source = opened("next_working_day", own)
    assert only(kept(made, source)).moved_to == date(2026, 9, 5)


def test_what_comes_again_leaves_days_off_and_says_so(opened: Any):
    monthly = {"text": "ngày 25 hằng tháng", "precision": "day", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=25"}
    made, source = opened("next_working_day", monthly)
    deadline = only(kept(made, source))
    assert date(2026, 10, 26) in deadline.occurrences
    assert date(2026, 10, 25) not in deadline.occurrences
    assert "25/10/2026 trùng Chủ nhật, chuyển sang 26/10/2026" in (deadline.moved_reason or "")
    made, source = opened("drop", monthly)
    assert date(2026, 10, 25) not in only(kept(made, source)).occurrences
    assert "không tổ chức" in meaning(only(kept(made, source)))


def test_a_rule_that_names_a_day_of_the_weekend_means_it(opened: Any):
    weekly = {"text": "sáng thứ Bảy hằng tuần", "precision": "day", "recurrence": "FREQ=WEEKLY;BYDAY=SA"}
    made, source = opened("next_working_day", weekly | {"start": "2026-08-20", "end": "2026-10-30"})
    assert kept(made, source) is source


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office(tmp_path_factory.mktemp("kept") / "office", {FOLDER: plan(None, on("2026-10-25"))}, DAY)


@given(rule=st.sampled_from(HolidayRule), days=st.lists(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=8))
def test_no_kept_day_is_a_day_off(rule: HolidayRule, days: list[date], made: Office):
    (source,) = (one for one in made.repository.all("plan") if one.id == "thu")
    deadline = Deadline(text="các ngày", precision=Precision.DAY, occurrences=tuple(sorted(set(days))))
    record: Plan = source.record
    section = record.sections[0]
    task = replace(section.tasks[0], deadlines=(deadline,))
    spoilt = replace(record, holiday_rule=rule, sections=(replace(section, tasks=(task,)),))
    found = only(kept(made, replace(source, record=spoilt))).occurrences
    assert all(made.workdays.works(day) for day in found)
    assert set(found) >= {day for day in days if made.workdays.works(day)}
    assert len(kept_plans(made)) == len(made.repository.all("plan"))
