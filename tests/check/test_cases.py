"""Every mistake we know, one folder each: what is found, and where. And what must pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import congkhai
from congkhai.catalogue import LANGUAGES, codes
from congkhai.report.machine import FORMATS
from congkhai.report.text import render, sentence
from congkhai.source.load import load
from tests.offices import Case, brief, cases, findings
from tests.strings import strings_of

PACKAGE = Path(congkhai.__file__).parent
BAD, GOOD = cases("bad"), cases("good")


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_content_is_told_with_its_place(case: Case, tmp_path: Path) -> None:
    root = case.lay_out(tmp_path / "office")
    found = findings(root, case.day)
    assert case.expected, "expected.txt names nothing"
    assert brief(found) == case.expected
    for language in LANGUAGES:
        lines = list(render(found, root, language))
        assert len([line for line in lines if line.startswith(tuple(f.path for f in found))]) >= len(found)
        assert all(line.isprintable() for line in lines)
        for form in FORMATS.values():
            form(found, language).encode()


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_good_content_passes(case: Case, tmp_path: Path) -> None:
    assert brief(findings(case.lay_out(tmp_path / "office"), case.day)) == []


def test_every_code_has_a_bad_case() -> None:
    seen = {line.split()[0] for case in BAD for line in case.expected}
    rooms = ("model", "source", "check")  # the codes of other rooms are those of commands with tests of their own
    ours = set().union(*(strings_of(PACKAGE / room) for room in rooms))
    assert seen == set(codes()) & ours


def test_markup_stays_text(tmp_path: Path) -> None:
    case = next(case for case in GOOD if case.name == "html-in-text")
    record = load(case.lay_out(tmp_path / "office")).repository.find("field", "thu").record
    assert record.name == '<script>alert("x")</script>'
    assert record.summary == '<img src=x onerror=alert(1)> &amp; "{{ 7 * 7 }}" #let x = 1 =cmd|calc'


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    case = next(case for case in BAD if case.name == "all-at-once")
    assert len(findings(case.lay_out(tmp_path / "office"))) == 13


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("reference-missing", "các mã gần nhất: ubnd-xa, phong-tu-phap, phong"),
        ("reference-by-name", "các mã gần nhất: ubnd-xa, phong, phong-tu-phap"),
        ("key-unknown", "ý bạn là “order”? các trường được dùng: name, summary, order, id"),
        (
            "value-not-on-list",
            "ý bạn là “commune”? các giá trị: ministry (Cấp Bộ), province (Cấp Tỉnh), commune (Cấp Xã), "
            "other (Cơ quan khác)",
        ),
        ("money-50.00", 'viết 50000 hoặc "50.000 đồng"'),
        ("pl107-dead-act", "dẫn văn bản đang có hiệu lực; văn bản thay thế: Luật 60/2014/QH13 (luat-ho-tich)"),
        ("kh103-unit", "dùng đơn vị của thời điểm đó; đơn vị liền trước hoặc kế thừa: so-cu"),
        ("ny101-item", "gần nhất: procedure"),
        ("folder-unknown", "ý bạn là thư mục “content/procedures”?"),
    ],
)
def test_the_cure_names_what_is_meant(name: str, said: str, tmp_path: Path) -> None:
    case = next(case for case in BAD if case.name == name)
    first = findings(case.lay_out(tmp_path / "office"), case.day)[0]
    assert sentence(first, "vi")[1] == said


def test_what_lies_behind_a_link_is_not_shown(tmp_path: Path) -> None:
    case = next(case for case in BAD if case.name == "link-outside")
    root = case.lay_out(tmp_path / "office")
    assert "Thử" in (root.parent / "bi-mat.yml").read_text()
    found = findings(root)
    assert "Thử" not in "\n".join(render(found, root, "vi"))
    assert json.loads(FORMATS["json"](found, "vi"))
