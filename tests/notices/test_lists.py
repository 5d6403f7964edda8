"""Lists of procedures: all rows in order with running numbers, where fields begin, heads on each page."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.render.notices.facts.field import FieldFacts, ListedProcedure
from congkhai.render.notices.facts.identity import Identity
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.render.notices.text import settled
from congkhai.source.load import load
from tests.bench.records import code
from tests.notices.samples import Sheet, reader, squeezed, texts
from tests.offices import TODAY
from tests.pdf_merge.readback import bookmarks
from tests.publish.many import lay_out_many

COLUMNS = ("Số TT", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Địa điểm thực hiện", "Phí, lệ phí",
           "Căn cứ pháp lý", "Cơ quan thực hiện")  # fmt: skip


@pytest.fixture(scope="module")
def whole(sheets: tuple[Sheet, ...]) -> Sheet:
    return next(one for one in sheets if one.notice.name.kind == "fields")


@pytest.fixture(scope="module")
def pages(whole: Sheet) -> list[str]:
    return [squeezed(page) for page in texts(whole.path)]


def test_it_holds_what_the_lists_of_fields_hold_one_after_another(whole: Sheet, everything: tuple[Notice, ...]) -> None:
    alone = [n.facts for n in everything if n.name.kind == "field"]
    rows = {row["code"]: row for facts in alone for row in facts["procedures"]}
    facts = whole.notice.facts
    assert [row["code"] for row in facts["procedures"]] != sorted(rows), "fields have an order of their own"
    assert {row["code"]: row for row in facts["procedures"]} == rows
    assert len(facts["procedures"]) == len(rows) == sum(field["count"] for field in facts["fields"])
    at = 0
    for field in facts["fields"]:
        (mine,) = [one for one in alone if one["field"] == field["name"]]
        assert facts["procedures"][at : at + field["count"]] == mine["procedures"]
        at += field["count"]
    assert whole.notice.address == "in/thu-tuc/danh-muc.pdf"
    assert whole.notice.imprint.number == "DM"


def test_all_procedures_stand_there_with_running_numbers(whole: Sheet, pages: list[str]) -> None:
    text = "".join(pages)
    at = 0
    for number, row in enumerate(whole.notice.facts["procedures"], 1):
        found = text.find(squeezed(f"{number} {row['name']}")[:30], at)
        assert found >= at, (number, row["name"])
        at = found
        assert f"mã:{row['code']}" in text


def test_fields_begin_where_contents_and_bookmarks_say(whole: Sheet, pages: list[str]) -> None:
    marks = bookmarks(reader(whole.data))
    fields = whole.notice.facts["fields"]
    assert [title for _, title, _ in marks] == [f"Lĩnh vực {field['name']}" for field in fields]
    at = 0
    for field, (_, _, page) in zip(fields, marks, strict=True):
        assert f"{squeezed(field['name'])}trang{page + 1}" in pages[0]
        first = whole.notice.facts["procedures"][at]
        assert f"mã:{first['code']}" in pages[page], "a field's name does not stay behind without a row"
        at += field["count"]


def test_each_page_repeats_the_columns_and_says_whose_rows_go_on(whole: Sheet, pages: list[str]) -> None:
    begins = [(page, title) for _, title, page in bookmarks(reader(whole.data))]
    for number, page in enumerate(pages):
        assert all(squeezed(column) in page for column in COLUMNS), number
        before = [title for at, title in begins if at < number]
        if before:
            assert squeezed(f"Danh mục thủ tục · {before[-1]}") in page


def test_a_list_has_any_number_of_rows() -> None:
    """Far more than the booklets of a field had: nobody is told to part what the law wants in one list."""
    row = ListedProcedure("1", "Thủ tục", (), "Quầy", "Số 1", "trực tiếp", (), (), ())
    facts = FieldFacts(Identity("Xã", "Tỉnh", True), "Hộ tịch", (row,) * 3000)
    made = settled(facts)
    assert isinstance(made, dict)
    assert isinstance(made["procedures"], list)
    assert len(made["procedures"]) == 3000
    assert "fields" not in made, "what a list of one field says is what it was"


def test_an_address_that_most_share_stands_once(tmp_path: Path, press: Press) -> None:
    lay_out_many(tmp_path / "office", 3)
    office = Office(load(tmp_path / "office").repository, TODAY)
    (one,) = [n for n in notices(office) if isinstance(n, Notice) and n.name.kind == "field"]
    facts = one.facts
    assert isinstance(facts, dict)
    rows = [dict(row) for row in facts["procedures"]]
    rows[0]["address"] = "Số 99 đường Khác"
    data = press.print(dataclasses.replace(one, facts={**facts, "procedures": rows}))
    assert isinstance(data, bytes), data
    text = squeezed("".join(page.extract_text() for page in reader(data).pages))
    assert text.count(squeezed(rows[1]["address"])) == 1
    assert text.count(squeezed("Số 99 đường Khác")) == 1
    assert squeezed("trừ thủ tục ghi nơi khác") in text
    assert code(0) in text
