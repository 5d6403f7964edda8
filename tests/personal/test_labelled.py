"""The detectors on a labelled set: what names a person is found, what only looks like it passes.

`labelled.tsv`: the sort that must be found, or `-`, then the text. All of it is invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.check.personal.find import find
from congkhai.model.privacy import PersonalKind

STRUCTURED = {
    PersonalKind.CITIZEN_NUMBER, PersonalKind.OLD_NUMBER, PersonalKind.PASSPORT, PersonalKind.MOBILE,
    PersonalKind.BANK_ACCOUNT, PersonalKind.INSURANCE, PersonalKind.BIRTH_DATE, PersonalKind.EMAIL,
}  # fmt: skip
LINES = [tuple(line.split("\t")) for line in Path(__file__).with_name("labelled.tsv").read_text("utf-8").splitlines()]
POSITIVE = [(PersonalKind(kind), text) for kind, text in LINES if kind != "-"]
NEGATIVE = [text for kind, text in LINES if kind == "-"]


def kinds(text: str) -> set[PersonalKind]:
    return {hit.kind for hit in find(text)}


def test_the_set_is_large_and_has_both_sides():
    assert len({text for _, text in LINES}) == len(LINES) >= 400
    assert min(len(POSITIVE), len(NEGATIVE)) >= 150
    assert {kind for kind, _ in POSITIVE} == set(PersonalKind) - {PersonalKind.POSITION}


def test_every_structured_identifier_is_found():
    missed = [(kind.value, text) for kind, text in POSITIVE if kind in STRUCTURED and kind not in kinds(text)]
    assert missed == []


def test_recall_and_precision():
    found = sum(bool(kinds(text)) for _, text in POSITIVE)
    alarms = [text for text in NEGATIVE if kinds(text)]
    assert found / len(POSITIVE) >= 0.98
    assert found / (found + len(alarms)) >= 0.98, alarms


def test_what_is_found_is_no_more_than_the_identifier():
    for kind, text in POSITIVE:
        for hit in find(text):
            assert 0 <= hit.start < hit.end <= len(text)
            if kind in {PersonalKind.CITIZEN_NUMBER, PersonalKind.MOBILE} and hit.kind is kind:
                assert 9 <= sum(c.isdigit() for c in text[hit.start : hit.end]) <= 14, text


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("079085001234", True),
        ("001300001234", True),
        ("096249001234", True),
        ("000085001234", False),  # no province 000
        ("097085001234", False),  # nor 097
        ("003085001234", False),  # nor 003
        ("079485001234", False),  # a century to come
        ("079250001234", False),  # born in 2050
        ("0790850012345", False),
        ("79085001234", False),
    ],
)
def test_the_structure_of_citizen_numbers(number: str, valid: bool):
    assert (PersonalKind.CITIZEN_NUMBER in kinds(f"Số {number}.")) is valid
