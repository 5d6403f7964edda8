"""What lists say of a procedure in one line."""

from __future__ import annotations

import pytest

from congkhai.render.site.makers.procedure_line import papers_text


@pytest.mark.parametrize(("counts", "text"), [([3], "3 giấy tờ"), ([4, 4], "4 giấy tờ"), ([6, 3, 5], "3–6 giấy tờ")])
def test_nobody_comes_with_the_fewest_papers(counts: list[int], text: str):
    assert papers_text(counts) == text
