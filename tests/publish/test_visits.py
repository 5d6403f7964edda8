"""Of very many records few are held at once: a build does not fetch each of them again for every list."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.bench.records import write_office

from congkhai.publish.build import build
from congkhai.publish.request import Request
from congkhai.source import library
from congkhai.source.library import Body, Library

#: For the words of the thesaurus, when it is checked, for the lists, for its page, for its data; a few once more.
VISITS = 6


def test_a_record_is_fetched_a_few_times_however_many_lists_name_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: Counter[str] = Counter()
    read = Library.read

    def counted(self: Library, path: str) -> Body:
        fetched[path] += path not in self._held
        return read(self, path)

    monkeypatch.setattr(Library, "read", counted)
    monkeypatch.setattr(library, "_HELD", 20)
    write_office(tmp_path, 200)
    day = date(2026, 11, 22)
    request = Request(tmp_path, tmp_path / "site", tmp_path / "state", day, with_notices=False, with_search=False)
    build(request)
    procedures = [count for path, count in fetched.items() if path.startswith("content/procedures/")]
    assert len(procedures) == 200
    assert sum(procedures) / len(procedures) <= VISITS
