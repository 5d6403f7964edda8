"""A page shows what its record says: every element with `data-field` is read back and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

import pytest

from congkhai.derive.address import address, heading
from congkhai.model.citation import Citation
from congkhai.model.money import Money
from congkhai.model.procedure import ChannelFee
from congkhai.model.spec import members
from congkhai.render.site.page import Page
from congkhai.source.repository import Repository, Source
from tests.site.conftest import html_of
from tests.site.shown import Shown, shown

KINDS = ("procedure", "fee", "legal_act", "field", "life_event")
_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")
#: What must stand on the page whatever else does, by kind.
NEEDED = {
    "procedure": ("code", "channels[].kind", "channels[].time_limit", "cases[].papers[].name", "steps[]", "result[]",
                  "executing[]", "deciding", "levels[]", "audience[]", "conditions", "basis[]", "channels[].note",
                  "channels[].time_note", "cases[].papers[].note", "common_names[]", "summary", "online_level"),
    "fee": ("kind", "payer", "rates[].condition", "rates[].amount", "methods[]", "basis[]", "exemptions[].who",
            "exemptions[].level", "note", "collector"),
    "legal_act": ("symbol", "kind", "issuer", "title", "issued", "in_force", "expires"),
    "field": ("summary",),
    "life_event": ("summary",),
}  # fmt: skip


def value_at(record: Any, path: str) -> Any:
    for name, index in _STEP.findall(path):
        record = getattr(record, name) if name else record[int(index)]
    return record


def expected(repository: Repository, source: Source, path: str, value: Any, one: Shown) -> tuple[object, object]:
    """What the record says, and what the page shows of it, in one form."""
    match value:
        case Money():
            return str(value.amount), one.value
        case ChannelFee():
            return (str(value.amount.amount) if value.amount else one.value), one.value
        case Citation():
            act = repository.find("legal_act", value.act).record
            return True, act.name in one.text and value.place in one.text
        case Enum():
            return value.label, one.text
        case date():
            return value.isoformat(), one.value
        case int():
            return str(value), one.value
    name = re.findall(r"[a-z_]+", path)[-1]
    member = members(type(source.record)).get(name) if "." not in path else None
    if member and member.ref:
        return heading(repository.find(member.ref.kind, value)), one.text
    return " ".join(str(value).split()), one.text


def paths(record: Any, pattern: str) -> Iterator[str]:
    """The paths of a pattern that hold something in a record: `channels[].note`."""
    found = [""]
    for part in pattern.split("."):
        name, many = part.removesuffix("[]"), part.endswith("[]")
        longer = [f"{path}.{name}" if path else name for path in found]
        found = [
            step
            for path in longer
            if value_at(record, path) is not None
            for step in ([f"{path}[{n}]" for n in range(len(value_at(record, path)))] if many else [path])
        ]
    yield from found


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shown_is_what_the_record_says(kind: str, repository: Repository, pages: Mapping[str, Page]):
    sources = repository.all(kind)
    assert sources
    for source in sources:
        page = pages[address(source)]
        assert page.title == (source.record.name if kind == "legal_act" else heading(source))
        for one in shown(html_of(page)):
            value = value_at(source.record, one.field)
            want, got = expected(repository, source, one.field, value, one)
            assert got == want, (source.path, one.field)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_a_citizen_needs_is_left_out(kind: str, repository: Repository, pages: Mapping[str, Page]):
    for source in repository.all(kind):
        there = {one.field for one in shown(html_of(pages[address(source)]))}
        for pattern in NEEDED[kind]:
            for path in paths(source.record, pattern):
                assert path in there, (source.path, path)


def test_hidden_search_terms_are_never_shown(repository: Repository, pages: Mapping[str, Page]):
    terms = 0
    for source in repository.all("procedure"):
        text = html_of(pages[address(source)])
        others = " ".join((source.record.name, source.record.summary or "", *source.record.common_names)).casefold()
        for term in source.record.search_terms:
            entry = pages[address(source)].search
            assert entry
            assert term in entry.names
            terms += 1
            if re.fullmatch(r"[a-z ]+", term) and term not in others:
                assert term not in text, (source.path, term)
    assert terms > 50
