"""Notices of reception: days, weeks of the month, hours, who receives; what is not said is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from congkhai.intake.schedules.importer import import_schedule
from congkhai.intake.schedules.spoken import hours, month_days, weekdays, weeks
from congkhai.source.load import load
from tests.intake.reading import WORDING

NOTICE = """ỦY BAN NHÂN DÂN
XÃ NHỮ KHÊ
Nhữ Khê, ngày 05 tháng 01 năm 2026
THÔNG BÁO
LỊCH TIẾP CÔNG DÂN NĂM 2026
1. Tiếp công dân thường xuyên: từ thứ Hai đến thứ Sáu hằng tuần, sáng từ 7h30 đến 11h30, chiều từ 13 giờ 30 đến 17 giờ.
2. Chủ tịch UBND xã tiếp công dân định kỳ vào thứ Năm tuần thứ 2 và tuần thứ 4 hàng tháng.
Sáng 7h30-11h30; chiều 13h30-17h00.
3. Nếu trùng ngày nghỉ, lễ, tết thì chuyển sang ngày làm việc tiếp theo.
4. Địa điểm: Phòng tiếp công dân, trụ sở Ủy ban nhân dân xã.
5. Điện thoại đăng ký: 0207 3 555 001.
"""


def test_notice(office: Path) -> None:
    path = office.parent / "lich.txt"
    path.write_text(NOTICE, "utf-8")
    done = import_schedule(path, office, load(office).repository, WORDING, date(2026, 11, 22), "ubnd-xa")
    text = next(iter([*done.aside.values(), *(d for p, d in done.files.items() if "reception" in p)])).decode()
    for part in (
        "period:\n  start: 2026-01-01\n  end: 2026-12-31\nannounced: 2026-01-05\n",
        "      - mon\n      - tue\n      - wed\n      - thu\n      - fri\n",
        '    hours:\n      - "07:30-11:30"\n      - "13:30-17:00"\n',
        "    days:\n      - thu\n    weeks:\n      - 2\n      - 4\n",
        "holiday_rule: next_working_day\n",
        "place: Phòng tiếp công dân, trụ sở Ủy ban nhân dân xã\n",
        'phone: "0207 3 555 001"\n',
    ):
        assert part in text, text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("thứ 5 hàng tuần", ["thu"]),
        ("thứ Ba và thứ Năm", ["tue", "thu"]),
        ("từ thứ 2 đến thứ 4", ["mon", "tue", "wed"]),
        ("Chủ nhật", ["sun"]),
    ],
)
def test_weekdays(text: str, days: list[str]) -> None:
    assert [day.value for day in weekdays(text)] == days


def test_weeks_days_and_hours() -> None:
    assert weeks("thứ Năm tuần thứ nhất và tuần cuối hàng tháng") == (1, -1)
    assert month_days("vào ngày 05 và 20 hằng tháng") == (5, 20)
    assert [str(span) for span in hours("7:30 - 11:30 và 13g30-17g")] == ["07:30–11:30", "13:30–17:00"]


def test_another_text_is_refused(office: Path) -> None:
    path = office.parent / "lich.txt"
    path.write_text("Thông báo lịch cắt điện\n", "utf-8")
    done = import_schedule(path, office, load(office).repository, WORDING, date(2026, 11, 22), "ubnd-xa")
    assert [finding.code for finding in done.findings] == ["NK195"]


LEADERS = """UBND XÃ TÂN HÒA
Số: 15/TB-UBND
Tân Hòa, ngày 03 tháng 01 năm 2026
THÔNG BÁO
Về lịch tiếp công dân của lãnh đạo UBND xã năm 2026
I. THỜI GIAN
- Chủ tịch UBND xã: vào các ngày 10 và 25 hàng tháng (từ 8 giờ đến 11 giờ). Riêng tháng 02 tiếp vào ngày 28.
- Công chức tiếp dân: từ thứ 2 đến thứ 6 hàng tuần (Sáng: 7h00 - 11h00, Chiều: 13h30' - 17h00).
II. ĐỊA ĐIỂM: Phòng Tiếp công dân - UBND xã Tân Hòa
"""


def test_who_receives_is_found_by_title_and_what_no_rule_says_is_told(office: Path) -> None:
    for id, title in (("ct", "Chủ tịch Ủy ban nhân dân xã"), ("pct", "Phó Chủ tịch Ủy ban nhân dân xã")):
        text = f"name: Người {id}\ntitle: {title}\nunit: ubnd-xa\nrole: chair\n"
        (office / "content/officials" / f"{id}.yml").write_text(text, "utf-8")
    path = office.parent / "lich.txt"
    path.write_text(LEADERS, "utf-8")
    done = import_schedule(path, office, load(office).repository, WORDING, date(2026, 11, 22), "ubnd-xa")
    text = (done.placed[0].data or b"").decode()
    assert text.startswith("title: Lịch tiếp công dân của lãnh đạo UBND xã năm 2026\n")
    assert "place: Phòng Tiếp công dân - UBND xã Tân Hòa\n" in text
    assert (
        'periodic:\n  - receiver: ct\n    month_days:\n      - 10\n      - 25\n    hours:\n      - "08:00-11:00"'
        in text
    )
    assert '      - "13:30-17:00"\n' in text
    assert [f.params["value"] for f in done.findings if f.code == "NK192"] == ["Riêng tháng 02 tiếp vào ngày 28"]
