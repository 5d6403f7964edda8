"""Whatever records come together, rules yield findings and raise nothing, and each finding can be told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.catalogue import LANGUAGES
from congkhai.check.registry import RULES
from congkhai.check.rule import Context, Rule, WholeRule
from congkhai.model.kinds import KINDS
from congkhai.model.spec import members
from congkhai.report.text import sentence
from congkhai.source.bind import bind
from congkhai.source.repository import Key, Repository, Source
from tests.trees import IDS, mapping, records

#: Kinds that rules look up when they check another.
_LOOKED_UP = ("unit", "official", "legal_act", "fee", "board", "service", "procedure")


def _sources(kind: str, plains: list[dict[str, object]]) -> list[Source]:
    found = []
    for id, plain in zip(IDS, plains, strict=False):
        tree = mapping({**plain, "id": id} if "id" in members(KINDS[kind].record) else plain)
        path = f"{KINDS[kind].folder}/{id}.yml"
        bound = bind(KINDS[kind].record, tree, path)
        assert bound.record is not None, bound.findings
        found.append(Source(Key(kind, id), path, bound.record, tree, ""))
    return found


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12)
@given(data=st.data(), day=st.sampled_from([date(2015, 5, 5), date(2026, 6, 30), date(2026, 11, 22)]))
def test_rules_never_raise(kind: str, data: st.DataObject, day: date) -> None:
    sources = []
    for one in {kind: None, **dict.fromkeys(_LOOKED_UP)}:
        strategy = records(KINDS[one].record, 4 if one == kind else 1)
        sources += _sources(one, data.draw(st.lists(strategy, min_size=one == kind, max_size=2)))
    repository = Repository({s.key: s for s in sources}, frozenset(s.key for s in sources))
    context = Context(repository, day, frozenset({"a.pdf"}), {date(2026, 9, 2): "Quốc khánh"})
    for rule in RULES:
        for finding in rule.run(context):
            assert not isinstance(rule, (Rule, WholeRule)) or finding.code == rule.code
            for language in LANGUAGES:
                sentence(finding, language)
