"""Importing again: only what the source changed changes, and it is told in words; what people did stays."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from congkhai.intake.procedures.importer import import_procedures
from congkhai.intake.run import Imported
from congkhai.intake.writer.emit import to_yaml
from congkhai.intake.writer.facts import digests
from congkhai.intake.writer.merge import merge
from congkhai.model.kinds import KINDS
from congkhai.source.load import load
from tests.intake.reading import WORDING
from tests.intake.records import records
from tests.intake.samples import SCRAPED
from tests.intake.test_writer import read_back

PATH = "content/procedures/ho-tich/1.000001.yml"


def bring(office: Path, **change: str) -> Imported:
    source = office.parent / "nguon.json"
    source.write_text(json.dumps([SCRAPED | change], ensure_ascii=False), "utf-8")
    done = import_procedures(source, office, load(office).repository, WORDING, date(2026, 11, 22))
    for path, data in done.files.items():
        (office / path).parent.mkdir(parents=True, exist_ok=True)
        (office / path).write_bytes(data)
    return done


def told(done: Imported) -> list[str]:
    return [f"{c.place}: {c.old} → {c.new}" for placed in done.placed for c in placed.changes]


def edit(office: Path, old: str, new: str) -> None:
    path = office / PATH
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_same_input_again_changes_nothing(office: Path) -> None:
    bring(office)
    before = {path: path.read_bytes() for path in office.rglob("*") if path.is_file()}
    assert not told(bring(office))
    assert {path: path.read_bytes() for path in office.rglob("*") if path.is_file()} == before


def test_newer_input_changes_the_line_and_nothing_else(office: Path) -> None:
    bring(office)
    edit(office, "levels:", "# đã đối chiếu ngày 01/11\nlevels:")
    edit(office, "steps:", "summary: Làm giấy cho em bé.   # viết tay\ncommon_names:\n  - làm giấy khai sinh\nsteps:")
    before = (office / PATH).read_text("utf-8").splitlines()
    done = bring(office, cach_thuc_thuc_hien=SCRAPED["cach_thuc_thuc_hien"].replace("Trực tiếp5", "Trực tiếp3"))  # type: ignore[attr-defined]
    assert told(done) == ["Cách thức thực hiện (Trực tiếp) › Thời hạn giải quyết: 5 ngày làm việc → 3 ngày làm việc"]
    after = (office / PATH).read_text("utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [("    time_limit: 5 ngày làm việc", "    time_limit: 3 ngày làm việc")]


def test_work_by_hand_wins_and_the_conflict_is_told(office: Path) -> None:
    bring(office)
    edit(office, "time_limit: 5 ngày làm việc", "time_limit: 2 ngày làm việc")
    done = bring(office, cach_thuc_thuc_hien=SCRAPED["cach_thuc_thuc_hien"].replace("Trực tiếp5", "Trực tiếp3"))  # type: ignore[attr-defined]
    assert not told(done)
    assert [f.code for f in done.findings if f.code.startswith("NK17")] == ["NK170"]
    assert "time_limit: 2 ngày làm việc" in (office / PATH).read_text("utf-8")


def test_a_paper_more_and_a_paper_less(office: Path) -> None:
    bring(office)
    table = str(SCRAPED["thanh_phan_ho_so"])
    done = bring(
        office, thanh_phan_ho_so=table.replace("Giấy chứng sinh1 bản chính,1 bản sao", "Ảnh chân dung2 bản chính")
    )
    assert told(done) == [
        "Thành phần hồ sơ › Giấy tờ: Giấy chứng sinh, 1, 1 → ",
        "Thành phần hồ sơ › Giấy tờ:  → Ảnh chân dung, 2",
    ]
    text = (office / PATH).read_text("utf-8")
    assert "      - name: Ảnh chân dung\n        originals: 2\n" in text
    assert "Giấy chứng sinh" not in text


def test_a_value_that_leaves_its_default_is_no_conflict(office: Path) -> None:
    bring(office)
    table = str(SCRAPED["thanh_phan_ho_so"]).replace("sinh1 bản chínhGiấy", "sinh1 bản chính,2 bản saoGiấy")
    done = bring(office, thanh_phan_ho_so=table)
    assert told(done) == ["Thành phần hồ sơ › Giấy tờ (Tờ khai đăng ký khai sinh) › Bản sao:  → 2"]
    assert not [f for f in done.findings if f.code == "NK170"]


def test_what_somebody_took_out_stays_out(office: Path) -> None:
    bring(office)
    edit(office, "      - name: Giấy chứng sinh\n        originals: 1\n        copies: 1\n", "")
    assert not told(bring(office, ten_thu_tuc=str(SCRAPED["ten_thu_tuc"])))
    assert "Giấy chứng sinh" not in (office / PATH).read_text("utf-8")


def test_a_file_from_before_the_first_import_is_not_touched(office: Path) -> None:
    bring(office)
    (office / "site_config/imported/procedure.jsonl").unlink()
    before = (office / PATH).read_bytes()
    done = bring(office, ten_thu_tuc="Tên khác")
    assert (office / PATH).read_bytes() == before
    assert [f.code for f in done.findings if f.code.startswith("NK17")] == ["NK171"]
    assert not told(bring(office, ten_thu_tuc="Tên khác"))
    assert told(bring(office, ten_thu_tuc="Tên mới nữa")) == []


def test_a_file_with_errors_is_not_merged(office: Path) -> None:
    bring(office)
    edit(office, "levels:", "levles:")
    before = (office / PATH).read_bytes()
    done = bring(office, ten_thu_tuc="Tên khác")
    assert "NK108" in [f.code for f in done.findings]
    assert (office / PATH).read_bytes() == before


def test_known_acts_and_fields_are_used_and_never_changed(office: Path) -> None:
    for other in (office / "content/legal-acts").glob("*.yml"):
        other.unlink()
    act = office / "content/legal-acts/hien-phap-ho-tich.yml"
    act.parent.mkdir(parents=True, exist_ok=True)
    act.write_text("symbol: 60/2014/QH13\nkind: law\nissuer: Quốc hội\ntitle: Luật Hộ tịch\n", "utf-8")
    field = office / "content/fields/khai-sinh-khai-tu.yml"
    field.parent.mkdir(parents=True, exist_ok=True)
    field.write_text("name: HỘ TỊCH\nsummary: Sinh, tử.\n", "utf-8")
    for other in (office / "content/fields").glob("ho-tich.yml"):
        other.unlink()
    done = bring(office)
    text = done.files["content/procedures/khai-sinh-khai-tu/1.000001.yml"].decode()
    assert "act: hien-phap-ho-tich" in text
    assert "content/legal-acts/luat-60-2014-qh13.yml" not in done.files
    assert act.read_text("utf-8").startswith("symbol: 60/2014/QH13\nkind: law\n")


@pytest.mark.parametrize("kind", ["procedure", "reception", "budget", "unit", "fee", "plan"])
@given(data=st.data())
@settings(max_examples=6, phases=(Phase.generate,))
def test_an_untouched_file_becomes_the_newer_record(kind: str, data: st.DataObject) -> None:
    """Without work by hand a merge ends where a fresh import ends."""
    old, new = data.draw(records(KINDS[kind].record, 1)), data.draw(records(KINDS[kind].record, 1))
    merged = merge(to_yaml(old), old, new, digests(old))
    again, findings = read_back(kind, merged.text)
    assert not [f for f in findings if f.code != "YM120"], merged.text
    assert sorted(digests(again).items()) == sorted(digests(new).items()), merged.text
