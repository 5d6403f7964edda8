"""Lists of persons: printed from outside the repository, and nowhere else."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from congkhai.cli.main import cli
from congkhai.derive.copies import CopyState
from congkhai.derive.office import Office
from congkhai.render.notices.wall import draw, wall
from congkhai.source.ledger import read_ledger
from congkhai.source.load import load
from tests.offices import brief, findings, lay_out

DAY = "2026-11-22"
ROWS = [("Phạm Thị Mẫu", "Ấp 1", "4", "079085001234"), ("Lê Văn Thử", "Ấp 2", "3", "091076003321")]
RECORD = "content/disclosures/ho-ngheo.yml"


def listing(folder: Path, rows: list[tuple[str, ...]] = ROWS) -> str:
    """Write the list; its digest."""
    folder.mkdir(exist_ok=True)
    lines = ["Họ và tên;Ấp;Nhân khẩu;Số định danh", *(";".join(row) for row in rows)]
    data = ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()
    (folder / "ho-ngheo.csv").write_bytes(data)
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    listing(tmp_path / "danh-sach")
    return tmp_path / "danh-sach"


@pytest.fixture
def root(tmp_path: Path, lists: Path) -> Path:
    root = lay_out(tmp_path / "office")
    record = {
        "title": "Kết quả rà soát hộ nghèo",
        "category": "social_support",
        "unit": "ubnd-xa",
        "document": "Thông báo số 1/TB-UBND",
        "document_date": "2026-11-10",
        "published": "2026-11-16",
        "until": "2026-12-16",
        "summary": "Toàn xã có 2 hộ.",
        "readers": "village",
        "personal_data": "basic",
        "persons": "2",
        "basis": [{"act": "luat-ho-tich"}],
        "list": {
            "file": "ho-ngheo.csv",
            "digest": listing(lists),
            "columns": ["Họ và tên", "Ấp", "Nhân khẩu"],
            "places": ["tru-so"],
        },
    }
    (root / RECORD).parent.mkdir()
    (root / RECORD).write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    assert brief(findings(root)) == []
    return root


def run(root: Path, *words: object) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), *map(str, words), "--date", DAY])


def everything(folder: Path) -> str:
    """All bytes below a folder as text, PDFs read."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.suffix == ".pdf":
                found += [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
            found.append(data.decode("utf-8", "replace"))
    return "\n".join(found)


def change(root: Path, old: str, new: str) -> None:
    text = (root / RECORD).read_text("utf-8")
    assert old in text
    (root / RECORD).write_text(text.replace(old, new), "utf-8")


def test_the_list_is_printed_with_the_chosen_columns_only(root: Path, lists: Path) -> None:
    done = run(root, "notices", "--lists", lists)
    assert done.exit_code == 0, done.output
    (made,) = lists.rglob("*.pdf")
    text = "".join(page.extract_text() for page in PdfReader(made).pages)
    for name, village, size, number in ROWS:
        assert name in text
        assert village in text
        assert size in text
        assert number not in text
    assert "Không sao chụp, đăng lại" in text
    assert "16/12/2026" in text


def test_no_name_reaches_the_repository_the_cache_or_a_log(root: Path, lists: Path, tmp_path: Path) -> None:
    told = [run(root, "notices", "--lists", lists), run(root, "ledger"), run(root, "check"), run(root, "status")]
    told.append(run(root, "notices", "--out", tmp_path / "giay"))
    assert all(one.exit_code == 0 for one in told), [one.output for one in told]
    whole = everything(root) + everything(tmp_path / "giay") + "".join(one.output for one in told)
    assert "Kết quả rà soát hộ nghèo" in whole
    assert list((root / ".congkhai").rglob("*"))
    for row in ROWS:
        assert row[0] not in whole
        assert row[3] not in whole
    assert "ho-ngheo.csv" not in everything(tmp_path / "giay")


@pytest.mark.parametrize("inside", ["danh-sach", "."])
def test_a_folder_inside_the_repository_is_refused(root: Path, lists: Path, inside: str) -> None:
    (root / inside).mkdir(exist_ok=True)
    assert run(root, "notices", "--lists", root / inside).exit_code == 2
    done = run(root, "notices", "--lists", lists, "--out", root / "in")
    assert done.exit_code == 2
    assert "nằm trong kho dữ liệu" in done.output
    assert not (root / "in").exists()


def test_another_file_than_the_approved_one_is_refused(root: Path, lists: Path) -> None:
    digest = listing(lists, [*ROWS[:1], ("Người Khác", "Ấp 3", "1", "0")])
    done = run(root, "notices", "--lists", lists)
    assert done.exit_code == 1
    assert digest in done.output
    assert "Người Khác" not in done.output
    assert not list(lists.rglob("*.pdf"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"persons": "2"', '"persons": "3"', "tệp có 2 dòng nhưng persons ghi 3"),
        ('"Nhân khẩu"]', '"Thu nhập"]', "không có cột “Thu nhập”"),
        ('"ho-ngheo.csv"', '"khac.csv"', "không thấy tệp danh sách"),
    ],
)
def test_what_does_not_fit_is_said_without_a_name(root: Path, lists: Path, old: str, new: str, told: str) -> None:
    change(root, old, new)
    done = run(root, "notices", "--lists", lists)
    assert done.exit_code == 1
    assert told in done.output
    assert all(row[0] not in done.output for row in ROWS)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"a;b\n1\n", b'a;b\n"1;2\n'])
def test_a_list_that_cannot_be_read_is_refused(root: Path, lists: Path, data: bytes) -> None:
    (lists / "ho-ngheo.csv").write_bytes(data)
    done = run(root, "notices", "--lists", lists)
    assert done.exit_code == 1
    assert not list(lists.rglob("*.pdf"))


def test_a_link_to_elsewhere_is_not_followed(root: Path, lists: Path, tmp_path: Path) -> None:
    (lists / "ho-ngheo.csv").rename(tmp_path / "that.csv")
    (lists / "ho-ngheo.csv").symlink_to(tmp_path / "that.csv")
    assert "không thấy tệp danh sách" in run(root, "notices", "--lists", lists).output


def test_its_code_is_answered_for_without_the_list_and_withdrawn_with_its_last_day(root: Path) -> None:
    assert run(root, "ledger").exit_code == 0
    (copy,) = (c for c in read_ledger(root).copies if c.kind == "persons")
    for day, state in ((date(2026, 12, 16), CopyState.CURRENT), (date(2026, 12, 17), CopyState.WITHDRAWN)):
        office = Office(load(root).repository, day)
        found = wall(office, draw(office), read_ledger(root).copies).standings()
        standing = next(s for s in found if s.copy.code == copy.code)
        assert standing.state is state
    assert standing.since == date(2026, 12, 16)
