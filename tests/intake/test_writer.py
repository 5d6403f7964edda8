"""What the writer writes, the reader reads back as the same record: for every kind, whatever its fields hold."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.intake.writer.emit import to_yaml
from congkhai.model.finding import Finding
from congkhai.model.kinds import KINDS
from congkhai.source.bind import bind
from congkhai.source.reader import read
from tests.intake.records import records


def read_back(kind: str, text: str) -> tuple[object, list[Finding]]:
    tree, findings = read("tep.yml", text.encode())
    assert tree is not None, (findings, text)
    bound = bind(KINDS[kind].record, tree, "tep.yml")
    return bound.record, [*findings, *bound.findings]


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(data=st.data())
@settings(max_examples=20)
def test_every_record_comes_back(kind: str, data: st.DataObject) -> None:
    record = data.draw(records(KINDS[kind].record))
    text = to_yaml(record)
    again, findings = read_back(kind, text)
    assert again == record, text
    assert not findings, text


@pytest.mark.parametrize("kind", ["procedure", "plan", "budget"])
@given(data=st.data())
@settings(max_examples=10)
def test_other_parsers_read_the_same_structure(kind: str, data: st.DataObject) -> None:
    """YAML 1.1 of the wide world sees texts as texts: nothing that we leave unquoted turns into another type."""
    text = to_yaml(data.draw(records(KINDS[kind].record)))
    ours, theirs = yaml.load(text, Loader=yaml.CBaseLoader), yaml.safe_load(text)  # noqa: S506 - texts only
    assert shape(ours) == shape(theirs)


def shape(value: object) -> object:
    """The structure with every scalar as text; numbers, dates and truth values only where the model has them."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_style_is_that_of_the_project() -> None:
    from congkhai.model.topic import Field

    record = Field(name="Hộ tịch: khai sinh", summary="Câu dài " * 20 + "hết", order=7)
    lines = to_yaml(record).splitlines()
    assert lines[0] == 'name: "Hộ tịch: khai sinh"'
    assert lines[1] == "summary: >-"
    assert all(line.startswith("  ") and len(line) <= 100 for line in lines[2:-1])
    assert lines[-1] == "order: 7"
