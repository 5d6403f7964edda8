"""The commands of the posting register: what they write, what they leave, what they refuse."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from congkhai.cli.main import cli
from congkhai.model.finding import Severity
from congkhai.model.posting import Posting
from congkhai.source.load import load
from congkhai.source.pictures import has_position
from congkhai.source.stripped import stripped
from tests.offices import findings, lay_out
from tests.photograph import taken_at_home

COMMENTED = """\
# Dán ở sân trước
number: 1   # theo sổ giấy
year: 2026
item: {kind: field, id: ho-tich}
boards:
- tru-so   # có mái che
start: 2026-11-02
days: 30

posted_by: can-bo
# hết
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    office = lay_out(tmp_path / "office")
    (office / "mkdocs.yml").write_text("site_name: Thử\n", "utf-8")
    (office / "content/postings").mkdir()
    (office / "content/postings/2026-001.yml").write_text(COMMENTED, "utf-8")
    (office / "content/boards/mot-cua.yml").write_text(
        "name: Bảng một cửa\nkind: one_stop\naddress: Số 1 đường Thử\nunit: ubnd-xa\nkeeper: can-bo\n", "utf-8"
    )
    return office


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), *words])


def done(root: Path, *words: str) -> str:
    result = run(root, *words)
    assert result.exit_code == 0, result.output
    return result.output


def refused(root: Path, *words: str) -> str:
    before = snapshot(root)
    result = run(root, *words)
    assert result.exit_code in {1, 2}, result.output
    assert snapshot(root) == before
    return result.output


def snapshot(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def posting(root: Path, id: str) -> Posting:
    assert [f for f in findings(root) if f.severity is Severity.ERROR] == []
    source = load(root).repository.find("posting", id)
    assert source
    record: Posting = source.record
    return record


def test_a_posting_takes_the_next_number_the_notice_of_the_day_and_the_time_of_its_duty(root: Path):
    told = done(root, "post", "1.001193", "--board", "mot-cua", "--from", "2026-11-10")
    made = posting(root, "2026-002")
    assert (made.number, made.year, made.item.kind, made.days) == (2, 2026, "procedure", None)
    assert made.posted_by == "can-bo"  # the keeper of the board
    assert made.version in told
    assert [one.file for one in made.files] == ["in/thu-tuc/1.001193.pdf"]
    assert "niêm yết thường xuyên" in told


def test_a_dry_run_writes_nothing(root: Path):
    before = snapshot(root)
    told = done(root, "post", "field/ho-tich", "--board", "mot-cua", "--from", "2026-11-10", "--days", "5", "--dry-run")
    assert snapshot(root) == before
    assert "+number: 2\n" in told
    assert "không ghi gì" in told


def test_an_older_paper_comes_down_when_its_successor_goes_up(root: Path):
    done(
        root, "post", "field/ho-tich", "--from", "2026-11-10", "--days", "30", "--by", "can-bo", "--replaces", "1/2026"
    )
    old, new = posting(root, "2026-001"), posting(root, "2026-002")
    assert (old.taken_down, old.taken_down_by) == (date(2026, 11, 10), "can-bo")
    assert (new.replaces, new.boards) == ("2026-001", ("tru-so",))
    text = (root / "content/postings/2026-001.yml").read_text("utf-8")
    assert text.replace("taken_down: 2026-11-10\ntaken_down_by: can-bo\n", "") == COMMENTED


@pytest.mark.parametrize(
    ("words", "added"),
    [
        (
            (
                "extend",
                "2026-1",
                "--until",
                "20/12/2026",
                "--reason",
                "Chờ kết quả",
                "--by",
                "chu-tich",
                "--on",
                "2026-11-20",
            ),
            "extensions:\n  - until: 2026-12-20\n    reason: Chờ kết quả\n    decided: 2026-11-20\n"
            "    decided_by: chu-tich\n",
        ),
        (
            ("withdraw", "1/2026", "--reason", "Sai: nhầm mức", "--by", "Nguyễn Văn Thử", "--on", "2026-11-20"),
            'withdrawn:\n  day: 2026-11-20\n  reason: "Sai: nhầm mức"\n  by: chu-tich\n',
        ),
        (
            ("interrupt", "1/2026", "--from", "2026-11-05", "--reason", "Bị xé"),
            "interruptions:\n  - start: 2026-11-05\n    reason: Bị xé\n",
        ),
        (
            ("take-down", "1/2026", "--by", "can-bo", "--on", "2026-12-02"),
            "taken_down: 2026-12-02\ntaken_down_by: can-bo\n",
        ),
    ],
)
def test_only_the_new_lines_come(root: Path, words: tuple[str, ...], added: str):
    done(root, *words)
    assert posting(root, "2026-001")
    text = (root / "content/postings/2026-001.yml").read_text("utf-8")
    assert added in text
    assert text.replace(added, "") == COMMENTED


def test_a_closed_house_extends_what_runs_and_says_so(root: Path):
    told = done(root, "interrupt", "--all-boards", "--from", "2026-11-10", "--to", "2026-11-12", "--reason", "Bão")
    assert "Số 1/2026 treo thêm đến hết ngày 07/12/2026: Hộ tịch" in told
    boards = {s.id: s.record.outages for s in load(root).repository.all("board")}
    assert (len(boards["tru-so"]), len(boards["mot-cua"]), boards["web"]) == (1, 1, ())
    again = refused(root, "interrupt", "--board", "tru-so", "--from", "2026-11-12", "--reason", "Bão")
    assert "đã ghi gián đoạn từ ngày 10/11/2026" in again


def test_an_open_interruption_is_closed_by_its_last_day(root: Path):
    done(root, "interrupt", "--board", "tru-so", "--from", "2026-11-10", "--reason", "Bảng đổ")
    assert "chưa ghi ngày kết thúc" in refused(
        root, "interrupt", "--board", "tru-so", "--from", "2026-11-15", "--reason", "Bão"
    )
    done(root, "interrupt", "--board", "tru-so", "--to", "2026-11-12")
    assert load(root).repository.find("board", "tru-so").record.outages[0].end == date(2026, 11, 12)
    assert "không có lần gián đoạn nào đang mở" in refused(root, "interrupt", "--board", "tru-so", "--to", "2026-11-13")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("post", "1.001194", "--board", "tru-so"), "gần nhất: procedure/1.001193"),
        (("post", "proceduer/1.001193", "--board", "tru-so"), "gần nhất: procedure"),
        (("post", "field/ho-tich", "--board", "tru-xo"), "gần nhất: tru-so"),
        (("post", "field/ho-tich"), "các bảng: mot-cua, tru-so, web"),
        (("post", "field/ho-tich", "--board", "tru-so"), "chưa có người trông coi"),
        (
            ("post", "field/ho-tich", "--board", "tru-so", "--by", "can-bo", "--from", "2026-11-05", "--days", "9"),
            "NY111",
        ),
        (("post", "field/ho-tich", "--board", "tru-so", "--days", "9", "--standing"), "không đi cùng nhau"),
        (
            ("post", "field/ho-tich", "--board", "mot-cua", "--by", "can-bo", "--replaces", "1/2026"),
            "tờ cũ còn dán ở: tru-so",
        ),
        (("extend", "2026-2", "--days", "3", "--reason", "x", "--by", "can-bo"), "gần nhất: 2026-001"),
        (("extend", "2026-1", "--until", "2026-11-20", "--reason", "x", "--by", "can-bo"), "đến hết ngày 02/12/2026"),
        (("extend", "2026-1", "--reason", "x", "--by", "can-bo"), "một trong hai"),
        (("take-down", "2026-1", "--by", "can-bo", "--on", "2026-11-20"), "phải treo đến hết ngày 02/12/2026"),
        (("take-down", "2026-1", "--by", "can-boo", "--on", "2026-12-20"), "gần nhất: can-bo"),
        (("interrupt", "2026-1", "--board", "web", "--from", "2026-11-20", "--reason", "x"), "nó ở: tru-so"),
        (("interrupt", "2026-1", "--from", "2026-11-20", "--to", "2026-11-19", "--reason", "x"), "trước ngày bắt đầu"),
        (("interrupt", "2026-1", "--from", "2026-11-20"), "--reason"),
    ],
)
def test_what_cannot_be_is_refused_with_the_cure(root: Path, words: tuple[str, ...], said: str):
    assert said in " ".join(refused(root, *words).split())


def test_nothing_happens_twice(root: Path):
    done(root, "withdraw", "1/2026", "--reason", "Sai mức", "--by", "chu-tich", "--on", "2026-11-20")
    for words in (
        ("withdraw", "1/2026", "--reason", "Sai mức", "--by", "chu-tich"),
        ("extend", "1/2026", "--days", "9", "--reason", "x", "--by", "chu-tich"),
        ("take-down", "1/2026", "--by", "can-bo"),
        ("interrupt", "1/2026", "--from", "2026-11-21", "--reason", "x"),
    ):
        assert "đã rút ngày 20/11/2026: Sai mức" in refused(root, *words)


def test_minutes_come_in_without_the_place_where_they_were_photographed(root: Path, tmp_path: Path):
    photo = tmp_path / "IMG_1.JPG"
    photo.write_bytes(taken_at_home())
    done(root, "take-down", "1/2026", "--by", "can-bo", "--on", "2026-12-02", "--minutes", str(photo))
    kept = root / "content/files/bien-ban/2026-001-ket-thuc.jpg"
    assert posting(root, "2026-001").end_minutes == "bien-ban/2026-001-ket-thuc.jpg"
    assert kept.read_bytes() == stripped(taken_at_home())
    with kept.open("rb") as stream:
        assert not has_position(stream)


def test_an_office_with_errors_is_not_written_to(root: Path):
    (root / "content/fields/hong.yml").write_text("name: [\n", "utf-8")
    assert "YM" in refused(root, "withdraw", "1/2026", "--reason", "x", "--by", "chu-tich")


def test_a_file_that_cannot_be_changed_line_by_line_is_left(root: Path):
    path = root / "content/postings/2026-001.yml"
    path.write_text(COMMENTED.replace("posted_by: can-bo\n", "posted_by: can-bo\nextensions: [\n]\n"), "utf-8")
    said = refused(root, "extend", "1/2026", "--days", "9", "--reason", "x", "--by", "chu-tich", "--on", "2026-11-20")
    assert "mở tệp sửa tay" in said


def test_the_round_is_told_printed_and_its_papers_merged(root: Path, tmp_path: Path):
    done(root, "post", "1.001193", "--board", "mot-cua", "--from", "2026-11-25")
    torn = ("--from", "2026-11-20", "--reason", "Bị xé")
    done(root, "interrupt", "1/2026", *torn)
    told = done(root, "boards", "--date", "2026-11-22")
    assert "Dán lại:\n    [ ] 1/2026 Hộ tịch" in told
    assert "Dán lên:\n    [ ] 2/2026 Đăng ký khai sinh" in told
    only = json.loads(done(root, "boards", "--date", "2026-11-22", "--board", "tru-so", "--format", "json"))
    assert [(b["id"], [e["posting"] for e in b["errands"]][-1:]) for b in only["boards"]] == [("tru-so", ["2026-001"])]
    papers, merged = tmp_path / "viec.pdf", tmp_path / "in-lai.pdf"
    done(root, "boards", "--date", "2026-11-22", "--board", "mot-cua", "--pdf", str(papers), "--reprint", str(merged))
    assert PdfReader(papers).pages
    titles = [entry.title for entry in PdfReader(merged).outline if not isinstance(entry, list)]
    assert titles == ["Bảng một cửa: Đăng ký khai sinh (1.001193)", "Bảng một cửa: Bảng niêm yết phí, lệ phí"]
    assert "gần nhất: mot-cua" in refused(root, "boards", "--board", "mot-cuaa")
