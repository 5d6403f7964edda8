"""Building a whole site, beside other generators on the same records in the same run."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.measure import Cost, cost
from tests.bench.peers import HUGO, MKDOCS, ZENSICAL, Peer
from tests.bench.records import ROOT, write_office

_DAY = "2026-11-22"
#: Hugo first, because all others are told as parts of its cost.
PEERS = (HUGO, MKDOCS, ZENSICAL)


def run(records: int, peers: tuple[Peer, ...], say: Callable[[str], None]) -> list[tuple[str, Cost]]:
    """What each way costs, by name; Hugo's build, when it is among the peers, comes first."""
    with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as name:
        office = Path(name, "office")
        write_office(office, records)
        found: list[tuple[str, Cost]] = []
        for told, one in (*_peers(office, Path(name), peers), *_ours(office)):
            say(f"{told}: {one.wall:.2f} s, {one.cpu:.2f} CPU s, {one.memory:.0f} MB")
            found.append((told, one))
    return found


def table(records: int, found: list[tuple[str, Cost]]) -> str:
    """The costs as a table, each beside the first."""
    base = found[0][1]
    lines = [
        f"| {records} hồ sơ | giây | so với {found[0][0]} | giây CPU | so với {found[0][0]} | bộ nhớ, MB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, one in found:
        wall, cpu = one.wall / base.wall, one.cpu / base.cpu
        lines.append(f"| {name} | {one.wall:.2f} | {wall:.3f} | {one.cpu:.2f} | {cpu:.3f} | {one.memory:.0f} |")
    return "\n".join(lines).replace(".", ",") + "\n"


def _peers(office: Path, folder: Path, peers: tuple[Peer, ...]) -> Iterator[tuple[str, Cost]]:
    for peer in peers:
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


def _ours(office: Path) -> Iterator[tuple[str, Cost]]:
    def congkhai(*words: str) -> Cost:
        command = [sys.executable, "-m", "congkhai", "--root", str(office), *words, "--date", _DAY]
        return cost(command, office, {"PYTHONPATH": str(ROOT / "generator")})

    plain = ("build", "--no-notices", "--no-search", "--quiet")
    yield "congkhai, từ đầu", congkhai(*plain)
    _made(office / "site", office)
    yield "congkhai, không có gì đổi", congkhai(*plain)
    _one_line(office)
    yield "congkhai, một dòng đổi", congkhai(*plain)
    yield "congkhai check, đã có kết quả cũ", congkhai("check")
    yield "congkhai check, lần nữa", congkhai("check")
    shutil.rmtree(office / ".congkhai")
    yield "congkhai check, từ đầu", congkhai("check")
    congkhai(*plain)
    yield "congkhai, chỉ mục tìm kiếm từ đầu", congkhai("build", "--no-notices", "--quiet")


def _one_line(office: Path) -> None:
    """Another fee for one procedure."""
    path = next((office / "content/procedures").rglob("*.yml"))
    lines = path.read_text("utf-8").split("\n")
    place = next(number for number, line in enumerate(lines) if "amount: " in line)
    lines[place] = lines[place].partition("amount: ")[0] + "amount: 77000"
    path.write_text("\n".join(lines), "utf-8")
