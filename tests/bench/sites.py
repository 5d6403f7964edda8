"""Building a whole site, beside other generators on the same records in the same run."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.bench.generators import HUGO, MKDOCS, ZENSICAL, Peer
from tests.bench.hugo import same_words
from tests.bench.measure import Cost, Line, cost, middle
from tests.bench.records import ROOT, write_office

_DAY = "2026-11-22"
_RECORDS = int(os.environ.get("BENCH_RECORDS", "10000"))
#: Notices are measured on as many procedures as a commune has.
_PRINTED = int(os.environ.get("BENCH_PRINTED", "500"))
#: What is short is measured so often, with a fee that is so much higher each time.
_TIMES = (1_000, 2_000, 3_000)
#: Hugo first, because ours are told as parts of its cost. A machine that has only one may leave the others out.
_PEERS: tuple[Peer, ...] = (HUGO, MKDOCS, ZENSICAL) if not os.environ.get("BENCH_HUGO") else (HUGO,)


def whole() -> Iterator[Line]:
    """What each way costs: seconds, processor seconds and memory, and for ours the parts of Hugo's build."""
    with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as name:
        office = Path(name, "office")
        write_office(office, _RECORDS)
        ours = _ours(office)
        told, cold, most = next(ours)
        yield from _costs(told, cold)
        yield from _made(office / "site", office, told)
        base = None
        for peer in _PEERS:
            one, made = _peer(peer, office, Path(name))
            yield from _costs(peer.name, one)
            yield from made
            if peer is MKDOCS:
                part = one.cpu / cold.cpu
                yield Line(f"{peer.name} tốn gấp congkhai, từ đầu", part, "lần CPU", "≥ 12", part >= 12)
            base = base or one
        assert base is not None, "Hugo comes first"
        yield from _parts(told, cold, base, most)
        for told, one, most in (*ours, *_with_notices(Path(name, "commune"))):
            yield from _costs(told, one)
            yield from _parts(told, one, base, most)


def _costs(told: str, one: Cost) -> Iterator[Line]:
    yield Line(told, one.wall, "s")
    yield Line(told, one.cpu, "s CPU")
    yield Line(told, one.memory, "MB")


def _parts(told: str, one: Cost, base: Cost, most: float | None) -> Iterator[Line]:
    for part, unit in ((one.wall / base.wall, "× giờ của Hugo"), (one.cpu / base.cpu, "× CPU của Hugo")):
        bound = f"≤ {most}".replace(".", ",") if most else ""
        yield Line(f"{told}, so với Hugo", part, unit, bound, part <= most if most else None)


def _peer(peer: Peer, office: Path, folder: Path) -> tuple[Cost, list[Line]]:
    project = folder / peer.name
    peer.write(office, project)
    program = Path(sys.executable).with_name(peer.command[0])
    done = cost([str(program), *peer.command[1:]], project)
    made = list(_made(project / peer.site, office, peer.name))
    if peer is HUGO:
        _same_words(project / peer.site, office)
        _same_lists(project / peer.site, office)
    shutil.rmtree(project)
    return done, made


def _made(site: Path, office: Path, told: str) -> Iterator[Line]:
    """How much was made, once each record has a page with its text. Raises RuntimeError."""
    for path in (office / "content/procedures").rglob("*.yml"):
        line = next(line for line in path.read_text("utf-8").split("\n") if line.startswith("conditions: "))
        page = site / "thu-tuc" / path.stem / "index.html"
        if not page.exists() or line.partition(": ")[2] not in page.read_text("utf-8"):
            raise RuntimeError(f"{site}: {path.stem}")
    files = [path for path in site.rglob("*") if path.is_file()]
    yield Line(f"{told}: số tệp", len(files), "tệp")
    yield Line(f"{told}: cỡ trang", sum(path.stat().st_size for path in files) / 1_000_000, "MB")


def _same_words(site: Path, office: Path) -> None:
    """Make sure that each page says what ours says. Raises RuntimeError."""
    for path in (site / "thu-tuc").glob("*/index.html"):
        ours = office / "site" / path.relative_to(site)
        if not same_words(ours.read_text("utf-8"), path.read_text("utf-8")):
            raise RuntimeError(f"{path.parent.name}: Hugo")


def _same_lists(site: Path, office: Path) -> None:
    """Make sure that its lists have as many lines as ours. Raises RuntimeError."""
    for theirs, ours in (("linh-vuc", "linh-vuc"), ("nguoi-va-viec", "doi-tuong")):
        if _lines(site / theirs) != _lines(office / "site" / ours):
            raise RuntimeError(f"{theirs}: Hugo")


def _lines(folder: Path) -> int:
    return sum(path.read_text("utf-8").count('class="ck-list__facts"') for path in folder.rglob("*.html"))


def _congkhai(office: Path, *words: str) -> Cost:
    command = [sys.executable, "-m", "congkhai", "--root", str(office), *words, "--date", _DAY]
    return cost(command, office, {"PYTHONPATH": str(ROOT / "generator")})


def _with_notices(office: Path) -> Iterator[tuple[str, Cost, float | None]]:
    """A commune with all that it prints: each sheet, the lists and the booklets."""
    write_office(office, _PRINTED)
    of = f"congkhai, {_PRINTED} thủ tục"
    yield f"{of}, từ đầu, cả tìm kiếm và bản in", _congkhai(office, "build", "--quiet"), None
    yield f"{of}, một dòng đổi, cả tìm kiếm và bản in", _one_line(office, "build", "--quiet"), 0.06


def _ours(office: Path) -> Iterator[tuple[str, Cost, float | None]]:
    congkhai = partial(_congkhai, office)
    plain = ("build", "--no-notices", "--no-search", "--quiet")
    yield "congkhai, từ đầu", congkhai(*plain), 0.6
    yield "congkhai, không có gì đổi", middle(congkhai(*plain) for _ in _TIMES), 0.04
    yield "congkhai, một dòng đổi", _one_line(office, *plain), 0.06
    yield "congkhai check, đã có kết quả cũ", congkhai("check"), None
    yield "congkhai check, lần nữa", congkhai("check"), None
    shutil.rmtree(office / ".congkhai")
    yield "congkhai check, từ đầu", congkhai("check"), None
    congkhai(*plain)
    yield "congkhai, chỉ mục tìm kiếm từ đầu", congkhai("build", "--no-notices", "--quiet"), None
    found = _one_line(office, "build", "--no-notices", "--quiet")
    yield "congkhai, một dòng đổi, cả chỉ mục tìm kiếm", found, 0.06


def _one_line(office: Path, *words: str) -> Cost:
    """What it costs to build after one procedure got another fee."""
    return middle(_after_another_fee(office, amount, words) for amount in _TIMES)


def _after_another_fee(office: Path, amount: int, words: Sequence[str]) -> Cost:
    path = next((office / "content/procedures").rglob("*.yml"))
    lines = path.read_text("utf-8").split("\n")
    place = next(number for number, line in enumerate(lines) if "amount: " in line)
    before, _, old = lines[place].partition("amount: ")
    lines[place] = f"{before}amount: {int(old) + amount}"
    path.write_text("\n".join(lines), "utf-8")
    return _congkhai(office, *words)
