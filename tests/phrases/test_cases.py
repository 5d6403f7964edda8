"""Phrases and whole sentences from the language of plans and of law, each with what it must be understood as."""

from __future__ import annotations

import unicodedata

import pytest

from congkhai.model.phrases import read_deadline
from tests.phrases.shorthand import CASES, Case, anchor, cases, short

TOPICS = sorted(path.stem for path in CASES.glob("*.txt"))
ALL = [pytest.param(case, id=f"{topic}: {case.phrase[:60]}") for topic in TOPICS for case in cases(topic)]
TRAPS = [case for case in cases("traps")]


@pytest.mark.parametrize("case", ALL)
def test_a_phrase_means_what_its_file_says(case: Case) -> None:
    assert short(read_deadline(case.phrase, case.anchor)) == case.readings


@pytest.mark.parametrize("case", TRAPS, ids=lambda case: case.phrase)
def test_a_trap_gives_nothing(case: Case) -> None:
    for known in (anchor(), anchor("2026-01-10"), anchor(None, "2026-01-01/2026-12-31")):
        for text in (case.phrase, f"Thực hiện {case.phrase}.", f"{case.phrase}; tổ chức hội nghị"):
            reading = read_deadline(text, known)
            assert not reading.times
            assert not reading.unread


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic != "traps"])
def test_spelling_does_not_matter(topic: str) -> None:
    """Decomposed letters and long spaces change nothing of what is understood."""
    for case in cases(topic):
        plain = read_deadline(case.phrase, case.anchor)
        odd = unicodedata.normalize("NFD", case.phrase).replace(" ", " \u00a0 ")
        other = read_deadline(odd, case.anchor)
        found = [(time.kind, time.start, time.end, time.rule) for time in plain.times]
        assert [(time.kind, time.start, time.end, time.rule) for time in other.times] == found


def test_there_are_enough_of_them() -> None:
    """The brief's numbers: phrases, traps and sentences."""
    count = {topic: sum(1 for _ in cases(topic)) for topic in TOPICS}
    sentences = sum(number for topic, number in count.items() if topic.endswith("sentences"))
    assert count["traps"] >= 150
    assert sentences >= 300
    assert sum(count.values()) - count["traps"] - sentences >= 500
