"""Lists that are too long for one page: the fields stand there, and each field's procedures on a page of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from congkhai.model.procedure import Audience
from congkhai.render.site.makers import audience, procedure_index
from congkhai.render.site.page import Page
from congkhai.source.repository import Repository
from tests.site.conftest import html_of, make_pages

_PROCEDURE = re.compile(r'href="[./]*(thu-tuc/[^/"#]+/)"')
_LINK = re.compile(r'href="((?:\.\./)+)([^"#]*)')


@pytest.fixture(scope="module")
def long(repository: Repository) -> Mapping[str, Page]:
    """The pages of the sample where no page may list more than twenty procedures of all fields."""
    with pytest.MonkeyPatch.context() as patch:
        for maker in (procedure_index, audience):
            patch.setattr(maker, "MOST", 20)
        return make_pages(repository)


def listed(page: Page) -> list[str]:
    return _PROCEDURE.findall(html_of(page))


def led_to(page: Page, start: str) -> list[str]:
    return [found for _, found in _LINK.findall(html_of(page)) if found.startswith(start) and found != start]


def test_the_list_of_all_leads_to_every_procedure_in_one_step(pages: Mapping[str, Page], long: Mapping[str, Page]):
    assert listed(pages["thu-tuc/"]), "the sample stands on one page"
    assert not listed(long["thu-tuc/"])
    assert 'role="search"' in html_of(long["thu-tuc/"])
    below = [address for field in led_to(long["thu-tuc/"], "linh-vuc/") for address in listed(long[field])]
    assert sorted(below) == sorted(listed(pages["thu-tuc/"]))


def test_an_audience_has_a_page_for_each_field(pages: Mapping[str, Page], long: Mapping[str, Page]):
    split = 0
    for one in Audience:
        at = audience.audience_address(one)
        if at not in pages:
            continue
        whole = listed(pages[at])
        if len(whole) <= 20:
            assert html_of(long[at]) == html_of(pages[at])
            continue
        split += 1
        below = [address for field in led_to(long[at], at) for address in listed(long[field])]
        assert not listed(long[at])
        assert sorted(below) == sorted(whole)
    assert split >= 2, "the test needs audiences of many procedures"


def test_the_pages_of_fields_lead_back_and_nowhere_else(long: Mapping[str, Page]):
    added = [page for address, page in long.items() if re.fullmatch(r"doi-tuong/[^/]+/[^/]+/", address)]
    assert added
    for page in added:
        for steps, place in _LINK.findall(html_of(page)):
            assert steps == "../../../"
            assert place in long or not place.endswith("/"), place
        assert page.address.rsplit("/", 2)[0] + "/" in [place for _, place in _LINK.findall(html_of(page))]
