"""Deadlines that state their wording alone, as the record of a plan holds them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.check.walk import parts
from congkhai.derive.tasks import last_day
from congkhai.model.calendar import Period
from congkhai.model.phrases import Anchor
from congkhai.model.phrases.meaning import meaning_of
from congkhai.model.phrases.planned import deadlines_in, read_alone, with_phrases_read
from congkhai.model.plan import Deadline, Plan, Precision, Section, Task
from congkhai.render.site.makers.deadlines import meaning
from congkhai.source.load import load

ROOT = Path(__file__).parents[2]
PLANS = [source.record for source in load(ROOT).repository.all("plan")]


def plan(*deadlines: Deadline) -> Plan:
    task = Task(id="viec", text="Làm việc", deadlines=deadlines)
    return Plan(
        title="Thử",
        issuer="ubnd-xa",
        date=date(2026, 1, 10),
        period=Period(start=date(2026, 1, 1), end=date(2026, 12, 31)),
        sections=(Section(tasks=(task,)),),
    )


def read(*texts: str) -> tuple[Deadline, ...]:
    found = with_phrases_read(plan(*(Deadline(text=text) for text in texts)))
    return found.sections[0].tasks[0].deadlines


def test_the_words_alone_get_their_meaning() -> None:
    (deadline,) = read("Hoàn thành trước ngày 01/11/2026")
    assert deadline.text == "Hoàn thành trước ngày 01/11/2026"
    assert (deadline.end, deadline.named_day, deadline.inclusive) == (date(2026, 10, 31), date(2026, 11, 1), False)


def test_a_phrase_with_several_times_keeps_the_places_of_the_others() -> None:
    first, second, third = read("định kỳ 6 tháng (10/6), một năm (01/11)", "quý III")
    assert first.recurrence == "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10"
    assert (second.text, second.end) == ("quý III", date(2026, 9, 30))
    assert third.recurrence == "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1"


@pytest.mark.parametrize(
    "words", ["xong trước 25 hằng tháng", "ngày 31/02/2026", "trước ngày 5", "làm xong 3 bước", "quý III, ngày 31/02"]
)
def test_what_is_not_read_whole_is_left_unread(words: str) -> None:
    assert read(words) == (Deadline(text=words),)
    assert read(words)[0].precision is Precision.UNREAD


def test_a_meaning_that_is_given_stands() -> None:
    given = Deadline(text="trước ngày 01/11/2026", precision=Precision.DAY, end=date(2026, 10, 15))
    assert with_phrases_read(plan(given)) == plan(given)


def test_a_deadline_that_was_moved_is_read_all_the_same() -> None:
    moved = Deadline(text="trước ngày 01/11/2026", moved_to=date(2026, 11, 2), moved_reason="31/10 là thứ Bảy")
    (deadline,) = with_phrases_read(plan(moved)).sections[0].tasks[0].deadlines
    assert (deadline.end, last_day(deadline)) == (date(2026, 10, 31), date(2026, 11, 2))
    assert meaning(deadline) == "Chậm nhất hết ngày 31/10/2026, dời sang 02/11/2026 vì 31/10 là thứ Bảy"


def test_the_words_of_the_sample_plans_are_never_read_as_another_day() -> None:
    """Every deadline of the five plans, read again from its words: the same days, or said to be unread."""
    stated = [(record, deadline) for record in PLANS for _, deadline in parts(record, Deadline)]
    again = 0
    for record, deadline in stated:
        alone = replace(record, sections=(Section(tasks=(_task(deadline),)),), reports=())
        found = with_phrases_read(alone).sections[0].tasks[0].deadlines
        if len(found) != 1 or found[0].precision is Precision.UNREAD:
            continue
        again += 1
        if found[0].end and deadline.end:
            assert found[0].end == deadline.end, deadline.text
        if found[0].recurrence and deadline.recurrence:
            assert found[0].recurrence == deadline.recurrence, deadline.text
    assert again > 0.85 * len(stated)


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(0, 800), st.sampled_from(["by", "on", "span", "since"])
)
def test_what_check_prints_reads_back_as_the_same_days(day: date, length: int, shape: str) -> None:
    """The line that tells staff how a phrase was understood is itself understood so."""
    start = None if shape == "by" else day
    end = {"by": day, "on": day, "since": None}.get(shape, day + timedelta(days=length))
    told = meaning_of(Deadline(text="x", precision=Precision.SPAN, start=start, end=end))
    (back,) = deadlines_in(read_alone(told, Anchor()))
    assert (back.start, back.end) == (start, end), told


def _task(deadline: Deadline) -> Task:
    return Task(id="viec", text="Làm việc", deadlines=(Deadline(text=deadline.text),))
