"""Notices: processor seconds against peers that draw the same, memory over many, and how many processors are used."""

from __future__ import annotations

import dataclasses
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from statistics import fmean

from congkhai.derive.office import Office
from congkhai.publish.workers import MANY, local, one_thread
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.render.notices.render import render_many
from congkhai.render.notices.templates import Templates
from congkhai.source.load import load
from tests.bench import peers
from tests.bench.measure import Line, memory, spent
from tests.bench.records import ROOT, write_office

_DAY = date(2026, 11, 22)
_SHEETS, _BY_PEERS, _ROUNDS = 40, 6, 3
_PROCEDURES = 150
_MANY = int(os.environ.get("BENCH_NOTICES", "10000"))


def per_notice() -> Iterator[Line]:
    """One sheet of a procedure after another, warm, as a worker process prints them; after each round peers draw some
    of the same sheets.
    """
    one_thread()
    sheets = [n for n in _of(ROOT, "procedure")][:_SHEETS]
    some = range(0, len(sheets), len(sheets) // _BY_PEERS)
    ours: list[list[float]] = []
    theirs: dict[str, list[float]] = {"WeasyPrint": [], "Chromium": []}
    with ExitStack() as stack:
        draw_ours = _print(stack.enter_context(Press(Templates.read())))
        drawers = dict(_peers(stack))
        for draw in (draw_ours, *drawers.values()):
            draw([sheets[-1]])
        for _ in range(_ROUNDS):
            ours.append([_seconds(draw_ours, sheet) for sheet in sheets])
            for name, draw in drawers.items():
                with spent() as other:
                    for place in some:
                        draw([sheets[place]])
                theirs[name].append(other.cpu / len(some))
    # The least of all rounds: what other work on the machine adds is no part of it.
    mine_ms = min(map(fmean, ours)) * 1000
    same_ms = min(fmean(times[place] for place in some) for times in ours) * 1000
    yield Line("Một phiếu thủ tục (2 trang), lúc đã nóng máy", mine_ms, "ms CPU")
    yield Line("Số phiếu trong một giây CPU", 1000 / mine_ms, "phiếu", "≥ 40", 1000 / mine_ms >= 40)
    for name, found in theirs.items():
        if found:
            least = 10 if name == "WeasyPrint" else None
            yield Line(f"{name} vẽ {len(some)} phiếu trong đó, mỗi phiếu", min(found) * 1000, "ms CPU")
            yield _ratio(f"{name} tốn gấp, cũng những phiếu ấy", min(found) * 1000 / same_ms, least)


def _seconds(draw: Callable[[list[Notice]], bytes], sheet: Notice) -> float:
    """The seconds of processors that this process takes for a sheet."""
    start = time.process_time()
    draw([sheet])
    return time.process_time() - start


def booklet() -> Iterator[Line]:
    """A booklet of 300 pages and more in one go."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        write_office(Path(folder), _PROCEDURES)
        (made,) = [n for n in _of(Path(folder), "booklet") if not n.name.key.id]
        press = stack.enter_context(Press(Templates.read()))
        with spent() as mine:
            data = press.print(made)
        assert isinstance(data, bytes), data
        yield Line("Sổ tay: số trang", _pages(data), "trang", "≥ 300", _pages(data) >= 300)
        yield Line("Sổ tay: in một lần", mine.cpu, "s CPU")
        for name, draw in _peers(stack):
            with spent() as other:
                draw(list(made.parts))
            yield Line(f"{name} vẽ cùng sổ tay", other.cpu, "s CPU")
            yield _ratio(f"Sổ tay: {name} tốn gấp", other.cpu / mine.cpu, 8 if name == "WeasyPrint" else None)


def many() -> Iterator[Line]:
    """Very many different sheets through a build's worker processes: memory stays where it is, all processors work."""
    sheets = list(_of(ROOT, "procedure"))
    templates = Templates.read()
    held: list[float] = []
    with spent() as all_of, local(MANY) as executor:
        some = (_numbered(sheets[n % len(sheets)], n) for n in range(_MANY))
        for done, (_, data) in enumerate(render_many(some, executor, templates), 1):
            assert isinstance(data, bytes), data
            if done % max(1, _MANY // 10) == 0:
                held.append(memory())
    half = len(held) // 2
    growth = (max(held[half:]) / max(held[: max(half, 1)]) - 1) * 100
    yield Line("Số phiếu khác nhau đã in liền", _MANY, "phiếu")
    yield Line("Bộ nhớ lớn nhất, nửa đầu", max(held[: max(half, 1)]), "MB")
    yield Line("Bộ nhớ lớn nhất, nửa sau", max(held[half:]), "MB")
    yield Line("Nửa sau tăng so với nửa đầu", growth, "%", "≤ 10", growth <= 10)
    used = all_of.cpu / all_of.wall
    yield Line(f"Số nhân làm việc cùng lúc (máy có {os.cpu_count()}, đang chạy việc khác)", used, "nhân")


def _of(root: Path, kind: str) -> Iterator[Notice]:
    office = Office(load(root).repository, _DAY)
    return (n for n in notices(office) if isinstance(n, Notice) and n.name.kind == kind)


def _numbered(sheet: Notice, number: int) -> Notice:
    facts = sheet.facts
    assert isinstance(facts, dict)
    return dataclasses.replace(sheet, facts={**facts, "counter": f"Quầy số {number}"}, code=f"{number:05d}-00000")


def _print(press: Press) -> Callable[[list[Notice]], bytes]:
    def draw(sheets: list[Notice]) -> bytes:
        made = press.print(sheets[0])
        assert isinstance(made, bytes), made
        return made

    return draw


def _peers(stack: ExitStack) -> Iterator[tuple[str, Callable[[list[Notice]], bytes]]]:
    """Those that are installed (`pip install congkhai[bench]`, and Chromium)."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    for name, opened in (("WeasyPrint", peers.weasyprint), ("Chromium", lambda: peers.chromium(folder))):
        try:
            draw = stack.enter_context(opened())
        except ImportError as missing:
            print(f"  không có {missing}: bỏ qua {name}")
            continue
        yield name, lambda sheets, draw=draw: draw(peers.page(sheets, "Sổ tay thủ tục hành chính"))


def _pages(data: bytes) -> int:
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(data)).pages)


def _ratio(what: str, times: float, least: int | None) -> Line:
    return Line(what, times, "lần", f"≥ {least}" if least else "", times >= least if least else None)
