"""`congkhai parse-deadline`: what it prints and how it ends."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from congkhai.cli import main

YEAR = ("--period", "2015-01-01/2015-12-31")
KEYS = {
    *("wording", "at", "class", "precision", "start", "end", "named_day", "inclusive", "rrule", "rrule_start"),
    *("rrule_due", "occurrences", "month_day", "part_of_day", "time_from", "time_to", "expected", "estimated"),
    *("after", "relation", "amount", "count", "not_a_deadline", "spoken"),
}


def run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main.cli, ["parse-deadline", *words], input=given)


def read(*words: str) -> dict[str, Any]:
    return json.loads(run(*words, "--format", "json").output)


def test_a_deadline_that_leaves_its_day_out() -> None:
    result = run("trước ngày 01/11/2015", "--date", "2015-03-01")
    assert result.exit_code == 0
    assert "đến hết ngày: 31/10/2015" in result.output
    told = read("trước ngày 01/11/2015", "--date", "2015-03-01")
    (time,) = told["understood"]
    assert told["complete"] is True
    assert (time["class"], time["end"], time["named_day"], time["inclusive"]) == (
        *("deadline", "2015-10-31", "2015-11-01"),
        False,
    )


def test_two_yearly_days() -> None:
    told = read("Định kỳ 6 tháng (10/6), một năm (01/11)", *YEAR)
    assert [time["rrule"] for time in told["understood"]] == [
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10",
        "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1",
    ]
    assert [time["occurrences"] for time in told["understood"]] == [["2015-06-10"], ["2015-11-01"]]
    assert told["period"] == {"start": "2015-01-01", "end": "2015-12-31"}


def test_the_keys_are_always_the_same() -> None:
    told = read("dự kiến trong quý II/2015; chậm nhất 05 ngày làm việc kể từ ngày nhận; 02 lần/năm; thường xuyên")
    assert len(told["understood"]) == 4
    for time in told["understood"]:
        assert set(time) == KEYS
    start, end = told["understood"][0]["at"]
    assert told["text"][start:end] == told["understood"][0]["wording"]


@pytest.mark.parametrize(
    ("text", "reason", "impossible"),
    [
        ("ngày 31/02/2015", "no_such_day", True),
        ("ngày 31/4/2015", "no_such_day", True),
        ("ngày 32/5/2015", "no_such_day", True),
        ("tháng 13/2015", "no_such_month", True),
        ("ngày 15/13/2015", "no_such_month", True),
        ("từ ngày 15/5/2015 đến ngày 15/4/2015", "end_before_start", True),
        ("thứ Hai, ngày 15/9/2015", "wrong_weekday", True),
        ("trong thời hạn 05 (mười) ngày", "words_differ", True),
        ("trước ngày 15/12", "no_year", False),
        ("ngày 10-12", "uncertain", False),
    ],
)
def test_what_cannot_be_read_is_told(text: str, reason: str, impossible: bool) -> None:
    result = run(text, "--format", "json")
    assert result.exit_code == 1
    (stretch,) = json.loads(result.output)["unread"]
    assert (stretch["reason"], stretch["impossible"]) == (reason, impossible)
    assert stretch["message"] in run(text).output


def test_a_year_that_several_years_fit() -> None:
    told = read("trước ngày 15/12", "--period", "2015-01-01/2016-12-31")
    assert [stretch["reason"] for stretch in told["unread"]] == ["many_years"]


def test_nothing_about_time() -> None:
    result = run("Sở Nội vụ chủ trì, phối hợp thực hiện")
    assert result.exit_code == 1
    assert result.output == "Không thấy cụm từ chỉ thời gian.\n"


def test_text_from_standard_input_and_text_that_begins_with_a_dash() -> None:
    assert run("-", given="trước ngày 15/3/2015").exit_code == 0
    assert run("- Định kỳ hằng quý").exit_code == 0
    assert run("-hoàn thành trước ngày 15/3/2015").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("x", "--date", "2015-13-01"),
        ("x", "--period", "2015"),
        ("x", "--period", "2015-12-31/2015-01-01"),
        ("x", "--format", "xml"),
    ],
)
def test_wrong_usage(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2
