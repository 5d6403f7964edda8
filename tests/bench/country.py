"""What a country costs: one commune from nothing, and what it adds that workers of their own do the work."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Cost, Line, cost
from tests.bench.records import ROOT, write_office

_DAY, _NEXT = "2026-11-22", "2026-11-23"
#: Communes of the country since 1 July 2025 (3,321), and about how many procedures each has to post.
_COMMUNES = 3321
_PROCEDURES = int(os.environ.get("BENCH_COMMUNE", "400"))
#: How many small communes, of how many procedures, show what spreading the work costs.
_FEW, _SMALL = 4, 25
_SECONDS = 3600


def country() -> Iterator[Line]:
    """Pages, search and all notices of one commune, in processor seconds; those of all communes, in worker hours."""
    with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as name:
        folder = Path(name)
        write_office(folder / "xa", _PROCEDURES)
        one = _congkhai(folder, "--root", str(folder / "xa"), "build", "--quiet")
        files = [entry["path"] for entry in json.loads((folder / "xa/site/manifest.json").read_text("utf-8"))["files"]]
        yield Line("Thủ tục của một xã", _PROCEDURES, "thủ tục")
        yield Line("Trang của một xã", sum(path.endswith(".html") for path in files), "trang")
        yield Line("Bản in của một xã", sum(path.endswith(".pdf") for path in files), "tệp PDF")
        yield Line("Dựng một xã từ đầu", one.cpu, "s CPU")
        yield Line("Bộ nhớ", one.memory, "MB")
        yield Line(f"Cả nước ({_COMMUNES} xã), từ đầu", one.cpu * _COMMUNES / _SECONDS, "giờ máy (một nhân)")
        again = _congkhai(folder, "--root", str(folder / "xa"), "build", "--quiet", day=_NEXT)
        yield Line("Dựng lại xã đó hôm sau, dữ liệu không đổi", again.cpu, "s CPU")
        yield Line("Cả nước, mỗi ngày", again.cpu * _COMMUNES / _SECONDS, "giờ máy (một nhân)")
        yield from _spread(folder / "nhieu")


def _spread(folder: Path) -> Iterator[Line]:
    """Few communes one by one, and by the processes of `build-all`."""
    for number in range(_FEW):
        write_office(folder / f"kho/xa-{number}", _SMALL, seed=number)
    alone = [
        _congkhai(folder, "--root", str(folder / f"kho/xa-{number}"), "build", "--quiet", "--site", str(folder / "mot"))
        for number in range(_FEW)
    ]
    for number in range(_FEW):
        write_office(folder / f"lai/xa-{number}", _SMALL, seed=number)
    spread = _congkhai(folder, "build-all", str(folder / "lai"), "--out", str(folder / "nhieu"), "--quiet")
    cpu, wall = sum(one.cpu for one in alone), sum(one.wall for one in alone)
    yield Line(f"{_FEW} xã nhỏ, lần lượt từng xã", cpu, "s CPU")
    yield Line(f"{_FEW} xã nhỏ, congkhai build-all", spread.cpu, "s CPU")
    yield Line("Chia việc tốn thêm", (spread.cpu / cpu - 1) * 100, "% CPU", "≤ 10", spread.cpu <= cpu * 1.1)
    yield Line("Nhanh hơn lần lượt", wall / spread.wall, "lần")


def _congkhai(folder: Path, *words: str, day: str = _DAY) -> Cost:
    command = [sys.executable, "-m", "congkhai", *words, "--date", day]
    return cost(command, folder, {"PYTHONPATH": str(ROOT / "generator")})
