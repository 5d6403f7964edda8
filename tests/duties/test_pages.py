"""The public pages of duties."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congkhai.render.data.duties import files
from congkhai.render.site.makers import duties
from tests.duties.small import PLACES, disclosure, posting
from tests.site.records import Made, make, office

RECORDS = {
    **PLACES,
    "content/disclosures/ke-hoach.yml": disclosure("11", "1", title="Kế hoạch <b>năm</b>"),
    "content/disclosures/mat.yml": disclosure("11", "5", title="Chuyện mật", readers="staff"),
    "content/postings/2026-1.yml": posting(1, "disclosure", "ke-hoach", ["tru-so", "ap-1"], "2026-11-04", days="30"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(office(tmp_path_factory.mktemp("small") / "office", RECORDS), [duties.pages])


def test_a_page_for_each_duty_and_one_for_all(made: Made):
    assert len(made.pages) == 101
    assert made.pages["minh-bach/"].search
    assert made.pages["minh-bach/tcd-lich/"].title == "Lịch tiếp công dân của người đứng đầu"


def test_the_list_shows_every_duty_with_its_sentence_and_law(made: Made):
    html, text = made.html("minh-bach/"), made.text("minh-bach/")
    for status in duties.statuses(made.office):
        assert f'href="../minh-bach/{status.source.id}/"' in html
        assert status.duty.plain in text
    assert "Khoản 3 Điều 28 Luật Thực hiện dân chủ ở cơ sở (10/2022/QH15)" in text


def test_a_page_tells_state_proof_gap_and_where_the_law_was_silent(made: Made):
    html, text = made.html("minh-bach/dccs-11-1-ktxh/"), made.text("minh-bach/dccs-11-1-ktxh/")
    assert "Chậm hoặc thiếu" in text
    assert "Quá hạn 13 ngày, hạn 09/11/2026" in text
    assert "Nhà văn hóa ấp 2" in text
    assert 'href="../../cong-khai/ke-hoach/"' in html
    assert 'href="../../niem-yet/2026-1/"' in html
    assert 'href="../../van-ban/dan-chu/"' in html
    assert "Quy định chung của Luật Thực hiện dân chủ ở cơ sở" in text


def test_what_was_not_verified_says_so_wherever_it_appears(made: Made):
    assert "Luật chưa đối chiếu" in made.text("minh-bach/tcd-tansuat/")
    assert made.text("minh-bach/").count("Luật chưa đối chiếu") == 16


def test_text_stays_text_and_secrets_stay_secret(made: Made):
    everything = made.everything()
    assert "<b>năm</b>" not in everything
    assert "Chuyện mật" not in everything


def test_time_of_an_empty_office_makes_pages_too(tmp_path: Path):
    assert len(make(office(tmp_path / "office", {}), [duties.pages]).pages) == 101


def test_states_and_their_past_are_published_as_data(made: Made):
    ((path, data, _),) = files(made.office)
    told = json.loads(data)
    assert path == "api/v1/duty-states.json"
    assert told["date"] == made.office.day.isoformat()
    assert {"id", "state", "verified", "due", "evidence"} <= set(told["duties"][0])
    assert len(told["months"]) == 12
    assert [month["date"] for month in told["months"]] == sorted(month["date"] for month in told["months"])
    assert all(sum(month["counts"].values()) == len(told["duties"]) for month in told["months"])
    assert f'href="../{path}"' in made.html("minh-bach/")
