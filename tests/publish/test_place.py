"""Files that belong together go to their places together, and never over a file that somebody else made first."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.publish.place import place, place_together


def test_new_and_changed_files_are_written(tmp_path: Path):
    old = tmp_path / "old.yml"
    old.write_bytes(b"1")
    place_together({old: b"2"}, {tmp_path / "in/new.yml": b"3"})
    assert (old.read_bytes(), (tmp_path / "in/new.yml").read_bytes()) == (b"2", b"3")
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["new.yml", "old.yml"]


def test_nothing_is_written_over_a_file_that_is_there(tmp_path: Path):
    old, first, taken = tmp_path / "old.yml", tmp_path / "a.yml", tmp_path / "b.yml"
    old.write_bytes(b"1")
    taken.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        place_together({old: b"2"}, {first: b"3", taken: b"mine"})
    assert (old.read_bytes(), taken.read_bytes()) == (b"1", b"theirs")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.yml", "old.yml"]


def test_one_file_is_written_only_when_it_changes(tmp_path: Path):
    path = tmp_path / "in/a"
    assert [place(path, b"1"), place(path, b"1"), place(path, b"2")] == [True, False, True]
