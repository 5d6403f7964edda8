"""Days that pass make no mistake of what nobody changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from congkhai.model.finding import Severity
from tests.offices import findings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("day", [date(2027, 3, 1), date(2028, 2, 29), date(2035, 1, 1)])
def test_the_sample_can_be_built_on_any_day_to_come(day: date) -> None:
    wrong = [finding for finding in findings(ROOT, day) if finding.severity is Severity.ERROR]
    assert wrong == []
