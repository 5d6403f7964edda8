"""The life of a printed copy: current, replaced with what changed, renamed, withdrawn; and a ledger nobody edits."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from congkhai.cli.main import cli
from congkhai.derive.copies import CopyState, Standing, Wall
from congkhai.derive.office import Office
from congkhai.model.copy import Copy, code_at, code_of, copy_address
from congkhai.publish.ledger import record
from congkhai.render.data.copies import files
from congkhai.render.notices.wall import draw, wall
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers import copies
from congkhai.render.site.templates import Templates
from congkhai.source.ledger import read_ledger
from congkhai.source.ledger_entry import LEDGER, entry_path
from congkhai.source.load import load
from tests.offices import brief, findings, lay_out

FIRST, LATER = date(2026, 3, 2), date(2026, 11, 22)
PROCEDURE = "content/procedures/1.001193.yml"
FEE = "content/fees/le-phi-khai-sinh.yml"
SERIES = "thu-tuc/1.001193"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base office, whose one procedure costs 8.000 đồng, with its notices recorded."""
    root = lay_out(tmp_path / "office")
    record(root, hung(root, FIRST).unrecorded())
    return root


def hung(root: Path, day: date = LATER) -> Wall:
    """What is printed on a day beside what was recorded."""
    office = Office(load(root).repository, day)
    return wall(office, draw(office), read_ledger(root).copies)


def first(root: Path) -> Copy:
    return min((c for c in read_ledger(root).copies if c.series == SERIES), key=lambda c: c.order)


def standing(root: Path, code: str) -> Standing:
    return next(s for s in hung(root).standings() if s.copy.code == code)


def page(root: Path, code: str) -> str:
    """The text of the page that answers for a code."""
    found = hung(root)
    context = SiteContext(found.office, Templates(Path("/nonexistent")), {}, found.standings(), {})
    made = {page.address: page for page in copies.pages(context)}[copy_address(code)]
    assert not made.listed
    assert made.search is None
    return " ".join(f"{made.title}. {re.sub('<[^>]+>', ' ', made.lead)}".replace(" :", ":").split())


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) >= 1, old
    (root / path).write_text(text.replace(old, new), "utf-8")


def dearer(root: Path) -> None:
    """The council raises the fee by a resolution."""
    act = "symbol: 12/2026/NQ-HĐND\nkind: resolution\nissuer: HĐND tỉnh\ntitle: Quy định mức lệ phí hộ tịch\n"
    (root / "content/legal-acts/nq-12.yml").write_text(f"{act}in_force: 2026-06-01\n", "utf-8")
    change(root, FEE, "amount: 8000", "amount: 9000")
    change(root, FEE, "luat-ho-tich", "nq-12")
    change(root, PROCEDURE, "amount: 8000", "amount: 9000")


def test_a_copy_whose_facts_stand_is_current(root: Path) -> None:
    code = first(root).code
    assert standing(root, code).state is CopyState.CURRENT
    assert page(root, code).startswith("Bản in này còn đúng. ")
    assert "đối chiếu ngày 22/11/2026" in page(root, code)
    assert hung(root).unrecorded() == ()


def test_a_fee_that_rose_is_told_with_both_amounts_the_day_and_the_act(root: Path) -> None:
    code = first(root).code
    dearer(root)
    record(root, hung(root, date(2026, 6, 3)).unrecorded())
    told = page(root, code)
    assert told.startswith("Bản in này đã được thay. ")
    assert "đã được thay từ ngày 03/06/2026" in told
    assert "Trước: 8.000 đồng → Nay: 9.000 đồng Theo Nghị quyết 12/2026/NQ-HĐND Về bản in này" in told


def test_wording_that_is_not_printed_keeps_every_code(root: Path) -> None:
    before = {copy.series: copy.code for copy in hung(root).current}
    change(root, PROCEDURE, "deciding:", "common_names: [làm khai sinh]\nsearch_terms: [giay khai sanh]\ndeciding:")
    change(root, "content/fields/ho-tich.yml", "summary:", "# đã xem lại\nsummary:")
    assert {copy.series: copy.code for copy in hung(root).current} == before


def test_a_copy_becomes_current_again_when_its_facts_return(root: Path) -> None:
    code = first(root).code
    dearer(root)
    record(root, hung(root, date(2026, 6, 3)).unrecorded())
    second = hung(root).unrecorded()
    assert second == ()
    for path in (FEE, PROCEDURE):
        change(root, path, "amount: 9000", "amount: 8000")
    record(root, hung(root, date(2026, 7, 1)).unrecorded())
    assert standing(root, code).state is CopyState.CURRENT
    versions = standing(root, code).versions
    assert [version.code for version in versions] == [code, versions[1].code, code]
    assert standing(root, versions[1].code).since == date(2026, 7, 1)
    assert "Trước: 9.000 đồng → Nay: 8.000 đồng" in page(root, versions[1].code)
    assert brief(findings(root)) == []


def test_a_renamed_record_answers_for_the_papers_of_its_old_name(root: Path) -> None:
    code = first(root).code
    (root / PROCEDURE).rename(root / "content/procedures/2.000002.yml")
    change(root, "content/procedures/2.000002.yml", "1.001193", "2.000002")
    book = {"old": "thu-tuc/1.001193/", "new": "thu-tuc/2.000002/", "day": "2026-05-04", "reason": "Đổi mã."}
    (root / "site_config/moved.yml").write_text(json.dumps({"moves": [book]}, ensure_ascii=False), "utf-8")
    found = standing(root, code)
    assert (found.state, found.since) == (CopyState.REPLACED, date(2026, 5, 4))
    assert "Mã thủ tục Trước: 1.001193 → Nay: 2.000002" in page(root, code)


def test_a_record_that_is_gone_for_good_says_why(root: Path) -> None:
    code = first(root).code
    (root / PROCEDURE).unlink()
    book = {"old": "thu-tuc/1.001193/", "day": "2026-05-04", "reason": "Thủ tục đã được bãi bỏ."}
    (root / "site_config/moved.yml").write_text(json.dumps({"moves": [book]}, ensure_ascii=False), "utf-8")
    told = page(root, code)
    assert told.startswith("Bản in này đã được rút. ")
    assert "từ ngày 04/05/2026. Thủ tục đã được bãi bỏ." in told


def test_what_is_no_longer_in_force_is_withdrawn_on_its_last_day(root: Path) -> None:
    code = first(root).code
    change(root, PROCEDURE, "deciding:", "validity: {start: 2020-01-01, end: 2026-08-31}\ndeciding:")
    found = standing(root, code)
    assert (found.state, found.since) == (CopyState.WITHDRAWN, date(2026, 8, 31))


def test_a_notice_that_cannot_be_printed_leaves_its_copies_in_doubt(root: Path) -> None:
    code = first(root).code
    change(root, "content/services/ho-tich.yml", "complaints: chu-tich\n", "")
    assert standing(root, code).state is CopyState.PAUSED


def test_another_look_of_the_same_facts_is_still_true(root: Path) -> None:
    copy = first(root)
    assert isinstance(copy.facts, dict)
    facts = {**copy.facts, "of_an_older_program": "x"}
    older = replace(copy, facts=facts, code=code_of(copy.kind, copy.number, facts), day=date(2025, 1, 1))
    record(root, (older,))
    assert "chỉ mẫu in đã thay đổi" in page(root, older.code)


def test_branches_that_record_on_their_own_merge_without_a_conflict(root: Path) -> None:
    before = set((root / LEDGER).rglob("*.json"))
    dearer(root)
    record(root, hung(root, date(2026, 6, 3)).unrecorded())
    ours = set((root / LEDGER).rglob("*.json")) - before
    change(root, PROCEDURE, "1 ngày làm việc", "2 ngày làm việc")
    found = hung(root, date(2026, 6, 3)).unrecorded()
    theirs = tuple(replace(copy, after=first(root).code) for copy in found if copy.series == SERIES)
    assert theirs
    assert not {root / entry_path(copy) for copy in theirs} & ours
    record(root, theirs)
    assert brief(findings(root)) == []
    assert len({copy.code for copy in read_ledger(root).copies if copy.series == SERIES}) == 3
    for copy in read_ledger(root).copies:
        assert page(root, copy.code)


def test_recording_twice_writes_once_and_the_same_bytes(root: Path, tmp_path: Path) -> None:
    assert record(root, hung(root).unrecorded()) == ()
    other = lay_out(tmp_path / "other")
    record(other, hung(other, FIRST).unrecorded())
    paths = sorted(p.relative_to(root).as_posix() for p in (root / LEDGER).rglob("*.json"))
    assert paths
    assert [(root / p).read_bytes() for p in paths] == [(other / p).read_bytes() for p in paths]


@pytest.mark.parametrize("field", ["title", "number", "page", "day", "kind"])
def test_no_field_of_an_entry_can_be_changed_by_hand(root: Path, field: str) -> None:
    path = root / entry_path(first(root))
    about = json.loads(path.read_text("utf-8"))
    about[field] = "2020-01-01" if field == "day" else "x"
    path.write_text(json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    assert brief(findings(root)) == [f"BI102 {path.relative_to(root).as_posix()}:1:1"]


def test_the_command_records_what_the_ledger_lacks(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "office")
    call = ["--root", str(root), "ledger", "--date", "2026-03-02"]
    told = CliRunner().invoke(cli, [*call, "--dry-run"])
    assert told.exit_code == 0
    assert "Sẽ ghi" in told.output
    assert not (root / LEDGER).exists()
    assert CliRunner().invoke(cli, call).exit_code == 0
    assert len(read_ledger(root).copies) == len(hung(root).current) > 2
    assert "Đã ghi 0 phiên bản mới" in CliRunner().invoke(cli, call).output


def test_a_thousand_codes_cost_less_than_a_few_printed_sheets(root: Path) -> None:
    """Reading them, judging them and making their pages; against drawing the notices of this small office alone."""
    copy = first(root)
    assert isinstance(copy.facts, dict)
    many, after = [], copy.code
    for number in range(1000):
        facts = {**copy.facts, "counter": f"Quầy {number}"}
        code = code_of(copy.kind, copy.number, facts)
        day = FIRST + timedelta(days=1 + number // 20)
        many.append(replace(copy, facts=facts, code=code, day=day, turn=number % 20 + 1, after=after))
        after = code
    record(root, many)
    start = time.process_time()
    found = hung(root)
    context = SiteContext(found.office, Templates(Path("/nonexistent")), {}, found.standings(), {})
    pages = list(copies.pages(context))
    cost = time.process_time() - start
    assert len(pages) > 1000
    start = time.process_time()
    for _ in range(20):
        draw(found.office)
    assert cost / 1000 < (time.process_time() - start) / 20


def test_a_code_that_was_published_but_never_recorded_is_known_by_its_page() -> None:
    assert code_at("in/7k3mq-0dtxa/index.html") == "7k3mq-0dtxa"
    for path in ("in/thu-tuc/1.001193.pdf", "le-phi/index.html", "in/7/index.html", "in/7k3mq-0dtxi/index.html"):
        assert code_at(path) == ""


def test_what_can_be_said_of_a_copy_changes_its_text(root: Path) -> None:
    code = first(root).code
    before = standing(root, code).told
    assert standing(root, code).told == before
    dearer(root)
    after = standing(root, code).told
    assert after != before
    assert "Lệ phí" not in after


def test_programs_read_the_same_states(root: Path) -> None:
    code = first(root).code
    dearer(root)
    ((path, data, _),) = files("https://xa.example/", hung(root).standings())
    told = {one["code"]: one for one in json.loads(data)["copies"]}
    assert path == "api/v1/copies.json"
    assert told[code]["state"] == "replaced"
    assert told[told[code]["current"]]["state"] == "current"
    assert told[code]["page"] == f"https://xa.example/in/{code}/"
