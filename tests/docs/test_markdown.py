"""Guides are written so that the engine's Markdown reads them as a person does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_fence_stands_inside_a_list(page: Path):
    """A fence that is set in is read as running text, and the list's numbers start again after it."""
    assert not re.findall(r"^ +```", page.read_text("utf-8"), re.MULTILINE), "set the code in by eight spaces instead"
