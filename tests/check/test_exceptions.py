"""A change that keeps the day of what a holiday would stop has an effect."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from congkhai.check.rule import Context
from congkhai.check.rules import events, reception
from congkhai.model.finding import Finding
from congkhai.source.load import load
from tests.offices import TODAY, cases


@pytest.mark.parametrize(
    ("case", "rules", "code", "day", "line"),
    [
        ("sk104-without-effect", events.RULES, "SK104", date(2026, 3, 13), 16),
        ("lt110-without-effect", reception.RULES, "LT110", date(2026, 10, 21), 21),
    ],
)
def test_a_day_kept_in_spite_of_a_holiday_is_a_change(case, rules, code, day: date, line: int, tmp_path: Path) -> None:
    root = next(one for one in cases("bad") if one.name == case).lay_out(tmp_path / "office")
    rule = next(rule for rule in rules if rule.code == code)

    def lines(context: Context) -> list[int]:
        found: list[Finding] = list(rule.run(context))
        return [finding.mark.line for finding in found]

    repository = load(root).repository
    assert line in lines(Context(repository, TODAY))
    assert line not in lines(Context(repository, TODAY, holidays={day: "Nghỉ lễ"}))
