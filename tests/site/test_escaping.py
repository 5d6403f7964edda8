"""Text of a record is text: markup in any field of any kind is shown, never run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from congkhai.check.walk import is_record
from congkhai.model.spec import Scalar, members
from congkhai.render.search import copies
from congkhai.render.site.page import Page
from congkhai.source.repository import Repository, Source
from tests.site.conftest import html_of, make_pages

POISON = """<script>alert(1)</script><img src=x onerror=alert(2)> "' & &lt;b&gt; {{ 7*7 }} </title></dl></div>"""
#: Texts that programs read: figures, rules of recurrence, the kind of a posted record.
_READ_BY_PROGRAMS = {"values", "recurrence", "kind"}


def poisoned(value: Any) -> Any:
    """The record with the poison added to every text that a person may type freely."""
    changes = {}
    for field in fields(value):
        member, old = members(type(value))[field.name], getattr(value, field.name)
        free = member.scalar in {Scalar("line"), Scalar("prose")} and not member.spec.pattern
        if old is None or (free and field.name in _READ_BY_PROGRAMS):
            continue
        if free:
            changes[field.name] = tuple(f"{t} {POISON}" for t in old) if member.many else f"{old} {POISON}"
        elif member.many and old and is_record(old[0]):
            changes[field.name] = tuple(poisoned(item) for item in old)
        elif is_record(old):
            changes[field.name] = poisoned(old)
    return replace(value, **changes)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.run: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in {"script", "iframe", "object", "embed"} and not (named.get("src") or "").startswith(("./", "../")):
            self.run.append(tag)
        self.run += [name for name, value in attrs if name.startswith("on") or (value or "").startswith("javascript:")]
        if tag == "img":
            self.run.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


@pytest.fixture(scope="module")
def poisoned_pages(repository: Repository) -> Mapping[str, Page]:
    spoilt: dict[Any, Source] = {key: replace(s, record=poisoned(s.record)) for key, s in repository.sources.items()}
    return make_pages(Repository(spoilt, repository.names))


def test_no_text_becomes_markup(poisoned_pages: Mapping[str, Page]):
    told = 0
    for page in poisoned_pages.values():
        reader = read(html_of(page))
        assert reader.run == [], page.address
        told += reader.text.count("<script>alert(1)</script>")
    assert told > 1000


def test_headings_and_titles_are_text_too(poisoned_pages: Mapping[str, Page]):
    spoilt = [page for page in poisoned_pages.values() if POISON in page.title]
    assert len(spoilt) > 100
    assert any(POISON in section.title for page in poisoned_pages.values() for section in page.sections)


def test_copies_for_search_hold_text_only(poisoned_pages: Mapping[str, Page]):
    made = copies.files(poisoned_pages.values())
    assert len(made) > 100
    for path, data in made.items():
        assert read(data.decode()).run == [], path
