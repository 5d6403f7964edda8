"""Words that ask for care where lines end are named to Typst one by one, and mean there what they are."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

from congkhai.render.notices.breaks import Breaks, breaks
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from tests.notices.samples import texts, words


def test_only_what_the_texts_call_for():
    assert breaks({"name": "Cấp bản sao", "papers": ["Tờ khai", 3, None]}) == Breaks("", "")


def test_words_are_found_in_any_depth_and_are_no_patterns():
    told = {"law": ["Luật số 08/2012/QH13; Nghị định 62/2021/NĐ-CP (mới)"], "fee": "1.000 đồng", "at": ("07:00–11:30",)}
    found = breaks(told)
    assert found.endless == ""
    assert re.findall(found.whole, told["law"][0]) == ["08/2012/QH13", "62/2021/NĐ-CP"]
    assert re.fullmatch(found.whole, "1.000 đồng")
    assert not re.fullmatch(found.whole, "1x000 đồng")
    assert re.fullmatch(found.whole, "07:00–11:30")


def test_of_two_words_with_one_beginning_the_longer_is_found():
    found = breaks(["1/2", "1/2/3"]).whole
    assert re.findall(found, "theo 1/2/3 và 1/2") == ["1/2/3", "1/2"]


def test_a_sum_stays_with_what_it_is_for_as_long_as_that_is_short():
    short, long = "8.000 đồng/bản", "50.000 đồng/trường-hợp-rất-dài"
    found = breaks([short, long])
    assert re.findall(found.whole, short) == [short]
    assert re.match(found.whole, long)[0] == "50.000 đồng"


def test_very_many_words_are_found_by_what_they_share():
    found = breaks([*(f"{n}/QĐ-UBND" for n in range(200)), "1.000 đồng"]).whole
    assert len(found) < 100
    assert re.search(found, "999/QĐ-UBND")
    assert re.fullmatch(found, "7.000 đồng")


def test_telephones_are_found_whole():
    told = "Giám đốc Trung tâm, 0299 3 555 026, hoặc 028 3822 1234; ngày 05 10 2026, hồ sơ 12 345"
    assert re.findall(breaks([told]).whole, told) == ["0299 3 555 026", "028 3822 1234", "05 10 2026"]
    assert breaks(["số 12, 345 hồ sơ trong 03 tháng"]).whole == ""


def test_endless_words_are_told_apart():
    word = "a" * 30
    assert re.findall(breaks([f"xem {word} nhé"]).endless, word) == [word]


def test_a_sheet_keeps_them_whole_wherever_its_lines_end(everything: tuple[Notice, ...], press: Press, tmp_path: Path):
    """Also beside a word without end, which is parted and leaves nothing outside the page."""
    kept = ("62/2021/NĐ-CP", "50.000 đồng/bản", "0299 3 555 026", "07:00–11:30")
    told = [" ".join(["chữ" + "i" * (n % 7)] * (9 + n) + [word]) + "." for n in range(24) for word in kept]
    sheet = next(notice for notice in everything if notice.name.kind == "procedure")
    facts: Any = sheet.facts
    path = tmp_path / "sheet.pdf"
    for endless in ("", "w" * 150):
        made = press.print(dataclasses.replace(sheet, facts={**facts, "conditions": [*told, endless]}))
        assert isinstance(made, bytes), made
        path.write_bytes(made)
        lines = "\n".join(texts(path)).split("\n")
        for word in kept:
            assert sum(word in line for line in lines) >= 24, word
        found, sizes = words(path)
        assert all(word.right < sizes[word.page][0] - 40 for word in found)
