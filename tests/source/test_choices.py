"""What a list of values is told as, and which of them somebody meant."""

from __future__ import annotations

from enum import Enum

import pytest

from congkhai.model.calendar import Weekday
from congkhai.model.procedure import Audience
from congkhai.source.choices import choices, meant, told


class _Plain(Enum):
    ONE = "one"
    OTHER = "other"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thứ ba", "tue"),
        ("Thứ Năm", "thu"),
        ("thứ 5", "thu"),
        ("thu bay", "sat"),
        ("chủ nhật", "sun"),
        ("Chủ Nhât", "sun"),
        ("monday", "mon"),
        ("FRI", "fri"),
        ("xyz", ""),
    ],
)
def test_a_day_is_recognised_by_its_name(text: str, value: str):
    assert meant(text, choices(Weekday) or {}) == value


def test_each_label_stands_for_its_value():
    for base in (Weekday, Audience):
        assert [meant(member.label, choices(base) or {}) for member in base] == [member.value for member in base]


def test_values_are_told_with_their_labels_unless_they_are_many():
    assert told(choices(Weekday) or {}).startswith("mon (Thứ Hai), tue (Thứ Ba)")
    assert told(choices(_Plain) or {}) == "one, other"
    many = Enum("Many", {f"N{n}": f"n{n}" for n in range(20)})  # type: ignore[misc]
    assert told(choices(many) or {}) == ", ".join(f"n{n}" for n in range(20))


def test_no_other_type_has_values():
    assert choices(str) is None
