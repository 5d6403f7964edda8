"""veraPDF's judgement of what the sample office does not have: two hundred made-up sheets, a booklet of 300 pages."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.model.procedure import Case, Procedure
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.source.load import load
from congkhai.source.repository import Repository, Source
from tests.bench.records import write_office
from tests.notices import verapdf
from tests.notices.samples import DAY, Sheet, each, reader

BATCHES, EACH = 10, 20
_WORDS = (
    "hồ sơ",
    "Ủy ban nhân dân",
    "12/2026/QĐ-UBND",
    "giấy tờ",
    "50.000 đồng",
    "07:30–11:30",
    "ngữ nghĩa",
    "Đ",
    "a)",
)


def _text(draw: random.Random, longest: int) -> str:
    wanted = draw.choice((1, 8, 40, 80, 120, longest // 4))
    text = draw.choice(("Nộp", "Điều kiện", "Căn cước"))
    while len(text) < wanted:
        text += " " + draw.choice(_WORDS)
    return text[:longest].strip()


def _varied(source: Source, draw: random.Random) -> Source:
    """The procedure with other numbers of steps, papers, ways and laws, and texts of any length."""
    record: Procedure = source.record
    papers = [p for case in record.cases for p in case.papers]
    cases = tuple(
        Case(
            name=_text(draw, 600) if draw.random() < 0.7 else None,
            papers=tuple(
                dataclasses.replace(
                    draw.choice(papers),
                    name=_text(draw, 1500),
                    note=_text(draw, 1000) if draw.random() < 0.3 else None,
                    show_only=draw.random() < 0.2,
                )
                for _ in range(draw.choice((1, 3, 12, 40)))
            ),
        )
        for _ in range(draw.choice((1, 1, 2, 5)))
    )
    made = dataclasses.replace(
        record,
        name=_text(draw, 420),
        summary=_text(draw, 300) if draw.random() < 0.7 else None,
        steps=tuple(_text(draw, 3000) for _ in range(draw.choice((1, 4, 15)))),
        channels=record.channels[: draw.choice((1, 2, 3))],
        cases=cases,
        result=tuple(_text(draw, 200) for _ in range(draw.choice((1, 3)))),
        conditions=_text(draw, 6000) if draw.random() < 0.5 else None,
        basis=record.basis * draw.choice((1, 6, 30)),
    )
    return dataclasses.replace(source, record=made)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("office")
    write_office(folder, EACH)
    return Office(load(folder).repository, DAY)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_two_hundred_made_up_sheets_conform(made_up: Office, press: Press, tmp_path: Path, batch: int):
    draw = random.Random(7919 + batch)
    sources = dict(made_up.repository.sources)
    for source in made_up.repository.all("procedure"):
        sources[source.key] = _varied(source, draw)
    office = Office(Repository(sources), DAY)
    found = [n for n in notices(office, lambda key: key.kind == "procedure") if n.name.kind == "procedure"]
    assert len(found) == EACH
    broken: dict[str, tuple[str, ...]] = {}
    pages = set()
    for number, notice in enumerate(found):
        assert isinstance(notice, Notice), notice
        made = press.print(notice)
        assert isinstance(made, bytes), made
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(made)
        pages.add(len(reader(made).pages))
        if rules := verapdf.judge(path):
            broken[notice.imprint.title] = rules
    assert broken == {}
    assert len(pages) > 2, "sheets of many lengths"


def test_a_booklet_of_300_pages_conforms(press: Press, tmp_path: Path):
    write_office(tmp_path / "office", 150)
    office = Office(load(tmp_path / "office").repository, DAY)
    (notice,) = [n for n in notices(office) if n.name.kind == "booklet" and not n.name.key.id]
    assert isinstance(notice, Notice), notice
    made = press.print(notice)
    assert isinstance(made, bytes), made
    assert len(reader(made).pages) >= 300
    path = tmp_path / "so-tay.pdf"
    path.write_bytes(made)
    assert verapdf.judge(path, "a-3a") == ()


@pytest.mark.parametrize("part", range(4))
def test_every_booklet_of_the_sample_conforms(booklets: tuple[Sheet, ...], part: int):
    assert each(lambda sheet: list(verapdf.judge(sheet.path, "a-3a")), booklets[part::4]) == {}
