"""Building a whole site, beside other generators on the same records in the same run."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.generators import HUGO, MKDOCS, ZENSICAL, Peer
from tests.bench.measure import Cost, Line, cost
from tests.bench.records import ROOT, write_office

_DAY = "2026-11-22"
_RECORDS = int(os.environ.get("BENCH_RECORDS", "10000"))
#: Hugo first, because ours are told as parts of its cost.
_PEERS: tuple[Peer, ...] = (HUGO, MKDOCS, ZENSICAL)


def whole() -> Iterator[Line]:
    """What each way costs: seconds, processor seconds and memory, and for ours the parts of Hugo's build."""
    with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as name:
        office = Path(name, "office")
        write_office(office, _RECORDS)
        base = None
        for told, one in _peers(office, Path(name)):
            yield from _costs(told, one)
            base = base or one
        assert base is not None, "Hugo comes first"
        for told, one, most in _ours(office):
            yield from _costs(told, one)
            for part, unit in ((one.wall / base.wall, "× giờ của Hugo"), (one.cpu / base.cpu, "× CPU của Hugo")):
                bound = f"≤ {most}".replace(".", ",") if most else ""
                yield Line(f"{told}, so với Hugo", part, unit, bound, part <= most if most else None)


def _costs(told: str, one: Cost) -> Iterator[Line]:
    yield Line(told, one.wall, "s")
    yield Line(told, one.cpu, "s CPU")
    yield Line(told, one.memory, "MB")


def _peers(office: Path, folder: Path) -> Iterator[tuple[str, Cost]]:
    for peer in _PEERS:
        project = folder / peer.name
        peer.write(office / "content/procedures", project)
        program = Path(sys.executable).with_name(peer.command[0])
        done = cost([str(program), *peer.command[1:]], project)
        _made(project / peer.site, office)
        yield peer.name, done
        shutil.rmtree(project)


def _made(site: Path, office: Path) -> None:
    """Make sure that each record has a page with its text. Raises RuntimeError."""
    for path in (office / "content/procedures").rglob("*.yml"):
        line = next(line for line in path.read_text("utf-8").split("\n") if line.startswith("conditions: "))
        pages = [site / "thu-tuc" / name / "index.html" for name in (path.stem, path.stem.replace(".", "-"))]
        page = next((page for page in pages if page.exists()), None)
        if page is None or line.partition(": ")[2] not in page.read_text("utf-8"):
            raise RuntimeError(f"{site}: {path.stem}")


def _ours(office: Path) -> Iterator[tuple[str, Cost, float | None]]:
    def congkhai(*words: str) -> Cost:
        command = [sys.executable, "-m", "congkhai", "--root", str(office), *words, "--date", _DAY]
        return cost(command, office, {"PYTHONPATH": str(ROOT / "generator")})

    plain = ("build", "--no-notices", "--no-search", "--quiet")
    yield "congkhai, từ đầu", congkhai(*plain), 0.6
    _made(office / "site", office)
    yield "congkhai, không có gì đổi", congkhai(*plain), 0.04
    _one_line(office)
    yield "congkhai, một dòng đổi", congkhai(*plain), 0.06
    yield "congkhai check, đã có kết quả cũ", congkhai("check"), None
    yield "congkhai check, lần nữa", congkhai("check"), None
    shutil.rmtree(office / ".congkhai")
    yield "congkhai check, từ đầu", congkhai("check"), None
    congkhai(*plain)
    yield "congkhai, chỉ mục tìm kiếm từ đầu", congkhai("build", "--no-notices", "--quiet"), None


def _one_line(office: Path) -> None:
    """Another fee for one procedure."""
    path = next((office / "content/procedures").rglob("*.yml"))
    lines = path.read_text("utf-8").split("\n")
    place = next(number for number, line in enumerate(lines) if "amount: " in line)
    lines[place] = lines[place].partition("amount: ")[0] + "amount: 77000"
    path.write_text("\n".join(lines), "utf-8")
