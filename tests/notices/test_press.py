"""A press remembers what notices share, and nothing of what one notice says."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from congkhai.model.copy import Plain
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.press import Press
from congkhai.render.notices.render import render
from congkhai.render.notices.templates import Templates


def test_the_order_of_printing_changes_no_byte(one_of_each: Mapping[str, Notice], templates: Templates, press: Press):
    """Not even after one that is refused, or of an office with another colour."""
    sheet, card = one_of_each["procedure-a4"], one_of_each["card-a5"]
    other = replace(card, imprint=replace(card.imprint, colour="#14532d", sample=False))
    broken = replace(sheet, facts={})
    of_another_kind = replace(card, facts={})
    order = (sheet, broken, card, sheet, of_another_kind, sheet, other, card, broken, other, sheet)
    assert isinstance(press.print(broken), Refusal)
    assert press.print(other) != press.print(card)
    for notice in order:
        assert press.print(notice) == render(notice, templates)


_GROWS = """
import pickle, resource, sys
from congkhai.render.notices.press import Press
from congkhai.render.notices.templates import Templates
booklets = pickle.load(sys.stdin.buffer)
with Press(Templates.read()) as press:
    for booklet in booklets:
        assert isinstance(press.print(booklet), bytes)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_one_booklet_after_another_takes_no_more_memory(everything: tuple[Notice, ...]):
    """Typst would keep what it made of the last ten."""
    booklet = max((n for n in everything if n.name.kind == "booklet" and n.name.key.id), key=lambda n: len(n.parts))
    several = [replace(booklet, forms={}, code=f"{n:05d}-00000") for n in range(7)]
    several = [replace(one, facts=_without_forms(one.facts)) for one in several]
    done = subprocess.run([sys.executable, "-c", _GROWS], input=pickle.dumps(several), capture_output=True, check=True)
    used = [int(line) for line in done.stdout.split()]
    assert used[-1] < used[0] * 1.1, used


def _without_forms(facts: Plain) -> Plain:
    if isinstance(facts, dict):
        return {name: [] if name == "forms" else _without_forms(value) for name, value in facts.items()}
    return [_without_forms(one) for one in facts] if isinstance(facts, list) else facts


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
