"""Titles do not part words of two syllables, nor figures from their unit."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest

from congkhai.render.notices.compounds import kept_together
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from tests.notices.decree30 import measure


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Đăng ký khai sinh", ["Đăng ký", "khai sinh"]),
        ("Tình hình sử dụng tài sản công năm 2025", ["Tình hình", "sử dụng", "tài sản", "năm 2025"]),
        ("Bảng giá đất Quý III", ["Bảng giá", "Quý III"]),
        ("Hợp tác xã", ["Hợp tác xã"]),
        ("Đoạn đường qua ấp 1", ["ấp 1"]),
        ("khai sinhx, xkhai sinh", []),
    ],
)
def test_words_of_two_syllables_are_known(title: str, kept: list[str]):
    assert kept_together(title) == kept


@pytest.mark.parametrize("kind", ["card-a5", "procedure-a4"])
def test_no_word_of_a_title_is_parted(kind: str, one_of_each: Mapping[str, Notice], press: Press):
    """Wherever the line ends; without that care some of these titles would be parted."""
    notice = one_of_each[kind]
    assert isinstance(notice.facts, dict)
    for before in range(8):
        name = "Cấp " + "một " * before + "trích lục hộ tịch, bản sao khai sinh, kết hôn, giám hộ"
        made = press.print(dataclasses.replace(notice, facts={**notice.facts, "name": name}))
        assert isinstance(made, bytes)
        runs = [run for run in measure(made)[0] if run.page == 0]
        largest = max(run.size for run in runs)
        lines: dict[float, str] = {}
        for run in (run for run in runs if run.size == largest):
            lines[round(run.y, 1)] = lines.get(round(run.y, 1), "") + run.text
        said = [" ".join(words.split()) for words in lines.values()]
        assert len(said) > 1
        assert "".join(said).replace(" ", "") == name.replace(" ", "")
        for word in kept_together(name):
            assert any(word in line for line in said), (word, said)
