"""Ten thousand titles: what was found among three hundred is still found, and as fast as a key needs it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import chain
from statistics import quantiles
from typing import Any

import pytest
from markupsafe import Markup

from congkhai.model.thesaurus import Thesaurus
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.makers.procedure import PROCEDURE_WEIGHT
from congkhai.render.site.page import Page
from congkhai.source.load import load
from tests.browser.chromium import Chromium
from tests.search.distractors import names
from tests.search.evaluate import LOOP
from tests.search.modules import modules
from tests.search.outside.office import QUESTIONS, official_names
from tests.search.queries import queries
from tests.site.conftest import ROOT

ASKED = queries(QUESTIONS)
MANY = 10_000
#: Which pages stand first for each text, and the least milliseconds of three times.
_ASK = """(() => {
  const least = (work) => Math.min(...[1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }));
  const found = TEXTS.map((text) => search(read(text)).slice(0, 3).map((page) => page.address));
  return { found, took: TEXTS.map((text) => least(() => search(read(text)))) };
})()"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Success at 1 and at 3, from 0 to 1, and what 95 of 100 questions take at most, as a share of the loop."""

    first: float
    three: float
    time: float


def figures(browser: Chromium) -> Figures:
    told: dict[str, Any] = browser.run(_ASK.replace("TEXTS", json.dumps([query.text for query in ASKED])))
    loop = min(browser.run(LOOP) for _ in range(3))
    ranks = [query.rank(found) for query, found in zip(ASKED, told["found"], strict=True)]
    return Figures(
        sum(rank == 1 for rank in ranks) / len(ranks),
        sum(rank is not None for rank in ranks) / len(ranks),
        quantiles(told["took"], n=20)[18] / loop,
    )


def page(code: str, field: str, name: str) -> Page:
    entry = SearchEntry("Thủ tục hành chính", fields=(field,), weight=PROCEDURE_WEIGHT)
    return Page(f"thu-tuc/{code}/", "thu-tuc/*", name, "", Markup(""), search=entry)


@pytest.fixture(scope="module")
def few_and_many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Figures, Figures]:
    (source,) = load(ROOT).repository.all("thesaurus")
    thesaurus: Thesaurus = source.record
    own = [page(*row) for row in official_names()]
    others = [page(f"8.{n:06}", "Lĩnh vực khác", name) for n, name in enumerate(names(MANY - len(own)))]
    found = []
    for title, pages in (("few", own), ("many", list(chain(others, own)))):
        with modules(tmp_path_factory.mktemp(title), pages, thesaurus) as browser:
            found.append(figures(browser))
    few, many = found
    return few, many


def test_titles_alone_answer_most_questions(few_and_many: tuple[Figures, Figures]):
    few, _ = few_and_many
    assert (few.first >= 0.93, few.three >= 0.98) == (True, True), few


def test_many_titles_lose_no_more_than_three_points(few_and_many: tuple[Figures, Figures]):
    few, many = few_and_many
    assert many.first >= few.first - 0.03, (few, many)
    assert many.three >= few.three - 0.03, (few, many)


def test_many_titles_are_searched_within_a_key(few_and_many: tuple[Figures, Figures]):
    _, many = few_and_many
    assert many.time < 0.5, many
