"""The five seed plans: what stands in the head, the outline, the basis, who does what by when, who signed."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from congkhai.intake.plans.importer import import_plan
from congkhai.intake.run import Imported
from congkhai.model.plan import Plan, Section, Task
from congkhai.report.text import sentence
from congkhai.source.bind import bind
from congkhai.source.load import load
from congkhai.source.reader import read
from tests.intake.plan_facts import edits
from tests.intake.reading import WORDING
from tests.requirements import missing

DAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
#: seed, issuer, number, day, place, nodes of the outline, basis, recipients, signatory: read by a person.
FACTS = [
    ("000", "ubnd-tinh-an-giang-cu", "20/KH-UBND", date(2010, 7, 12), "Long Xuyên", 16, 2, 13, "Huỳnh Thế Năng"),
    ("001", "thuong-truc-bcd-cchc-2007", "09/KH-BCĐ", date(2007, 4, 4), None, 30, 0, 0, None),
    ("002", "ubnd-tinh-gia-lai-cu", None, None, None, 29, 2, 0, None),
    ("003", "so-noi-vu-kien-giang-cu", None, None, None, 16, 1, 4, "Nguyễn Hoàng Thông"),
    ("004", "ubnd-tinh-dong-thap-cu", "83/KH-UBND", date(2014, 6, 11), "Đồng Tháp", 24, 3, 0, None),
]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample office without its plans: its units and acts are what plans name."""
    root = tmp_path / "mau"
    for folder in ("content/units", "content/legal-acts", "site_config"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


def seed(number: str) -> Path:
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    return found[0] if found else missing(f"hạt giống {number}", "thư mục shared/seeds đặt cạnh kho mã nguồn")


def record(done: Imported) -> Plan:
    placed = done.placed[0]
    assert placed.data is not None
    tree, _ = read("ke-hoach.yml", placed.data)
    assert tree is not None
    plan = bind(Plan, tree, "ke-hoach.yml").record
    assert isinstance(plan, Plan), placed.data.decode()
    return plan


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from walk(section.sections)


def tasks(plan: Plan) -> list[Task]:
    return [task for section in walk(plan.sections) for task in section.tasks]


@pytest.mark.parametrize("facts", FACTS, ids=[facts[0] for facts in FACTS])
def test_seed(sample: Path, facts: tuple[object, ...]) -> None:
    number, issuer, own, day, place, nodes, basis, recipients, signer = facts
    plan = record(import_plan(seed(str(number)), sample, load(sample).repository, WORDING, DAY, str(issuer)))
    assert (plan.number, plan.date, plan.place) == (own, day, place)
    assert len(list(walk(plan.sections))) == nodes
    assert len(plan.basis) == basis
    assert len(plan.recipients) == recipients
    assert (plan.signatory.name if plan.signatory else None) == signer
    ids = [task.id for task in tasks(plan)]
    assert len(ids) == len(set(ids))


#: The plans of the repository that people made of the seeds.
MADE = {
    "000": "an-giang-20-kh-ubnd-2010",
    "001": "cchc-09-kh-bcd-2007",
    "002": "gia-lai-dan-van-2015",
    "003": "so-noi-vu-kien-giang-tet-2021",
    "004": "dong-thap-83-kh-ubnd-2014",
}


@pytest.mark.parametrize("number", MADE)
def test_fewer_than_ten_edits_are_left(sample: Path, number: str) -> None:
    tree, _ = read("ke-hoach.yml", (ROOT / "plans" / f"{MADE[number]}.yml").read_bytes())
    assert tree is not None
    wanted = bind(Plan, tree, "ke-hoach.yml").record
    made = record(import_plan(seed(number), sample, load(sample).repository, WORDING, DAY, wanted.issuer))
    left = edits(made, wanted)
    assert len(left) < 10, "\n".join(left)


def test_edits_count_what_differs(sample: Path) -> None:
    plan = record(import_plan(seed("000"), sample, load(sample).repository, WORDING, DAY, "ubnd-tinh-an-giang-cu"))
    assert edits(plan, plan) == []
    other = replace(plan, number=None, recipients=plan.recipients[1:], title="Khác")
    assert len(edits(plan, other)) == 3


def test_who_does_what_by_when(sample: Path) -> None:
    plan = record(import_plan(seed("002"), sample, load(sample).repository, WORDING, DAY, "ubnd-tinh-gia-lai-cu"))
    reports = {report.from_units: report for report in plan.reports if report.to == "so-noi-vu-gia-lai-cu"}
    assert set(reports) == {("so-tu-phap-gia-lai-cu", "thanh-tra-tinh-gia-lai-cu")}
    (deadline,) = reports["so-tu-phap-gia-lai-cu", "thanh-tra-tinh-gia-lai-cu"].deadlines
    assert (deadline.end, deadline.named_day, deadline.inclusive) == (date(2015, 10, 31), date(2015, 11, 1), False)
    assert {task.lead for task in tasks(plan)} >= {"so-noi-vu-gia-lai-cu", "so-tu-phap-gia-lai-cu"}


def test_a_bare_name_never_means_the_office_of_another_province(sample: Path) -> None:
    plan = record(import_plan(seed("000"), sample, load(sample).repository, WORDING, DAY, "ubnd-tinh-an-giang-cu"))
    assert all(task.lead is None or task.lead.endswith("-an-giang-cu") for task in tasks(plan))


def test_word_file_says_the_same(sample: Path) -> None:
    document = Document()
    for line in seed("003").read_text("utf-8").split("\n"):
        document.add_paragraph(line)
    path = sample.parent / "ke-hoach.docx"
    out = io.BytesIO()
    document.save(out)
    path.write_bytes(out.getvalue())
    repository = load(sample).repository
    issuer = "so-noi-vu-kien-giang-cu"
    word = record(import_plan(path, sample, repository, WORDING, DAY, issuer))
    assert word == record(import_plan(seed("003"), sample, repository, WORDING, DAY, issuer))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<html><body>KE HOACH</body></html>", "đây là trang HTML (có thể là trang báo lỗi lưu nhầm)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx",
            "đây là tệp Word kiểu cũ (.doc); mở bằng Word hoặc LibreOffice và lưu thành .docx",
        ),
        (b"PK\x03\x04khong phai", "không phải tệp Word (.docx) đọc được"),
        (b"{\\rtf1 x}", "đây là tệp RTF"),
    ],
)
def test_what_is_no_document(sample: Path, data: bytes, told: str) -> None:
    path = sample.parent / "ke-hoach.docx"
    path.write_bytes(data)
    done = import_plan(path, sample, load(sample).repository, WORDING, DAY, None)
    assert sentence(done.findings[0], "vi")[0] == f"không nhập được tệp: {told}"
    assert not done.files


def spoilt(name: str, size: int) -> bytes:
    """A Word file that holds one part more."""
    document, out = Document(), io.BytesIO()
    document.add_paragraph("KẾ HOẠCH")
    document.save(out)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, b" " * size)
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "size", "reason"),
    [("word/vbaProject.bin", 9, "tệp có macro"), ("word/media/x.bin", 300_000_000, "nội dung quá 256 MB")],
)
def test_word_files_that_are_refused_say_why(sample: Path, part: str, size: int, reason: str) -> None:
    path = sample.parent / "ke-hoach.docx"
    path.write_bytes(spoilt(part, size))
    done = import_plan(path, sample, load(sample).repository, WORDING, DAY, None)
    assert reason in sentence(done.findings[0], "vi")[0]
    assert not done.files


def test_a_text_that_is_no_plan(sample: Path) -> None:
    path = sample.parent / "thu.txt"
    path.write_text("Kính gửi anh chị\nnội dung khác\n", "utf-8")
    assert [f.code for f in import_plan(path, sample, load(sample).repository, WORDING, DAY, None).findings] == [
        "NK190"
    ]
