"""Time limits as the law counts them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.model.problem import ValueProblem
from congkhai.model.time_limit import TimeLimit
from tests.problems import problem_of

COUNTS = st.decimals(Decimal("0.1"), Decimal(999), places=1)
COUNTED = st.sampled_from(["working_day", "day", "working_hour", "hour", "minute", "week", "month", "year"])
LIMITS = st.builds(lambda unit, a, b: TimeLimit(unit, min(a, b), max(a, b)), COUNTED, COUNTS, COUNTS) | st.sampled_from(
    [TimeLimit(unit, Decimal(0), Decimal(0)) for unit in ("same_day", "at_once", "unstated", "unknown", "in_words")]
)


@given(LIMITS)
def test_what_is_printed_is_read_back(limit: TimeLimit) -> None:
    assert TimeLimit.parse(str(limit)) == limit


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("5 ngày làm việc", "working_day", "5", "5"),
        ("05 Ngày làm việc", "working_day", "5", "5"),
        ("10-15 ngày", "day", "10", "15"),
        ("10 đến 15  ngày", "day", "10", "15"),
        ("1,5 giờ", "hour", "1.5", "1.5"),
        ("4 giờ làm việc", "working_hour", "4", "4"),
        ("Ngay trong ngày làm việc", "same_day", "0", "0"),
        ("trả ngay", "at_once", "0", "0"),
        ("không quy định", "unstated", "0", "0"),
        ("Chưa rõ", "unknown", "0", "0"),
        ("xem ghi chú", "in_words", "0", "0"),
    ],
)
def test_spellings(text: str, unit: str, low: str, high: str) -> None:
    assert TimeLimit.parse(text) == TimeLimit(unit, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text", ["", "5", "ngày", "0 ngày", "15-10 ngày", "5ngày", "chưa đến 20 năm", "5 ngày, có thể hơn"]
)
def test_texts_that_cannot_be_counted(text: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        TimeLimit.parse(text)
    assert caught.value.code == "TT110"


@pytest.mark.parametrize("text", ["999999999 ngày làm việc", "1000 ngày", "10-1500 ngày"])
def test_limits_that_no_law_sets(text: str) -> None:
    assert problem_of(TimeLimit.parse, text) == "YM207"


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert problem_of(TimeLimit.parse, text) in {None, "TT110", "YM207"}
