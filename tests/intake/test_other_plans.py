"""Plans of other styles than the seeds', all invented: a province's and a department's as text, a commune's in Word."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from congkhai.intake.plans.importer import import_plan
from congkhai.intake.run import Imported
from congkhai.model.plan import Plan, Section
from congkhai.source.load import load
from tests.intake.reading import WORDING
from tests.intake.test_plans import DAY, ROOT, record, tasks, walk
from tests.intake.word_plan import word_plan

PLANS = Path(__file__).parent / "plans"
UNITS = {
    "so-khcn": ("Sở Khoa học và Công nghệ tỉnh Minh Giang", "ubnd-tinh-minh-giang"),
    "so-noi-vu": ("Sở Nội vụ tỉnh Minh Giang", "ubnd-tinh-minh-giang"),
    "so-tai-chinh": ("Sở Tài chính tỉnh Minh Giang", "ubnd-tinh-minh-giang"),
    "van-phong-tinh": ("Văn phòng Ủy ban nhân dân tỉnh Minh Giang", "ubnd-tinh-minh-giang"),
    "so-ban-nganh": ("Các sở, ban, ngành tỉnh Minh Giang", "ubnd-tinh-minh-giang"),
    "thanh-tra-so": ("Thanh tra Sở", "so-noi-vu"),
    "van-phong-so": ("Văn phòng Sở", "so-noi-vu"),
    "phong-cchc": ("Phòng Cải cách hành chính", "so-noi-vu"),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("mau")
    for folder in ("content/units", "content/legal-acts", "site_config"):
        shutil.copytree(ROOT / folder, root / folder)
    for id, (name, parent) in UNITS.items():
        text = f"name: {name}\nlevel: province\ntype: department\nparent: {parent}\n"
        (root / "content/units" / f"{id}.yml").write_text(text, "utf-8")
    return root


def bring(sample: Path, path: Path) -> Imported:
    return import_plan(path, sample, load(sample).repository, WORDING, DAY, None)


def work(plan: Plan) -> set[tuple[str | None, tuple[str, ...], tuple[date | None, ...]]]:
    return {(task.lead, task.cooperating, tuple(d.end for d in task.deadlines)) for task in tasks(plan)}


def outline(sections: tuple[Section, ...]) -> str:
    return " ".join(section.number or "-" for section in walk(sections))


def test_a_province_names_leader_partner_time_and_product_line_by_line(sample: Path) -> None:
    plan = record(bring(sample, PLANS / "tinh.txt"))
    assert (plan.issuer, plan.number, plan.place) == ("ubnd-tinh-minh-giang", "145/KH-UBND", "Minh Giang")
    assert plan.date == date(2026, 3, 5)
    assert plan.title == "Chuyển đổi số trong giải quyết thủ tục hành chính trên địa bàn tỉnh năm 2026"
    assert [citation.act for citation in plan.basis] == ["luat-20-2023-qh15", "nd-61-2018-nd-cp", "qd-06-qd-ttg"]
    assert outline(plan.sections) == "I 1 2 II 1 - - - - 2 3 a b III 1 2"
    assert work(plan) == {
        ("so-khcn", ("van-phong-tinh", "so-noi-vu"), (date(2026, 6, 30),)),
        ("so-noi-vu", ("van-phong-tinh",), (date(2026, 6, 29),)),
        ("van-phong-tinh", (), (date(2026, 10, 31),)),
        ("so-noi-vu", (), ()),
        ("so-khcn", (), ()),
        ("so-ban-nganh", (), ()),
        ("so-tai-chinh", (), ()),
    }
    assert next(task.product for task in tasks(plan) if task.product) == "Kho dữ liệu kết quả"
    (report,) = plan.reports
    assert (report.from_units, report.to) == (("so-ban-nganh",), "ubnd-tinh-minh-giang")
    assert report.deadlines[0].recurrence == "FREQ=MONTHLY;INTERVAL=3"
    assert plan.signatory is not None
    assert plan.signatory.capacity == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert plan.signatory.name == "Trần Văn Mẫu"
    assert len(plan.recipients) == 4


def test_a_department_numbers_with_points_and_signs_alone(sample: Path) -> None:
    plan = record(bring(sample, PLANS / "so.txt"))
    assert (plan.issuer, plan.number, plan.date) == ("so-noi-vu", "12/KH-SNV", date(2026, 1, 20))
    assert outline(plan.sections) == "1 1.1 1.2 2 2.1 2.2 3 3.1 3.2"
    assert {
        ("thanh-tra-so", (), (date(2026, 6, 30),)),
        ("thanh-tra-so", (), (date(2026, 9, 30),)),
        ("van-phong-so", (), (date(2026, 4, 14),)),
    } <= work(plan)
    assert [(report.from_units, report.to, report.deadlines[0].end) for report in plan.reports] == [
        (("thanh-tra-so",), "so-noi-vu", date(2026, 11, 14))
    ]
    assert plan.signatory is not None
    assert (plan.signatory.capacity, plan.signatory.name) == (("GIÁM ĐỐC",), "Lê Thị Thí Dụ")


def test_a_commune_counts_with_word_and_assigns_in_a_table(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(word_plan())
    plan = record(bring(sample, path))
    assert (plan.issuer, plan.number, plan.place) == ("ubnd-xa", "31/KH-UBND", "Thanh Bình Đông")
    assert (plan.date, plan.title) == (date(2026, 2, 9), "Tuyên truyền, phổ biến pháp luật năm 2026")
    assert [section.number for section in plan.sections] == ["I", "II", "III", "IV"]
    assert outline(plan.sections[1:2]) == "II 1 a b"
    assert {
        ("cong-an-xa", ("ban-chqs-xa",), (date(2026, 9, 30),)),
        ("van-phong", ("cong-an-xa",), (date(2026, 4, 29),)),
        ("phong-van-hoa-xa-hoi", ("mttq-xa", "cong-an-xa"), (date(2026, 11, 30),)),
        ("phong-kinh-te", (), (date(2026, 5, 31),)),  # the day that the tracked change put in, not the one it took out
    } <= work(plan)
    monthly = next(task for task in tasks(plan) if task.lead == "phong-van-hoa-xa-hoi" and not task.cooperating)
    assert monthly.deadlines[0].recurrence == "FREQ=MONTHLY"
    assert "DỰ THẢO LẦN 2" in (plan.preamble or "")
    assert plan.recipients == ("UBND tỉnh (b/c)", "Các ấp", "Lưu: VT")
    assert plan.signatory is not None
    assert (plan.signatory.capacity, plan.signatory.name) == (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Phạm Thị Mẫu")


def test_without_an_issuer_nobody_is_guessed(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text("KẾ HOẠCH\nTiêm chủng năm 2026\n\n1. Trạm Y tế tiêm cho trẻ.\n2. Thanh tra Sở kiểm tra.\n", "utf-8")
    done = bring(sample, path)
    assert not done.placed[0].fit
    assert "NK191" in {finding.code for finding in done.findings}
    assert b"lead:" not in (done.placed[0].data or b"")
