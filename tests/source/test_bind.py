"""Trees to records: every mistake told, nothing raised, what is right kept."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.catalogue import LANGUAGES
from congkhai.model.calendar import Period
from congkhai.model.finding import Severity
from congkhai.model.kinds import KINDS, Kind
from congkhai.model.money import Money
from congkhai.report.text import sentence
from congkhai.source.bind import bind
from congkhai.source.reader import read
from tests.trees import anything, mapping, records


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
@settings(max_examples=12)
@given(data=st.data())
def test_any_tree_is_bound_or_told(kind: Kind, data: st.DataObject) -> None:
    bound = bind(kind.record, mapping(data.draw(anything(kind.record))), "x.yml")
    errors = [f for f in bound.findings if f.severity is Severity.ERROR]
    assert (bound.record is None) == bool(errors)
    for finding in bound.findings:
        for language in LANGUAGES:
            message, hint = sentence(finding, language)
            assert message.isprintable()
            assert hint.isprintable()


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
@settings(max_examples=8)
@given(data=st.data())
def test_right_trees_bind(kind: Kind, data: st.DataObject) -> None:
    bound = bind(kind.record, mapping(data.draw(records(kind.record))), "x.yml")
    assert bound.findings == ()
    assert isinstance(bound.record, kind.record)
    assert hash(bound.record) == hash(bound.record)


def test_values_are_typed_and_lists_are_tuples() -> None:
    tree, _ = read(
        "x.yml",
        b"name: F\nkind: fee\nrates:\n  - {condition: c, amount: 50.000 \xc4\x91\xe1\xbb\x93ng}\npayer: p\n"
        b"methods: [cash]\nbasis: [{act: a}]\nvalidity: {start: 1/7/2026}\n",
    )
    assert tree is not None
    fee = bind(KINDS["fee"].record, tree, "x.yml").record
    assert fee.rates[0].amount == Money(50_000)
    assert fee.validity == Period(start=date(2026, 7, 1), end=None)
    assert fee.exemptions == ()
    assert fee.note is None


def test_references_are_kept_from_records_with_mistakes() -> None:
    tree = mapping({"act": "luat-a", "articel": "5"})
    from congkhai.model.citation import Citation

    bound = bind(Citation, tree, "x.yml", office="xa")
    assert bound.record is None
    assert [(r.kind, r.id, r.office, r.field) for r in bound.references] == [("legal_act", "luat-a", "xa", "act")]
