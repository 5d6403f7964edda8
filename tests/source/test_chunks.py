"""Lists in chunks: read back whole, little written for a little change, and damage never passed over."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.source import chunks
from congkhai.source.chunks import changed_chunks, changed_map, kept_list, kept_map
from congkhai.source.shelf import NAME, Shelf

_LISTS = st.lists(st.tuples(st.text(max_size=3), st.integers()), max_size=25)


@settings(max_examples=30)
@given(_LISTS, _LISTS)
def test_what_is_kept_is_read_back(first: list[tuple[str, int]], second: list[tuple[str, int]]) -> None:
    size, chunks._SIZE = chunks._SIZE, 4
    try:
        with Shelf(None, "program") as shelf:
            shelf.keep(changed_chunks("a", first, None))
            assert kept_list(shelf, "a") == first
            shelf.keep(changed_chunks("a", second, first))
            assert kept_list(shelf, "a") == second
            shelf.keep(changed_map("b", dict(second), None))
            assert kept_map(shelf, "b") == dict(second)
            assert kept_list(shelf, "c") is None
    finally:
        chunks._SIZE = size


def test_of_a_long_list_only_the_chunk_that_changed_is_written() -> None:
    before = [("a", number) for number in range(5500)]
    now = [*before[:3200], ("b", 0), *before[3201:]]
    assert list(changed_chunks("a", now, before)) == ["a 3"]
    assert changed_chunks("a", now, now) == {}
    assert sorted(changed_chunks("a", now[:5000], now)) == ["a"]


def test_a_list_of_which_a_chunk_is_damaged_is_none(tmp_path: Path) -> None:
    with Shelf(tmp_path, "program") as shelf:
        shelf.keep(changed_chunks("a", list(range(2500)), None))
    with closing(sqlite3.connect(tmp_path / NAME)) as base, base:
        base.execute("UPDATE about SET value = x'00' || value WHERE name = 'a 1'")
    with Shelf(tmp_path, "program") as shelf:
        assert kept_list(shelf, "a") is None
        assert shelf.damaged
