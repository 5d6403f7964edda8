"""How good search is on queries that it was never tuned on, over about 600 procedures, and what it costs there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.chromium import Chromium
from tests.requirements import program
from tests.search.evaluate import Answer, Line, blind, mixed, score, spend
from tests.search.queries import BLIND, Group, Half, queries

ALIKE = (Group.EXACT, Group.PLAIN, Group.PARTLY, Group.TONE, Group.CODE)
NAMED = (Group.ABBREVIATION, Group.EVERYDAY, Group.TYPO)
#: How often somebody comes until the page was not held up.
TRIES = 4


@pytest.fixture(scope="module")
def line() -> Iterator[Line]:
    with mixed() as served:
        yield served


@pytest.fixture(scope="module")
def answers(line: Line) -> list[list[Answer]]:
    with Chromium(_chromium()) as browser:
        return list(blind(browser, line))


def _chromium() -> str:
    return program("chromium", "chromium-browser", package="chromium")


def test_no_blind_query_is_asked_twice():
    asked = [query.text for path in BLIND for query in queries(path)]
    assert len(asked) == len(set(asked)) > 930


def test_no_blind_query_finds_nothing(answers: list[list[Answer]]):
    assert [score(some).empty for some in answers] == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("number", "groups", "first", "three"),
    [
        (0, tuple(Group), 0.95, 0.985),
        (0, ALIKE, 1, 1),
        (0, NAMED, 0.95, 0.98),
        (0, (Group.SENTENCE,), 0.94, 0.99),
        (0, (Group.SMS,), 0.83, 0.94),
        (1, tuple(Group), 0.91, 0.98),
        (1, NAMED, 0.93, 0.98),
        (1, (Group.SENTENCE,), 0.88, 0.98),
        (1, (Group.SMS,), 0.93, 0.93),
        (2, tuple(Group), 0.92, 0.97),
        (3, tuple(Group), 0.78, 0.935),
        (4, tuple(Group), 0.845, 0.925),
    ],
    ids=lambda value: "-".join(group.value for group in value) if isinstance(value, tuple) else "",
)
def test_each_way_of_writing(
    answers: list[list[Answer]], number: int, groups: tuple[Group, ...], first: float, three: float
):
    got = score([answer for answer in answers[number] if answer.query.group in groups])
    assert (got.first >= first, got.three >= three) == (True, True), (got.first, got.three)


@pytest.mark.parametrize("group", [Group.EXACT, Group.ABBREVIATION, Group.EVERYDAY, Group.TYPO, Group.SENTENCE])
def test_what_the_first_answer_fetches(line: Line, group: Group):
    """Somebody comes for the first time and asks one thing.

    A machine that holds the page up for so long that somebody seems to pause makes it go on before titles are drawn:
    they come again then.
    """
    asked = [query for query in queries() if query.half is Half.HELD and query.group is group]
    for _ in range(TRIES):
        with Chromium(_chromium()) as browser:
            spent = spend(browser, line, asked[:1])
        if spent.titles < 60_000:
            break
    assert spent.titles < 60_000
    assert spent.full < 250_000
