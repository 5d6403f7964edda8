"""A press remembers what notices share, and nothing of what one notice says."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.press import Press
from congkhai.render.notices.render import render
from congkhai.render.notices.templates import Templates


def test_the_order_of_printing_changes_no_byte(one_of_each: Mapping[str, Notice], templates: Templates, press: Press):
    """Not even after one that is refused, or of an office with another colour."""
    sheet, card = one_of_each["procedure-a4"], one_of_each["card-a5"]
    other = replace(card, imprint=replace(card.imprint, colour="#14532d", sample=False))
    broken = replace(sheet, facts={})
    order = (sheet, broken, card, sheet, other, card, broken, other, sheet)
    assert isinstance(press.print(broken), Refusal)
    assert press.print(other) != press.print(card)
    for notice in order:
        assert press.print(notice) == render(notice, templates)


def test_facts_lie_in_a_folder_only_while_they_are_printed(
    one_of_each: Mapping[str, Notice], templates: Templates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    sheet = one_of_each["procedure-a4"]
    with Press(templates) as press:
        for notice in (sheet, replace(sheet, facts={})):
            press.print(notice)
            left = [path for path in tmp_path.rglob("*") if path.is_file()]
            assert left
            assert {path.suffix for path in left} <= {".typ", ".svg", ".png", ".jpg"}
    assert not list(tmp_path.iterdir())
