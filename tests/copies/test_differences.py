"""What differs between two versions of a notice, in words: exactly that, and never nothing when something does."""

from __future__ import annotations

import copy
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.catalogue import labels
from congkhai.derive.office import Office
from congkhai.render.copies.differences import differences
from congkhai.render.copies.titles import FACTS, shape
from congkhai.render.notices.kinds import KINDS, LISTS, NoticeKind
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.wall import draw
from congkhai.source.load import load

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
OFFICE = Office(load(ROOT).repository, DAY)


def _samples() -> dict[str, Notice]:
    """The notice of each kind of the sample office that has the most facts; a plan of middle size."""
    drawn = draw(OFFICE).notices
    ordered = sorted(drawn, key=lambda n: len(str(n.facts)))
    found = {n.name.kind: n for n in ordered}
    plans = [n for n in ordered if n.name.kind == "plan"]
    return {**found, "plan": plans[len(plans) // 2]}


SAMPLES = _samples()


def sentences(kind: str, old: object, new: object, **cited: str) -> list[str]:
    return [change.sentence for change in differences(kind, old, new, cited.get("cited"))]  # type: ignore[arg-type]


def _classes(facts: type, seen: dict[type, None]) -> dict[type, None]:
    if facts not in seen:
        seen[facts] = None
        for part in shape(facts).parts.values():
            _classes(part, seen)
    return seen


@pytest.mark.parametrize("kind", [*KINDS, LISTS], ids=lambda kind: kind.name)
def test_every_kind_of_notice_gathers_the_facts_that_it_declares(kind: NoticeKind) -> None:
    if kind is not LISTS:  # the sample has no list of persons
        assert type(next(kind.drafts(OFFICE)).facts()) is kind.facts
    assert _classes(kind.facts, {})


def test_the_catalogue_names_no_fact_in_vain() -> None:
    known: set[str] = set()
    for facts in FACTS.values():
        for cls in _classes(facts, {}):
            known |= {f"{cls.__name__}_{f.name}" for f in fields(cls)} | {f"any_{f.name}" for f in fields(cls)}
            assert set(get_type_hints(cls)) >= set(shape(cls).titles)
    assert set(labels("copy_titles")) <= known


def test_a_fee_says_what_it_was_and_by_which_act_it_changed() -> None:
    fee = {"name": "Phí cấp bản sao", "due": "50.000 đồng", "condition": ""}
    channel = {"kind": "Trực tiếp", "time_limit": "5 ngày", "time_note": "", "fees": [fee], "note": ""}
    old = {"channels": [channel], "hotline": "0299 1"}
    new = {"channels": [{**channel, "fees": [{**fee, "due": "60.000 đồng"}]}], "hotline": "0299 1"}
    told = differences("procedure", old, new, {"Phí cấp bản sao": "Nghị quyết 12/2026/NQ-HĐND"})
    assert [change.sentence for change in told] == [
        "Cách thức thực hiện – Nộp trực tiếp – Phí, lệ phí – Phí cấp bản sao: "
        "50.000 đồng → 60.000 đồng, theo Nghị quyết 12/2026/NQ-HĐND"
    ]


def test_people_are_known_by_their_post_when_the_name_changes() -> None:
    old = {"complaints": {"name": "A", "title": "Chủ tịch", "phone": "1"}, "receiving": [_person("B", "Quầy 1")]}
    new = {"complaints": {"name": "A", "title": "Chủ tịch", "phone": "2"}, "receiving": [_person("C", "Quầy 1")]}
    assert sentences("procedure", old, new) == [
        "Người tiếp nhận – Quầy 1 – Họ và tên: B → C",
        "Người giải quyết khiếu nại – Điện thoại cơ quan: 1 → 2",
    ]


def _person(name: str, title: str) -> dict[str, str]:
    return {"name": name, "title": title, "phone": "0299"}


def test_items_that_came_and_went() -> None:
    old = {"basis": ["Luật A", "Luật B"], "result": ["Giấy X"]}
    new = {"basis": ["Luật A", "Một nghị định hoàn toàn khác"], "result": ["Giấy X", "Bản sao"]}
    assert sentences("procedure", old, new) == [
        "Kết quả: thêm “Bản sao”",
        "Căn cứ pháp lý: Luật B → Một nghị định hoàn toàn khác",
    ]
    assert sentences("procedure", new, {**new, "result": ["Bản sao", "Giấy X"]}) == ["Kết quả: sắp xếp lại thứ tự"]


def test_of_a_long_text_only_the_words_around_are_shown() -> None:
    head, tail = "Người dân nộp hồ sơ tại quầy " * 12, " rồi nhận giấy hẹn và ra về" * 12
    (change,) = differences("procedure", {"summary": f"{head}số 3{tail}"}, {"summary": f"{head}số 9{tail}"})
    assert "3" in change.old
    assert "9" in change.new
    assert change.old.startswith("… ")
    assert change.old.endswith(" …")
    assert len(change.old) < 120


def test_facts_that_one_version_cannot_know_are_no_difference() -> None:
    whole: Any = SAMPLES["procedure"].facts
    older = {name: value for name, value in whole.items() if name != "hotline"}
    assert differences("procedure", older, whole) == ()
    assert differences("of-another-age", older, whole) == ()


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_the_same_facts_differ_in_nothing(kind: str) -> None:
    facts = SAMPLES[kind].facts
    assert differences(kind, facts, copy.deepcopy(facts)) == ()


def _places(facts: type, value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every text that is printed and compared."""
    found: list[tuple[str | int, ...]] = []
    for name in shape(facts).titles:
        if name not in value:  # only what says something there has it
            continue
        part = shape(facts).parts.get(name)
        items = value[name] if isinstance(value[name], list) else [value[name]]
        for number, item in enumerate(items):
            here = (*path, name, number) if isinstance(value[name], list) else (*path, name)
            if part and isinstance(item, dict):
                found += _places(part, item, here)
            elif isinstance(item, str):
                found.append(here)
    return found


@given(st.data())
def test_any_text_that_changes_is_told_with_both_wordings(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(SAMPLES)))
    old: Any = SAMPLES[kind].facts
    place = data.draw(st.sampled_from(_places(FACTS[kind], old)))
    new = copy.deepcopy(old)
    inner: Any = new
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = "Zwxj khác hẳn"
    told = differences(kind, old, new)
    assert told, place
    assert any("Zwxj" in change.sentence for change in told)
    assert told == differences(kind, old, new)
    back = differences(kind, new, old)
    assert back
    assert any("Zwxj" in change.sentence for change in back)
