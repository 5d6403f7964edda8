"""Ten times the records: what that multiplies. `BENCH_RECORDS=100000` asks for a province with all its communes."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Cost, Line, cost
from tests.bench.records import ROOT, write_office

_RECORDS = int(os.environ.get("BENCH_RECORDS", "10000"))
_TIMES, _TIME, _MEMORY = 10, 11, 6


def growth() -> Iterator[Line]:
    """All pages and the index of search, from nothing, for a tenth of the records and for all of them."""
    few, many = (_built(count) for count in (_RECORDS // _TIMES, _RECORDS))
    for count, one in ((_RECORDS // _TIMES, few), (_RECORDS, many)):
        yield Line(f"{count} bản ghi, trang và chỉ mục tìm kiếm", one.wall, "s")
        yield Line(f"{count} bản ghi, trang và chỉ mục tìm kiếm", one.cpu, "s CPU")
        yield Line(f"{count} bản ghi, trang và chỉ mục tìm kiếm", one.memory, "MB")
    times = many.cpu / few.cpu
    yield Line(f"CPU khi bản ghi gấp {_TIMES}", times, "lần", f"≤ {_TIME}", times <= _TIME)
    held = many.memory / few.memory
    yield Line(f"Bộ nhớ khi bản ghi gấp {_TIMES}", held, "lần", f"≤ {_MEMORY}", held <= _MEMORY)


def _built(count: int) -> Cost:
    with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as name:
        office = Path(name, "office")
        write_office(office, count)
        command = [sys.executable, "-m", "congkhai", "build", "--no-notices", "--quiet", "--date", "2026-11-22"]
        return cost(command, office, {"PYTHONPATH": str(ROOT / "generator")})
