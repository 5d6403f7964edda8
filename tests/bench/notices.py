"""Notices: processor seconds against peers that draw the same, memory over many, and how many processors are used."""

from __future__ import annotations

import dataclasses
import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from statistics import fmean, median

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
_SHEETS, _IN_TURN, _ROUNDS = 40, 20, 3
_PROCEDURES = 150
_MANY = int(os.environ.get("BENCH_NOTICES", "10000"))


def per_notice() -> Iterator[Line]:
    """Sheets of procedures, one after another, warm, as a worker process prints them: some by us, then the same ones by
    each of the peers, and on. So what slows the machine down for a while slows all of them.
    """
    one_thread()
    sheets = [n for n in _of(ROOT, "procedure")][:_SHEETS]
    with ExitStack() as stack:
        drawers = {"": _print(stack.enter_context(Press(Templates.read()))), **dict(_peers(stack))}
        times: dict[str, list[list[float]]] = {name: [[] for _ in sheets] for name in drawers}
        for draw in drawers.values():
            draw([sheets[-1]])
        for start in [*range(0, len(sheets), _IN_TURN)] * _ROUNDS:
            for name, draw in drawers.items():
                gc.collect()  # what one left behind is not for the next to clear away
                for place in range(start, min(start + _IN_TURN, len(sheets))):
                    times[name][place].append(_seconds(draw, sheets[place], elsewhere=name == "Chromium"))
    usual = {name: _usual(found) * 1000 for name, found in times.items()}
    mine = usual.pop("")
    yield Line("Một phiếu thủ tục (2 trang), lúc đã nóng máy", mine, "ms CPU")
    yield Line("Số phiếu trong một giây CPU", 1000 / mine, "phiếu", "≥ 40", 1000 / mine >= 40)
    for name, theirs in usual.items():
        yield Line(f"{name} vẽ cũng {len(sheets)} phiếu ấy, mỗi phiếu", theirs, "ms CPU")
        yield _ratio(f"{name} tốn gấp", theirs / mine, 10 if name == "WeasyPrint" else None)


def _usual(times: Iterable[list[float]]) -> float:
    """The mean over sheets of what each usually takes: the median of its rounds, which a disturbed one cannot move."""
    return fmean(map(median, times))


def _seconds(draw: Callable[[list[Notice]], bytes], sheet: Notice, elsewhere: bool) -> float:
    """Seconds of processors for a sheet, of this process alone unless it is drawn `elsewhere`: to ask all others what
    they spent takes time, and what a waiting browser does is no part of what others draw.
    """
    if elsewhere:
        with spent() as all_of:
            draw([sheet])
        return all_of.cpu
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
