"""The five seed plans: every expression of time means what the survey of plans says it means."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from congkhai.model.phrases import Kind, Understood, read_deadline
from tests.phrases.shorthand import anchor

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "seeds.toml").read_text("utf-8"))


def facts(time: Understood) -> set[str]:
    """Whatever the table may tell of a time; the days and the rule must be told when there are any."""
    told = {time.kind.value}
    if time.start or time.end:
        told.add(f"{time.start or ''}..{time.end or ''}")
    if time.rule:
        told.add(f"rule={time.rule}")
    if not time.inclusive:
        told |= {"exclusive", f"named={time.named_day}"}
    return told


def further(time: Understood) -> set[str]:
    return {
        *(["expected"] if time.expected else []),
        *(["estimated"] if time.estimated else []),
        *(["no-deadline"] if time.not_a_deadline else []),
        *([f"part={time.part.value}"] if time.part else []),
        *([f"relation={time.relation.value}"] if time.relation else []),
        *([f"times={time.times.low}"] if time.times else []),
        *([f"amount={time.amount.low}-{time.amount.high}", time.amount.unit.value] if time.amount else []),
        *(f"on={day}" for day in time.occurrences),
    }


@pytest.mark.parametrize("row", TABLE["row"], ids=lambda row: f"{row['plan']} {row['section']} {row['phrase'][:40]}")
def test_a_row_of_the_table(row: dict[str, Any]) -> None:
    plan = TABLE["plan"][row["plan"]]
    reading = read_deadline(row["phrase"], anchor(plan.get("date"), plan["period"]))
    assert not reading.unread
    assert len(reading.times) == len(row["is"])
    for time, told in zip(reading.times, row["is"], strict=True):
        assert facts(time) <= set(told.split())
        assert set(told.split()) <= facts(time) | further(time)


def test_no_cited_date_is_a_deadline() -> None:
    cited = [row for row in TABLE["row"] if row["section"] == "căn cứ"]
    assert len(cited) == 15
    for row in cited:
        (time,) = read_deadline(row["phrase"], anchor()).times
        assert (time.kind, time.not_a_deadline) == (Kind.CITED, True)
