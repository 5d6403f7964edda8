"""What all tests share: the package on the path, the sample offices, and how hard properties are tried."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parent

if importlib.util.find_spec("congkhai") is None:
    sys.path.insert(0, str(TESTS.parent / "generator"))

settings.register_profile(
    "suite",
    deadline=None,
    max_examples=300 if "CONGKHAI_SOAK" in os.environ else 40,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("suite")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A copy of the smallest office without mistakes, to be spoilt at will."""
    from tests.offices import lay_out

    return lay_out(tmp_path / "office")
