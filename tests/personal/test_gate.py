"""The gate in `check`: what is published is looked at, what is waived passes, and nothing is repeated in a log."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from congkhai.model.privacy import PersonalKind
from congkhai.report.machine import FORMATS
from congkhai.report.text import render
from tests.offices import TODAY, brief, findings, lay_out

OFFICIAL = {"name": "Trần Thị Nghiệm", "title": "Công chức", "unit": "phong-tu-phap", "role": "staff"}
NUMBER = "079085001234"


def put(root: Path, records: dict[str, Any]) -> Path:
    lay_out(root)
    for path, record in records.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(record if isinstance(record, str) else json.dumps(record, ensure_ascii=False), "utf-8")
    return root


def codes(root: Path, day: date = TODAY) -> list[str]:
    return [finding.code for finding in findings(root, day)]


def waiver(**more: str) -> dict[str, Any]:
    one = {
        "record": "official/can-bo", "field": "phone", "kind": "mobile", "reason": "Đã đồng ý",
        "approved_by": "chu-tich", "until": "2026-12-31",
    }  # fmt: skip
    return {"site_config/privacy.yml": {"waivers": [one | more]}}


def test_a_private_number_in_a_public_field_is_found_and_in_a_hidden_one_is_not(tmp_path: Path):
    public = {"content/officials/can-bo.yml": OFFICIAL | {"phone": "0912 345 678"}}
    hidden = {"content/officials/can-bo.yml": OFFICIAL | {"private_phone": "0912 345 678"}}
    assert codes(put(tmp_path / "a", public)) == ["CN104"]
    assert codes(put(tmp_path / "b", hidden)) == []


def test_numbers_of_the_office_pass_wherever_they_are_repeated(tmp_path: Path):
    contact = {
        "name": "Đường dây nóng",
        "kind": "hotline",
        "purpose": "Mọi việc",
        "unit": "ubnd-xa",
        "phone": "0912 345 678",
    }
    mail = {
        "name": "Hộp thư",
        "kind": "email",
        "purpose": "Mọi việc",
        "unit": "ubnd-xa",
        "email": "xathunghiem@gmail.com",
    }
    answer = {"question": "Gọi ai?", "received": "2026-11-02", "answered": "2026-11-03", "unit": "ubnd-xa",
              "answer": "Gọi 0912.345.678 hoặc viết cho XaThuNghiem@gmail.com."}  # fmt: skip
    both = {"content/contacts/a.yml": contact, "content/contacts/b.yml": mail, "content/answers/a.yml": answer}
    assert codes(put(tmp_path / "a", both)) == []
    assert codes(put(tmp_path / "b", {"content/answers/a.yml": answer})) == ["CN104", "CN105"]


def test_each_sort_is_told_once_for_a_field(tmp_path: Path):
    answer = {"question": "Hỏi?", "received": "2026-11-02", "answered": "2026-11-03", "unit": "ubnd-xa",
              "answer": f"CCCD {NUMBER}, 082203004567; gọi 0912345678."}  # fmt: skip
    assert codes(put(tmp_path / "a", {"content/answers/a.yml": answer})) == ["CN101", "CN104"]


@pytest.mark.parametrize("more", [{}, {"field": "phone"}])
def test_a_waiver_lets_its_place_pass(tmp_path: Path, more: dict[str, str]):
    records = {"content/officials/can-bo.yml": OFFICIAL | {"phone": "0912 345 678"}, **waiver(**more)}
    root = put(tmp_path / "a", records)
    assert codes(root) == []
    late = findings(root, date(2027, 1, 1))
    assert brief(late) == [f"CN123 {late[0].path}:1:{late[0].mark.column}"]
    assert {finding.severity.value for finding in late} == {"warning"}, "time alone never fails"


@pytest.mark.parametrize("more", [{"field": "title"}, {"record": "official/chu-tich"}, {"kind": "email"}])
def test_a_waiver_for_another_place_does_not(tmp_path: Path, more: dict[str, str]):
    records = {"content/officials/can-bo.yml": OFFICIAL | {"phone": "0912 345 678"}, **waiver(**more)}
    assert sorted(codes(put(tmp_path / "a", records))) == ["CN104", "CN122"]


def test_a_file_may_be_waived_too(tmp_path: Path):
    one = {"file": "content/files/a.csv", "kind": "mobile", "reason": "Danh bạ cơ quan", "approved_by": "chu-tich",
           "until": "2026-12-31"}  # fmt: skip
    records = {"content/files/a.csv": "Tên,Điện thoại\nA,0912345678\n"}
    assert codes(put(tmp_path / "a", records)) == ["CN104"]
    assert codes(put(tmp_path / "b", {**records, "site_config/privacy.yml": {"waivers": [one]}})) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_report_repeats_what_was_found(tmp_path: Path, language: str):
    root = put(tmp_path / "a", {
        "content/answers/a.yml": f"question: Hỏi về {NUMBER}?\nreceived: 2026-11-02\nanswered: 2026-11-03\n"
        "unit: ubnd-xa\n"
        f"answer: |\n  Dòng đầu.\n\n  Số {NUMBER}.\n",
        "content/files/a.txt": f"Danh sách\n{NUMBER}\n",
        "content/files/a.csv": f"CCCD\n{NUMBER}\n",
    })  # fmt: skip
    found = findings(root)
    assert len(found) == 4
    assert all(finding.secret for finding in found)
    printed = "\n".join(render(found, root, language)) + "".join(form(found, language) for form in FORMATS.values())
    assert NUMBER not in printed
    assert "•" in printed


def test_waivers_are_the_office_s_own_business(tmp_path: Path):
    from congkhai.render.data import mirror
    from congkhai.source.load import load

    root = put(tmp_path / "a", {"content/officials/can-bo.yml": OFFICIAL | {"phone": "0912 345 678"}, **waiver()})
    (book,) = load(root).repository.all("privacy")
    assert mirror.public(book.record) == {}


def test_every_sort_has_a_code_of_its_own():
    from congkhai.check.rules.personal import CODES

    assert set(CODES) == set(PersonalKind)
    assert len(set(CODES.values())) == len(CODES)


def test_the_sample_passes():
    root = Path(__file__).parents[2]
    assert [finding for finding in findings(root) if finding.code.startswith("CN")] == []
