"""What does not fit in the smallest type is refused with its field, its length and what would fit; that then fits."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from congkhai.derive.office import Office
from congkhai.model.procedure import Case, Procedure
from congkhai.model.reception import Reception
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.press import Press
from congkhai.source.repository import Repository, Source
from tests.notices.samples import DAY, reader

_SAID = re.compile(r"dài ([\d.]+) ký tự, không vừa (A\d) .* khoảng ([\d.]+) ký tự")


def printed(press: Press, sample: Office, source: Source, record: Any, kind: str, paper: str) -> bytes | Refusal:
    sources = {**sample.repository.sources, source.key: dataclasses.replace(source, record=record)}
    found = next(
        n
        for n in notices(Office(Repository(sources), DAY))
        if n.name.kind == kind and n.name.paper.value == paper and source.path in n.sources
    )
    assert isinstance(found, Notice), found
    return press.print(found)


def _papers(record: Procedure, length: int) -> Procedure:
    paper = dataclasses.replace(record.cases[0].papers[0], form_name=None, note=None)
    count = max(1, length // 100)
    papers = tuple(dataclasses.replace(paper, name=f"{n:03d} " + "giấy tờ " * 12) for n in range(count))
    case: Case = dataclasses.replace(record.cases[0], name=None, papers=papers)
    return dataclasses.replace(record, cases=(case,))


def _sessions(record: Reception, length: int) -> Reception:
    rule = dataclasses.replace(record.periodic[0], attending=tuple("đơn vị " * 70 for _ in range(length // 490)))
    return dataclasses.replace(record, periodic=(rule,))


@pytest.mark.parametrize(
    ("kind", "paper", "record", "lengthen", "field"),
    [
        ("card", "a5", ("procedure", "1.001193"), _papers, "cases"),
        ("reception", "a4", ("reception", "lich-2026-h2"), _sessions, "periodic"),
        ("board", "a3", ("reception", "lich-2026-h2"), _sessions, "calendar"),
    ],
)
def test_too_much_is_refused_and_what_is_said_to_fit_does(  # noqa: PLR0913 - a row of the table
    sample: Office, press: Press, kind: str, paper: str, record: tuple[str, str], lengthen: Any, field: str
):
    source = sample.get(*record)
    made = printed(press, sample, source, lengthen(source.record, 30_000), kind, paper)
    assert isinstance(made, Refusal), "it was not too long"
    assert made.field == field
    said = _SAID.search(made.reason)
    assert said, made.reason
    length, room = (int(said[n].replace(".", "")) for n in (1, 3))
    assert said[2] == paper.upper()
    assert 0 < room < length
    shorter = printed(press, sample, source, lengthen(source.record, room - max(0, length - 30_000)), kind, paper)
    assert isinstance(shorter, bytes), shorter
    assert len(reader(shorter).pages) <= 2


def test_a_card_takes_its_back_before_it_is_refused(sample: Office, press: Press):
    source = sample.get("procedure", "1.001193")
    pages = [
        len(reader(made).pages)
        for length in (100, 800, 2500)
        if isinstance(made := printed(press, sample, source, _papers(source.record, length), "card", "a5"), bytes)
    ]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] == 2
