"""YAML bytes to trees: nothing is guessed, nothing raises, every place is that of the file."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from congkhai.model.finding import Mark
from congkhai.source.characters import FORBIDDEN
from congkhai.source.nodes import Items, Mapping, Text, mark_of
from congkhai.source.reader import MAX_BYTES, read

FRAGMENTS = st.sampled_from(
    [
        "a",
        "b: ",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "\n\t",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " #x",
        "|\n",
        ">-\n",
        "&x ",
        "*x",
    ]
    + ["!!str ", "---\n", "...\n", "? ", "<<: ", "%YAML 1.1\n", "%TAG ! x\n", "\\u202e", "\r", "\r\n", "\x85", "\u2028"]
    + ["\ufeff", "\u200b", "ộ", "ộ", "😀", "\x00", "\x07", "@", "`", "~", "null", "7:30", "1.001193"]
)


def tree_of(text: str) -> Mapping:
    tree, findings = read("x.yml", text.encode())
    assert tree is not None, findings
    return tree


@settings(max_examples=400)
@given(st.binary(max_size=200) | st.lists(FRAGMENTS, max_size=40).map(lambda parts: "".join(parts).encode()))
@example(b"a: x\xe2\x80\xa8y #z\n")
@example(b"a: |\n  x\r  y\rb: 1 #z")
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    tree, findings = read("x.yml", data)
    assert tree is not None or findings
    lines = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings:
        assert 1 <= finding.mark.line <= finding.mark.end_line <= len(lines) + 1
        assert finding.mark.column >= 1
        if finding.mark.line <= len(lines):
            assert finding.mark.column <= len(lines[finding.mark.line - 1]) + 1


@pytest.mark.parametrize(
    "text", ["7:30", "50.000", "1.000110", "0123", "0x1f", "1e3", "yes", "null", "~", "2026-07-01"]
)
def test_no_scalar_is_resolved(text: str) -> None:
    value = tree_of(f"a: {text}\n").entries["a"].value
    assert isinstance(value, Text)
    assert value.value == text
    assert not value.quoted


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60))
def test_quoted_text_is_kept_as_it_is_or_told(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    tree, findings = read("x.yml", f'a: "{escaped}"\n'.encode())
    if not findings and "\t" not in text:
        assert tree is not None
        assert tree.entries["a"].value.value == text
    assert findings or not FORBIDDEN.search(text)


def test_places_count_characters() -> None:
    tree = tree_of("tên: 😀 ộ\nlist:\n  - a\n  - b: {c: [x, y]}\n")
    assert mark_of(tree, "tên") == Mark(1, 6, 1, 9)
    assert mark_of(tree, "list[0]") == Mark(3, 5, 3, 6)
    assert mark_of(tree, "list[1].b.c[1]") == Mark(4, 16, 4, 17)
    assert mark_of(tree, "list[1].b.none.c") == mark_of(tree, "list[1].b")
    assert mark_of(tree, "list[9]") == mark_of(tree, "list")


def test_places_are_those_of_the_file_although_hidden_characters_are_skipped() -> None:
    tree, findings = read("x.yml", "a\u200b: x\u200b\u200by\n\u200bb: z\n".encode())
    assert tree is not None
    assert [(f.code, f.mark.line, f.mark.column, f.mark.end_column) for f in findings] == [
        ("YM109", 1, 2, 3),
        ("YM109", 1, 6, 8),
        ("YM109", 2, 1, 2),
    ]
    assert tree.entries["a"].value.value == "xy"
    assert mark_of(tree, "a") == Mark(1, 5, 1, 9)
    assert mark_of(tree, "b") == Mark(2, 5, 2, 6)


def test_line_breaks_of_every_system_count_the_same() -> None:
    for breaks in ("\n", "\r\n", "\r"):
        tree = tree_of(breaks.join(["a: 1", "b:", "  - x", "c: 2", ""]))
        assert mark_of(tree, "c") == Mark(4, 4, 4, 5)
        assert isinstance(tree.entries["b"].value, Items)


def test_of_a_repeated_key_the_first_stands() -> None:
    tree, findings = read("x.yml", b"a: 1\nb: 2\na: 3\n")
    assert tree is not None
    assert tree.entries["a"].value.value == "1"
    assert [(f.code, f.mark.line, f.params["first"]) for f in findings] == [("YM106", 3, 1)]


def test_text_is_composed_and_told() -> None:
    tree, findings = read("x.yml", "a: Ho\u0323\u0302 ti\u0323ch\n".encode())
    assert tree is not None
    assert tree.entries["a"].value.value == "Hộ tịch"
    assert [(f.code, f.fix) for f in findings] == [("YM108", "Hộ")]


@pytest.mark.parametrize(
    "data",
    [
        b"a: " + b"[" * 1_000_000,
        b"a: " + b"{x: " * 400_000,
        b"- " * 900_000,
        b"? " * 900_000,
        b"a: &x " + b"*x " * 100_000,
        b"\x01" * MAX_BYTES,
        "\u200bx".encode() * 400_000,
        ("e\u0302 " * 300_000).encode(),
        b'"' + b"\\n" * 900_000,
    ],
    ids=range(9),
)
def test_hostile_files_are_read_in_moments(data: bytes) -> None:
    _, findings = read("x.yml", data)
    assert 0 < len(findings) <= 50


def test_what_is_too_large_is_not_read() -> None:
    tree, findings = read("x.yml", b"a: 1\n" + b"#" * MAX_BYTES)
    assert tree is None
    assert [f.code for f in findings] == ["YM101"]
