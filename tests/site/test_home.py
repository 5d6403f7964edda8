"""The home page asks first, and names only what may be named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from congkhai.derive.address import address
from congkhai.model.calendar import Period
from congkhai.model.disclosure import Readers
from congkhai.render.site.page import Page
from congkhai.source.repository import Key, Repository
from tests.site.conftest import DAY, html_of, make_pages


def changed(repository: Repository, kind: str, change: Callable[[Any], Any]) -> tuple[Repository, Key]:
    """The repository with the first record of a kind changed, and that record's key."""
    source = repository.all(kind)[0]
    sources = {**repository.sources, source.key: replace(source, record=change(source.record))}
    return Repository(sources, repository.names), source.key


def test_the_question_stands_before_everything_else(pages: Mapping[str, Page]):
    home = html_of(pages[""])
    marks = ("ck-ask-home", "viec-thuong-gap", "nhieu-nguoi-lam", "linh-vuc", "gap-co-quan", "moi-cong-khai")
    places = [home.index(mark) for mark in marks]
    assert places == sorted(places)
    assert pages[""].title == "Bạn cần làm gì?"
    assert 'action="./tim-kiem/"' in home


@pytest.mark.parametrize("change", [{"readers": Readers.STAFF}, {"published": DAY + timedelta(days=1)}], ids=str)
def test_what_is_not_public_is_not_news(repository: Repository, change: dict[str, Any]):
    shown, key = changed(repository, "disclosure", lambda r: replace(r, published=DAY, readers=Readers.EVERYBODY))
    place = address(shown.sources[key])
    assert place in html_of(make_pages(shown)[""]), "the test needs an item that could leak"
    hidden, _ = changed(shown, "disclosure", lambda r: replace(r, **change))
    for page in make_pages(hidden).values():
        assert place not in html_of(page), page.address


def test_a_procedure_that_is_over_leaves_the_lists_and_keeps_its_page(repository: Repository):
    over = Period(start=date(2020, 1, 1), end=DAY - timedelta(days=1))
    spoilt, key = changed(repository, "procedure", lambda r: replace(r, validity=over))
    place = address(spoilt.sources[key])
    before, after = make_pages(repository), make_pages(spoilt)
    field = f"linh-vuc/{spoilt.sources[key].record.field}/"
    for index in ("thu-tuc/", field):
        assert place in html_of(before[index])
        assert place not in html_of(after[index])
    assert "không còn hiệu lực" in html_of(after[place])


def test_the_next_reception_is_the_first_that_is_held(repository: Repository, pages: Mapping[str, Page]):
    home = html_of(pages[""])
    days = sorted(
        exception.moved_to or exception.date
        for source in repository.all("reception")
        for exception in source.record.exceptions
    )
    assert days, "the sample has sessions that were moved"
    assert "Buổi tiếp công dân gần nhất" in home
    assert "2026-" in home.split("Buổi tiếp công dân gần nhất", 1)[1][:300]
