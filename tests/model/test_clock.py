"""Times of day and spans of hours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.problem import ValueProblem
from tests.problems import problem_of

TIMES = st.integers(0, 1439).map(TimeOfDay)


@given(TIMES)
def test_what_is_printed_is_read_back(time: TimeOfDay) -> None:
    assert TimeOfDay.parse(str(time)) == TimeOfDay.parse(time.spoken) == time


@pytest.mark.parametrize("text", ["7:30", "07:30", "7h30", "7H30", "7 giờ 30", "7 giờ 30 phút", "7g30", " 7 h 30 "])
def test_spellings(text: str) -> None:
    assert TimeOfDay.parse(text).minutes == 450


@pytest.mark.parametrize("text", ["7h75", "24:00", "7", "730", "7.30", "-1:00", "7:30 sáng", ""])
def test_times_that_cannot_be(text: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        TimeOfDay.parse(text)
    assert caught.value.code == "YM210"


@given(TIMES, TIMES, st.sampled_from(["-", " – ", " đến "]))
def test_hours_run_forward(start: TimeOfDay, end: TimeOfDay, dash: str) -> None:
    text = f"{start}{dash}{end}"
    if start < end:
        assert Hours.parse(text) == Hours(start, end)
        assert Hours.parse(str(Hours(start, end))) == Hours.parse(Hours(start, end).spoken) == Hours(start, end)
    else:
        with pytest.raises(ValueProblem) as caught:
            Hours.parse(text)
        assert caught.value.code == "YM211"


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for reader in (TimeOfDay.parse, Hours.parse):
        assert problem_of(reader, text) in {None, "YM210", "YM211"}
