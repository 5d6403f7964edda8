"""The report for people: the caret stands under what is meant, and nothing in a file can spoil the report."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.catalogue import LANGUAGES
from congkhai.model.finding import Finding, Mark, Severity
from congkhai.report.text import render, sentence, shown


def told(tmp_path: Path, text: str, mark: Mark, code: str = "YM202", **params: object) -> list[str]:
    """The lines of the report on one finding in a file of that text."""
    (tmp_path / "x.yml").write_bytes(text.encode())
    finding = Finding(code, Severity.ERROR, "x.yml", mark, params=params or {"value": "v"})
    return list(render([finding], tmp_path, "vi"))


def width(text: str) -> int:
    """Columns of a terminal."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)


def underlined(lines: list[str]) -> str:
    """What stands above the caret."""
    source, caret = lines[1], lines[2]
    start = len(caret) - len(caret.lstrip(" |"))
    end = start + len(caret[start:]) - len(caret[start:].lstrip("^"))
    cells = 0
    found = ""
    for character in source:
        if start <= cells < end or (found and width(character) == 0 and cells <= end):
            found += character
        cells += width(character)
    return found


def test_the_form_of_a_report(tmp_path: Path) -> None:
    mark = Mark(2, 11, 2, 16)
    lines = told(tmp_path, "a: 1\n  amount: 50.00\n", mark, "TT103", value="50.00", plain=50000, spelled="50.000 đồng")
    assert lines == [
        "x.yml:2:11: TT103 lỗi: mức phí “50.00” không đọc được thành số tiền",
        "    2 |   amount: 50.00",
        '      |           ^^^^^ viết 50000 hoặc "50.000 đồng"',
        "   Giải thích: congkhai explain TT103",
        "",
    ]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("name: Hộ tịch", "tịch"),
        ("a\tb: x", "x"),
        ("\tname: x", "name"),
        ("tên: 日本語 and more", "日本語"),
        ("日本: xyz", "xyz"),
        ("tên: 😀😀 đây", "đây"),
        ("na\u200bme: x", "x"),
        ("e\u0302e\u0302 e\u0302x", "e\u0302x"),
        ("đ" * 95 + " cuối", "cuối"),
        ("đ" * 300 + " cuối " + "x" * 300, "cuối"),
        ("語" * 300 + " cuối " + "x" * 300, "cuối"),
        ("short: " + "y" * 400, "short"),
    ],
)
def test_the_caret_stands_under_the_word(tmp_path: Path, line: str, word: str) -> None:
    start = line.index(word)
    lines = told(tmp_path, line + "\n", Mark(1, start + 1, 1, start + len(word) + 1))
    assert underlined(lines) == word
    assert all(width(text) <= 112 for text in lines[:2])


@given(st.text(alphabet="aộ語😀 \te\u0302", min_size=1, max_size=250), st.data())
def test_the_caret_never_leaves_the_line(
    tmp_path_factory: pytest.TempPathFactory, line: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(1, len(line)))
    end = data.draw(st.integers(start, len(line) + 1))
    lines = told(tmp_path_factory.mktemp("x"), line, Mark(1, start, 1, end))
    caret = lines[2].split(" dùng chữ")[0]
    assert caret.rstrip().endswith("^")
    assert width(caret.rstrip()) <= 9 + 101


@pytest.mark.parametrize("mark", [Mark(0, 1, 0, 2), Mark(9, 1, 9, 2), Mark(1, 99, 1, 120), Mark(1, 3, 2, 1)])
def test_a_place_beyond_the_file_is_no_trouble(tmp_path: Path, mark: Mark) -> None:
    assert told(tmp_path, "a: b\n", mark)[0].startswith(f"x.yml:{mark.line}:{mark.column}: YM202")


def test_a_missing_or_binary_file_has_no_snippet(tmp_path: Path) -> None:
    assert len(told(tmp_path, "a\x00b", Mark(1, 1, 1, 2))) == 4
    (tmp_path / "x.yml").unlink()
    finding = Finding("YM100", Severity.ERROR, "x.yml", Mark.start_of_file())
    assert len(list(render([finding], tmp_path, "vi"))) == 4


@pytest.mark.parametrize(
    "value", ["a\nb", "a\r\n::error::b", "\x1b[31mred", "a\u202eb", "x" * 5000, "\ud800", "{0}", "%"]
)
def test_a_value_cannot_end_the_line_or_steer_the_terminal(tmp_path: Path, value: str) -> None:
    finding = Finding("YM202", Severity.ERROR, "x.yml", Mark.start_of_file(), params={"value": value})
    for language in LANGUAGES:
        message, hint = sentence(finding, language)
        assert message.isprintable()
        assert len(message) < 300
        assert hint.isprintable()
    for line in render([finding], tmp_path, "vi"):
        assert line.isprintable()
        line.encode()


@given(st.text())
def test_shown_text_is_one_printable_line(text: str) -> None:
    assert shown(text).isprintable()
    assert not text.isprintable() or shown(text) == text


def test_clauses_without_their_word_are_left_out() -> None:
    params: dict[str, object] = {"key": "x", "nearest": "", "allowed": "a, b"}
    finding = Finding("YM130", Severity.ERROR, "x.yml", Mark.start_of_file(), params=params)
    assert sentence(finding, "vi")[1] == "các trường được dùng: a, b"
    nearer = Finding("YM130", Severity.ERROR, "x.yml", Mark.start_of_file(), params={**params, "nearest": "a"})
    assert sentence(nearer, "vi")[1] == "ý bạn là “a”? các trường được dùng: a, b"
    assert sentence(nearer, "en")[1] == "did you mean “a”? fields that can be used: a, b"


def test_kinds_are_named_in_the_language_of_the_report() -> None:
    params = {"kind": "legal_act", "id": "x", "nearest": "y"}
    finding = Finding("YM150", Severity.ERROR, "x.yml", Mark.start_of_file(), params=params)
    assert sentence(finding, "vi")[0] == "không có văn bản pháp luật nào mang mã “x”"
    assert sentence(finding, "en")[0] == "there is no legal act with the id “x”"
