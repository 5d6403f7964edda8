"""What is read quickly equals what libyaml reads, places included."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.model.finding import Finding
from congkhai.source.characters import clean
from congkhai.source.nodes import Mapping
from congkhai.source.plain import read_plain
from congkhai.source.reader import _Builder, _Stop
from tests.bench.records import procedure

ROOT = Path(__file__).parents[2]
FOLDERS = ("content", "plans", "site_config", "generator/congkhai/register", "tests/good", "tests/bad", "tests/base")


def _by_libyaml(text: str) -> tuple[Mapping | None, list[Finding]]:
    cleaned, findings = clean("a.yml", text)
    try:
        return _Builder("a.yml", cleaned, findings).build(), findings
    except _Stop as stop:
        return None, [stop.finding]


def _agree(text: str) -> bool:
    """Hold the quick reading against libyaml's; say whether there was one."""
    quick = read_plain(text)
    if quick is not None:
        tree, findings = _by_libyaml(text)
        assert quick == tree
        assert findings == []
    return quick is not None


def _texts() -> list[str]:
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.yml")) if path.is_file()]
    texts = [path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n") for path in paths]
    return [text for text in texts if clean("a.yml", text)[1] == []]


def test_every_file_here_is_read_the_same() -> None:
    texts = _texts()
    quick = sum(_agree(text) for text in texts)
    assert quick > len(texts) * 0.8


def test_records_of_the_benchmark_are_read_quickly() -> None:
    assert _agree(procedure(7, "ho-tich"))


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb:\n- x\n- y\nc: z\n",
        "a:\n  - b: 1\n    c:\n      - d\n  - e: >-\n      hai\n      dòng\n\n      ba\n",
        "a: |\n  x\n\n\n  y\nb:\nc: ''\n",
        "a: >-\n  x\n",
        "a: |\n  x\n  # no comment\nb: [x, y]\nc: []\n",
        "# comment\na: x#y\nb: http://x:8/\n",
    ],
)
def test_plain_writing_is_read_quickly(text: str) -> None:
    assert _agree(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !!int 1\n",
        "a: b: c\n",
        "a: 'it''s'\n",
        'a: "x\\n"\n',
        "a: x #y\n",
        "a: x # y\n",
        "a: {b: c}\n",
        "a: one\n  two\n",
        "a: >-\n    x\n  y\n",
        "a:\n    b: 1\n  c: 2\n",
        "a:\t1\n",
        "- a\n",
        "---\na: 1\n",
        "a: 1\n---\nb: 2\n",
        "<<: x\n",
        "a: >-\n  x\n\n",
        "a: >-\n  x",
        "a: [b: c]\n",
        "a: [x,y]\n",
        "a: - b\n",
        "a: 'x\n",
        "",
    ],
)
def test_anything_else_is_left_to_libyaml(text: str) -> None:
    assert read_plain(text) is None


_SCALARS = st.sampled_from(
    ["x", "a b", "7:30", "50.000", '"q"', "'q'", '""', "", "[a, b]", "[]", "[ a]", ">-", "|", ">", "x:y", "x: y", "a#b",
     "a #b", "-", "- ", "-1", "?", "~", "...", "---", "&a", "*a", "!t", "%x", "@x", "`", "{", "}", "]", ",", "đ", "x "]
)  # fmt: skip
_LINES = st.builds(
    lambda indent, dash, key, value: " " * indent + dash + key + value,
    st.integers(0, 6),
    st.sampled_from(["", "", "- ", "-  ", "- - "]),
    st.sampled_from(["", "a: ", "b: ", "c:", "d:  ", "e: ", "f: ", "# "]),
    _SCALARS,
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(_LINES, min_size=1, max_size=9), st.sampled_from(["\n", ""]))
def test_whatever_is_written_the_readings_agree(lines: list[str], end: str) -> None:
    _agree("\n".join(lines) + end)
