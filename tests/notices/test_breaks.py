"""Words that ask for care where lines end are named to Typst one by one, and mean there what they are."""

from __future__ import annotations

import re

from congkhai.render.notices.breaks import breaks


def test_only_what_the_texts_call_for():
    assert breaks({"name": "Cấp bản sao", "papers": ["Tờ khai", 3, None]}) == {}


def test_words_are_found_in_any_depth_and_are_no_patterns():
    told = {"law": ["Luật số 08/2012/QH13; Nghị định 62/2021/NĐ-CP (mới)"], "fee": "1.000 đồng", "at": ("07:00–11:30",)}
    found = breaks(told)
    assert set(found) == {"number", "sum", "hours"}
    assert re.findall(found["number"], told["law"][0]) == ["08/2012/QH13", "62/2021/NĐ-CP"]
    assert re.fullmatch(found["sum"], "1.000 đồng")
    assert not re.fullmatch(found["sum"], "1x000 đồng")


def test_of_two_words_with_one_beginning_the_longer_is_found():
    found = breaks(["1/2", "1/2/3"])["number"]
    assert re.findall(found, "theo 1/2/3 và 1/2") == ["1/2/3", "1/2"]


def test_very_many_words_are_found_by_what_they_share():
    found = breaks([f"{n}/QĐ-UBND" for n in range(200)])["number"]
    assert len(found) < 100
    assert re.search(found, "999/QĐ-UBND")


def test_telephones_are_found_whole():
    told = "Giám đốc Trung tâm, 0299 3 555 026, hoặc 028 3822 1234; ngày 05 10 2026, hồ sơ 12 345"
    assert re.findall(breaks([told])["phone"], told) == ["0299 3 555 026", "028 3822 1234", "05 10 2026"]
    assert "phone" not in breaks(["số 12, 345 hồ sơ trong 03 tháng"])
