"""What the pages of single kinds of record must say, and must not."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from congkhai.derive.address import address
from congkhai.derive.office import Office
from congkhai.derive.publication import withheld_files
from congkhai.derive.tasks import TaskState, plan_is_over
from congkhai.model.calendar import Weekday
from congkhai.model.clock import Hours
from congkhai.model.plan import Deadline, Part, Precision
from congkhai.model.reception import PeriodicReception
from congkhai.render.data import mirror
from congkhai.render.site.makers.budgets import head
from congkhai.render.site.makers.deadlines import meaning
from congkhai.render.site.makers.figures import number, shortened
from congkhai.render.site.makers.reception import rule_text
from congkhai.render.site.makers.recurrence import spoken
from congkhai.source.load import load
from tests.offices import TODAY
from tests.site.full import RECORDS
from tests.site.records import Made, make, office

ROOT = Path(__file__).parents[2]
DISCLOSURE = "content/disclosures/ke-hoach-dat.yml"
SECRET = {
    "title": "Danh sách hộ nghèo ấp Tám",
    "summary": "Bốn hộ nhà chú Tư",
    "files": ["ho-ngheo.pdf"],
    "document": "QĐ 77",
}


def disclosed(folder: Path, day: date = TODAY, **changes: Any) -> Made:
    return make(office(folder / "office", RECORDS | {DISCLOSURE: RECORDS[DISCLOSURE] | SECRET | changes}, day))


def sure(made: Made, shown: set[str]) -> None:
    """Pages, search and the JSON mirror tell these of the secret fields and no other."""
    data = b"".join(data for _, data, _ in mirror.files(made.office)).decode()
    everything = f"{made.everything()}\n{data}"
    for name in ("title", "summary", "files", "document"):
        text = SECRET[name][0] if name == "files" else str(SECRET[name])
        assert (text in everything) is (name in shown), name
    assert (withheld_files(made.office) == set()) is ("files" in shown)


def test_a_disclosure_for_all_is_shown_whole(tmp_path: Path):
    sure(disclosed(tmp_path), {"title", "summary", "files", "document"})


def test_one_for_a_village_tells_only_where_to_read_it(tmp_path: Path):
    made = disclosed(tmp_path, readers="village")
    sure(made, {"title", "document"})
    assert "Bảng tin trụ sở" in made.text("cong-khai/ke-hoach-dat/")
    assert "api/v1" not in made.html("cong-khai/ke-hoach-dat/")


def test_one_for_staff_is_nowhere(tmp_path: Path):
    made = disclosed(tmp_path, readers="staff")
    sure(made, set())
    assert "cong-khai/ke-hoach-dat/" not in made.pages
    assert "Nội dung không đăng trên mạng" in made.text("niem-yet/")


def test_data_of_persons_is_gone_after_its_last_day(tmp_path: Path):
    ended = {"personal_data": "basic", "published": "2026-01-05", "until": "2026-11-21"}
    made = disclosed(tmp_path, **ended)
    sure(made, {"title"})
    page = made.pages["cong-khai/ke-hoach-dat/"]
    assert page.search is None
    assert "Điều 23 Luật Tiếp cận thông tin 01/2026/QH16" in made.text(page.address)
    assert "21/11/2026" in made.text(page.address)
    assert "ke-hoach-dat" not in made.html("cong-khai/")
    assert "api/v1" not in made.html(page.address)


def test_data_of_persons_is_there_on_its_last_day(tmp_path: Path):
    sure(disclosed(tmp_path, personal_data="basic", until="2026-11-22"), {"title", "summary", "files", "document"})


def test_fourteen_contents_stand_in_the_order_of_the_law(tmp_path: Path):
    clauses = re.findall(r"Khoản (\d+)</span>", disclosed(tmp_path).html("cong-khai/"))
    assert clauses == [str(n) for n in range(1, 15)]


def test_the_old_plans_accuse_nobody():
    made = make(Office(load(ROOT).repository, TODAY))
    over = [plan for plan in made.office.repository.all("plan") if plan_is_over(plan.record, TODAY)]
    old = [f"{address(plan)}{page}" for plan in over for page in ("", "nhiem-vu/")]
    assert len(old) >= 10
    for where in old:
        text = made.text(where)
        assert TaskState.UNREPORTED.label in text, where
        assert TaskState.LATE.label not in text, where
        assert "không có nghĩa là việc chưa được làm" in " ".join(text.split()), where


def test_plans_stand_newest_first(tmp_path: Path):
    plan = RECORDS["plans/ke-hoach-thu.yml"]
    older = plan | {"title": "Cũ hơn", "date": "2024-05-05", "number": "1/KH-UBND", "period": {"end": "2024-12-31"}}
    undated = {key: value for key, value in plan.items() if key != "date"} | {"title": "Không ngày"}
    later = undated | {"period": {"start": "2026-06-01", "end": "2027-01-01"}}
    plans = {"plans/cu.yml": older, "plans/khong-ngay.yml": later}
    html = make(office(tmp_path / "office", RECORDS | plans)).html("ke-hoach/")
    places = [html.index(f"ke-hoach/{id_}/") for id_ in ("khong-ngay", "ke-hoach-thu", "cu")]
    assert places == sorted(places)
    assert html.index("Đang thực hiện") < places[0] < html.index("Đã hết kỳ") < places[2]


def test_the_task_list_groups_by_what_is_waited_for(tmp_path: Path):
    task = {
        "id": "x",
        "text": "Việc quá hạn",
        "deadlines": [{"text": "tháng 3", "precision": "month", "end": "2026-03-31"}],
    }
    done = {"id": "y", "text": "Việc đã xong", "updates": [{"date": "2026-03-01", "text": "Xong", "done": "true"}]}
    plan = RECORDS["plans/ke-hoach-thu.yml"] | {"sections": [{"number": "I", "tasks": [task, done]}]}
    made = make(office(tmp_path / "office", RECORDS | {"plans/ke-hoach-thu.yml": plan}))
    page = made.pages["ke-hoach/ke-hoach-thu/nhiem-vu/"]
    assert [section.id for section in page.sections] == ["dang-lam", "hoan-thanh", "theo-don-vi", "bao-cao"]
    assert "Quá hạn sau ngày 31/03/2026" in made.text(page.address)
    assert "Hoàn thành ngày 01/03/2026" in made.text(page.address)


def test_a_unit_s_page_has_what_plans_ask_of_it(tmp_path: Path):
    made = make(office(tmp_path / "office", RECORDS))
    text = made.text("co-quan/phong-tu-phap/")
    assert "Làm việc thứ nhất" in text
    assert "Kết quả sáu tháng" in text
    assert "Phòng Tư pháp huyện Cũ" in text
    former = made.text("co-quan/phong-cu/")
    assert "30/06/2025" in former
    assert "Phòng Tư pháp xã Thử Nghiệm" in former
    assert "phong-cu" not in made.html("co-quan/").split("Đơn vị khác")[0]


def test_an_official_who_left_is_told_apart_and_not_called(tmp_path: Path):
    gone = RECORDS["content/officials/chu-tich.yml"] | {"term": {"start": "2021-07-01", "end": "2026-10-31"}}
    made = make(office(tmp_path / "office", RECORDS | {"content/officials/chu-tich.yml": gone}))
    assert "0299 3 555 020" not in made.text("can-bo/chu-tich/")
    assert "31/10/2026" in made.text("can-bo/chu-tich/")
    assert "Đã thôi giữ chức vụ" in made.text("can-bo/")


def test_reception_tells_moved_added_and_dropped_days(tmp_path: Path):
    made = make(office(tmp_path / "office", RECORDS))
    text = " ".join(made.text("tiep-cong-dan/").split())
    assert "Thứ Sáu, 04/12/2026" in text
    assert "Lịch gốc: Thứ Tư, 02/12/2026. Lý do: Họp Hội đồng nhân dân" in text
    assert "Tiếp thêm Nhiều người đăng ký" in text
    assert "Không tổ chức Bão số 9" in text
    days = re.findall(r'ck-day__title">\n?[^<]*<time datetime="([0-9-]+)"', made.html("tiep-cong-dan/"))
    assert days == ["2026-11-25", "2026-12-04", "2026-12-10", "2026-12-30"]
    assert "25/11/2026" in made.html("can-bo/chu-tich/")


def test_a_calendar_that_is_over_says_so(tmp_path: Path):
    made = make(office(tmp_path / "office", RECORDS, date(2027, 2, 1)))
    assert "đã hết thời gian áp dụng" in made.text("tiep-cong-dan/lich/")
    assert "Chưa có lịch tiếp công dân nào đang áp dụng" in made.text("tiep-cong-dan/")


def test_events_take_turns_and_keep_their_fixed_days(tmp_path: Path):
    made = make(office(tmp_path / "office", RECORDS))
    text = " ".join(made.text("su-kien/gap-dan/").split())
    assert "Lần tới Thứ Sáu, 27/11/2026" in text
    assert "Thứ Sáu hằng tuần" in text
    assert "28/11/2026" in text
    over = make(office(tmp_path / "later", RECORDS, date(2028, 1, 1)))
    assert "Không còn ngày nào sắp tới" in over.text("su-kien/gap-dan/")


def test_a_long_question_is_told_in_full_below_its_beginning(tmp_path: Path):
    long = "Vì sao hồ sơ của tôi nộp đã lâu mà chưa có kết quả, " * 8 + "xin trả lời?"
    answer = RECORDS["content/answers/dat.yml"] | {"question": long}
    made = make(office(tmp_path / "office", RECORDS | {"content/answers/dat.yml": answer}))
    page = made.pages["hoi-dap/dat/"]
    assert len(page.title) <= 160
    assert page.title.endswith("…")
    assert long in made.text(page.address)
    assert "Chúng tôi xin lỗi vì chậm trễ" in made.text(page.address)


def test_a_budget_table_has_heads_that_a_screen_reader_can_follow(tmp_path: Path):
    made = make(office(tmp_path / "office", RECORDS))
    html = made.html("ngan-sach/2026/thu/")
    columns = office(tmp_path / "again", RECORDS).get("budget", "thu").record.columns
    assert [(cell.label, cell.span, cell.grouped) for cell in head(columns)] == [
        ("Năm 2026", 2, True),
        ("So sánh (%)", 1, False),
        ("Ghi chú", 1, False),
    ]
    assert html.count('scope="row"') == 3
    assert html.count('scope="colgroup"') == 1
    assert "Đơn vị tính: triệu đồng" in made.text("ngan-sach/2026/thu/")
    assert "các dòng con cộng lại khớp" in made.text("ngan-sach/2026/thu/")
    assert list(re.findall(r"ck-row--(\d)", html)) == ["0", "1", "1"]


def test_years_stand_newest_first_and_phases_latest_first():
    made = make(Office(load(ROOT).repository, TODAY))
    assert re.findall(r"ngan-sach/(\d{4})/\"", made.html("ngan-sach/"))[:3] == ["2026", "2025", "2024"]
    assert [s.id for s in made.pages["ngan-sach/2025/"].sections][0] == "settled"


@pytest.mark.parametrize(
    ("rule", "part", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=FR", Part.MORNING, "Sáng thứ Sáu hằng tuần"),
        ("FREQ=MONTHLY;BYDAY=1FR", None, "Thứ Sáu tuần thứ nhất hằng tháng"),
        ("FREQ=MONTHLY;BYDAY=-1FR", None, "Thứ Sáu cuối cùng hằng tháng"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", None, "Thứ Ba và thứ Năm hằng tuần"),
        ("FREQ=MONTHLY;INTERVAL=3", None, "3 tháng một lần"),
        ("FREQ=MONTHLY;BYMONTHDAY=5,20", None, "Ngày 5 và 20 hằng tháng"),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10", None, "Ngày 10/6 hằng năm"),
        ("FREQ=YEARLY", None, "Hằng năm"),
        ("FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO,TU", None, None),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", None, None),
    ],
)
def test_rules_in_words(rule: str, part: Part | None, said: str | None):
    assert spoken(rule, part) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"end": date(2015, 10, 31), "named_day": date(2015, 11, 1), "inclusive": False},
            "Chậm nhất hết ngày 31/10/2015",
        ),
        (
            {"start": date(2007, 4, 1), "end": date(2007, 6, 30), "expected": True},
            "Dự kiến từ 01/04/2007 đến 30/06/2007",
        ),
        ({"start": date(2026, 5, 9), "end": date(2026, 5, 9)}, "Ngày 09/05/2026"),
        ({"start": date(2026, 5, 9)}, "Từ ngày 09/05/2026"),
        ({"occurrences": (date(2015, 6, 10), date(2015, 11, 1))}, "Các ngày 10/06/2015, 01/11/2015"),
        ({"precision": Precision.EVENT, "after": "Sở Tư pháp đã thẩm định"}, "Sau việc: Sở Tư pháp đã thẩm định"),
        ({"precision": Precision.EVENT}, "Khi có việc, không ấn định ngày"),
        ({"precision": Precision.OPEN}, "Văn bản không ấn định ngày"),
        ({"precision": Precision.PROMPT}, "Làm ngay, không ấn định ngày"),
        (
            {"precision": Precision.CONTINUOUS, "end": date(2007, 12, 31)},
            "Làm thường xuyên, chậm nhất hết ngày 31/12/2007",
        ),
        ({"precision": Precision.FUZZY, "end": date(2011, 6, 30)}, "Ước chừng chậm nhất hết ngày 30/06/2011"),
    ],
)
def test_deadlines_in_words(fields: dict[str, Any], said: str):
    assert meaning(Deadline(**({"text": "nguyên văn", "precision": Precision.DAY} | fields))) == said


def test_reception_rules_in_words():
    hours = (Hours.parse("7:30-11:30"),)
    rule = {"receiver": "chu-tich", "hours": hours}
    assert (
        rule_text(PeriodicReception(**rule, days=(Weekday.WEDNESDAY,), weeks=(1, -1)))
        == "Thứ Tư tuần thứ 1 và tuần cuối hằng tháng"
    )
    assert rule_text(PeriodicReception(**rule, month_days=(5, 20))) == "Ngày 5 và 20 hằng tháng"
    assert rule_text(PeriodicReception(**rule, days=(Weekday.MONDAY,))) == "Thứ Hai hằng tuần"


def test_figures():
    assert [number(Decimal(n)) for n in ("1200", "2.50", "-1234567", "0", "100")] == [
        "1.200",
        "2,5",
        "-1.234.567",
        "0",
        "100",
    ]
    assert shortened("một hai ba bốn", 10) == "một hai…"
    assert shortened("ngắn", 10) == "ngắn"
