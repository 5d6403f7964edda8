"""The judged set is large enough, written once, and asks for pages that exist."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from congkhai.derive.office import Office
from congkhai.render.site.context import SiteContext
from congkhai.render.site.registry import MAKERS
from congkhai.render.site.templates import Templates
from congkhai.source.load import load
from tests.search.distractors import names
from tests.search.outside.office import QUESTIONS, official_names
from tests.search.queries import Group, Half, Query, queries
from tests.site.conftest import DAY, ROOT

QUERIES = queries()


def test_there_are_enough_queries() -> None:
    assert len(QUERIES) >= 500


@pytest.mark.parametrize("group", Group)
def test_every_class_is_large_enough_in_both_halves(group: Group) -> None:
    members = [query for query in QUERIES if query.group is group]
    assert len(members) >= 30
    assert min(Counter(query.half for query in members)[half] for half in Half) >= 10


def test_every_expected_address_is_that_of_a_page() -> None:
    context = SiteContext(Office(load(ROOT).repository, DAY), Templates(ROOT / "no-templates-of-its-own"), {})
    known = {page.address for maker in MAKERS for page in maker(context)}
    assert {(query.text, address) for query in QUERIES for address in query.expected if address not in known} == set()


def test_no_query_is_written_twice() -> None:
    assert [text for text, count in Counter(query.text for query in QUERIES).items() if count > 1] == []


def test_every_query_is_parted_by_its_text_alone() -> None:
    assert Query("sổ đỏ", Group.EVERYDAY, ()).half is Query("sổ đỏ", Group.CODE, ("a/",)).half


def test_the_rank_is_that_of_the_first_right_hit() -> None:
    query = Query("q", Group.EXACT, ("a/", "b/"))
    assert query.rank(["c/", "b/", "a/"]) == 2
    assert query.rank([]) is None


def test_questions_from_outside_ask_for_names_that_stand_there() -> None:
    codes = {code for code, _, _ in official_names()}
    asked = queries(QUESTIONS)
    assert len(asked) > 600
    assert {address for query in asked for address in query.expected} <= {f"thu-tuc/{code}/" for code in codes}
    assert [text for text, count in Counter(query.text for query in asked).items() if count > 1] == []


def test_no_two_distractors_are_alike() -> None:
    made = list(names(10_000))
    assert len(set(made)) == len(made)
    assert made[:50] == list(names(50))


def test_an_office_starts_with_the_thesaurus_of_the_sample() -> None:
    starter = files("congkhai").joinpath("starter/site_config/thesaurus.yml").read_bytes()
    assert starter == (ROOT / "site_config/thesaurus.yml").read_bytes()
