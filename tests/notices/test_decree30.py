"""Plans keep the measures of Decree 30/2020/NĐ-CP, Annex I, as read back from the printed file."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.model.plan import Plan, Section, Signatory
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.source.repository import Key, Repository
from tests.notices.decree30 import Document, measure, width
from tests.notices.samples import DAY, reader, squeezed, words


def printed(office: Office, press: Press, plan: Plan) -> bytes:
    """The plan of the sample with other contents."""
    source = dataclasses.replace(office.repository.all("plan")[0], record=plan)
    sources = {**office.repository.sources, source.key: source}
    (notice,) = notices(Office(Repository(sources), DAY), source.key.__eq__)
    assert isinstance(notice, Notice), notice
    made = press.print(notice)
    assert isinstance(made, bytes), made
    return made


@pytest.fixture(scope="module")
def plan(sample: Office) -> Plan:
    record: Plan = sample.get("plan", "an-giang-20-kh-ubnd-2010").record
    return record


@pytest.fixture(scope="module")
def document(sample: Office, press: Press, plan: Plan) -> Document:
    return Document(*measure(printed(sample, press, dataclasses.replace(plan, superior=None))))


def test_paper_and_margins(document: Document, sample: Office, press: Press, plan: Plan, tmp_path: Path):
    assert {(round(w), round(h)) for w, h in document.sizes} == {(210, 297)}
    left = min(r.x for r in document.body)
    assert 30 <= left <= 35
    path = tmp_path / "plan.pdf"
    path.write_bytes(printed(sample, press, plan))
    right = max(w.right for w in words(path)[0]) / 72 * 25.4
    assert 15 <= 210 - right <= 20
    # The baseline lies about a cap height below the margin.
    assert 20 <= min(r.y for r in document.body) <= 25 + 5
    assert 297 - max(r.y for r in document.body) >= 20


def test_letterhead(document: Document):
    nation = document.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto = document.find("Độc lập - Tự do - Hạnh phúc")
    issuer = document.find("ỦY BAN NHÂN DÂN")
    number = document.find("Số:")
    place = document.find("Long Xuyên, ngày 12 tháng 7 năm 2010")
    assert (12 <= nation.size <= 13, nation.bold, nation.italic) == (True, True, False)
    assert (13 <= motto.size <= 14, motto.bold, motto.italic) == (True, True, False)
    assert (12 <= issuer.size <= 13, issuer.bold) == (True, True)
    assert (number.size, number.bold, number.italic) == (13, False, False)
    assert (13 <= place.size <= 14, place.bold, place.italic) == (True, False, True)
    assert issuer.x < 80 < nation.x
    assert nation.y == pytest.approx(issuer.y)
    assert number.y == pytest.approx(place.y, abs=0.6)
    # Centred one under the other.
    assert nation.x + width(nation.text, 13, True) / 2 == pytest.approx(
        motto.x + width(motto.text, 14, True) / 2, abs=0.6
    )


def test_rules_have_their_lengths(document: Document):
    """Under the motto as long as it; under issuer and summary a third to a half of the text."""
    first = [rule for rule in document.rules if rule.page == 0 and rule.length > 5]
    issuer, motto, summary = first[:3]
    assert motto.length == pytest.approx(width("Độc lập - Tự do - Hạnh phúc", 14, True), rel=0.01)
    assert motto.x == pytest.approx(document.find("Độc lập").x, abs=0.2)
    text = width("ỦY BAN NHÂN DÂN", 13, True)
    assert text / 3 <= issuer.length <= text / 2
    title = width(document.find("Triển khai thực hiện").text, 14, True)
    assert title / 3 <= summary.length <= title / 2


def test_kind_summary_and_bases(document: Document):
    kind = document.find("KẾ HOẠCH")
    summary = document.find("Triển khai thực hiện")
    assert (kind.size, kind.bold, summary.size, summary.bold) == (14, True, 14, True)
    middle = 30.2 + (210 - 30.2 - 17) / 2
    for run in (kind, summary):
        assert run.x + width(run.text, 14, True) / 2 == pytest.approx(middle, abs=0.6)
    bases = [r for r in document.runs if r.page == 0 and r.text.startswith("Căn cứ")]
    assert bases
    assert all(r.italic and not r.bold and 13 <= r.size <= 14 for r in bases)


def test_a_summary_of_two_lines_parts_in_its_middle(sample: Office, press: Press, plan: Plan):
    """Neither line is much shorter than the other, and the rule under them keeps to the longer one."""
    summary = "Kết quả kiểm tra việc thực hiện nhiệm vụ, công vụ của cán bộ, công chức quý III năm 2026"
    found = Document(*measure(printed(sample, press, dataclasses.replace(plan, title=summary))))
    top, end = found.find("KẾ HOẠCH").y, found.find("Căn cứ").y
    lines = [r for r in found.runs if r.page == 0 and top + 1 < r.y < end - 1]
    assert squeezed("".join(r.text for r in lines)) == squeezed(summary)
    lengths = [width(r.text.strip(), 14, True) for r in lines]
    assert len(lengths) == 2
    assert min(lengths) > 0.8 * max(lengths)
    rule = next(r for r in found.rules if r.page == 0 and top < r.y < end)
    assert max(lengths) / 3 <= rule.length <= max(lengths) / 2


def test_body_is_14_point_black_with_indent_and_room_between_paragraphs(document: Document):
    below = document.find("KẾ HOẠCH").y + 12
    body = [r for r in document.body if (r.page, r.y) > (0, below) and not r.italic and r.size > 12]
    assert {r.size for r in body} == {14}
    starts = sorted({round(r.x, 1) for r in body if r.x < 50})
    # Lines begin at the margin, paragraphs 1 or 1.27 cm further in.
    assert starts[0] == pytest.approx(30.2, abs=0.1)
    assert any(abs(x - 42.9) < 0.2 for x in starts)
    lines = sorted({round(r.y, 2) for r in body if r.page == 1})
    gaps = [(b - a) / 25.4 * 72 for a, b in zip(lines, lines[1:], strict=False)]
    within = min(gaps)
    between = min(gap for gap in gaps if gap > within + 1)
    assert 14 * 1.15 <= within <= 14 * 1.5
    assert between - within >= 6 - 0.2


def test_page_numbers_stand_in_the_top_margin_from_the_second_page(document: Document):
    appendix = next(r.page for r in document.runs if r.text.strip() == "Phụ lục")
    for page in range(len(document.sizes)):
        top = [r for r in document.runs if r.page == page and r.y < 18]
        number = page + 1 if page < appendix else page - appendix + 1
        if number == 1:
            assert top == []
            continue
        assert [r.text.strip() for r in top] == [str(number)]
        assert 13 <= top[0].size <= 14
        assert not top[0].bold
        middle = 30.2 + (210 - 30.2 - 17) / 2
        assert top[0].x + width(str(number), 13, False) / 2 == pytest.approx(middle, abs=0.6)


def test_signature_and_recipients(document: Document):
    page = next(r.page for r in document.runs if r.text.startswith("Nơi nhận"))
    label = document.find("Nơi nhận:", page)
    capacity, name = document.find("KT. CHỦ TỊCH", page), document.find("Huỳnh Thế Năng", page)
    assert (label.size, label.bold, label.italic) == (12, True, True)
    assert all(
        r.size == 11 and not r.bold and not r.italic
        for r in document.body
        if r.page == page and r.text.startswith("- ") and r.y > label.y
    )
    assert (capacity.size, capacity.bold, capacity.italic, name.size, name.bold) == (14, True, False, 14, True)
    assert 20 <= name.y - capacity.y <= 50
    deputy = document.find("PHÓ CHỦ TỊCH", page)
    for run in (deputy, name):
        assert run.x + width(run.text, 14, True) / 2 == pytest.approx(
            capacity.x + width(capacity.text, 14, True) / 2, abs=0.6
        )


@pytest.mark.parametrize(
    ("day", "printed_as"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 1), "ngày 01 tháng 3 năm 2026"),
        (date(2026, 11, 22), "ngày 22 tháng 11 năm 2026"),
    ],
)
def test_zeros_stand_before_days_under_ten_and_months_one_and_two_only(
    sample: Office, press: Press, plan: Plan, day: date, printed_as: str
):
    data = printed(sample, press, dataclasses.replace(plan, date=day))
    assert squeezed(f"Long Xuyên, {printed_as}") in squeezed(reader(data).pages[0].extract_text())


def test_points_go_a_b_c_d_đ_e(sample: Office, press: Press, plan: Plan):
    tasks = tuple(
        dataclasses.replace(plan.sections[0].sections[0].tasks[0], id=f"v{n}", text=f"Việc {n}.") for n in range(8)
    )
    section = Section(number="1", text="Các việc.", tasks=tasks)
    data = printed(sample, press, dataclasses.replace(plan, sections=(section,)))
    starts = [r.text[:2] for r in measure(data)[0] if r.page == 0 and ") Việc" in r.text]
    assert starts == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]


def test_what_the_source_lacks_is_left_blank_and_said(sample: Office, press: Press, plan: Plan):
    bare = dataclasses.replace(plan, number=None, date=None, place=None, signatory=None, recipients=(), issuer_lines=())
    text = squeezed("".join(p.extract_text() for p in reader(printed(sample, press, bare)).pages))
    assert squeezed("Số: /KH-") in text
    assert squeezed("ngày tháng năm") in text
    for said in ("Bản nguồn không có phần ký", "số, ký hiệu", "địa danh", "ngày ban hành", "nơi nhận"):
        assert squeezed(said) in text
    assert "KT.CHỦTỊCH".casefold() not in text


@pytest.mark.parametrize("lines", range(0, 48, 3))
def test_the_signature_is_never_alone(sample: Office, press: Press, plan: Plan, lines: int):
    """However the text falls, the page that is signed carries text of the document above the signature."""
    text = "\n\n".join(
        f"Đoạn {n} của nội dung kế hoạch, dài hơn một dòng một chút để đoạn nào cũng có hai dòng chữ trên trang giấy."
        for n in range(lines + 1)
    )
    signed = Signatory(capacity=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Huỳnh Thế Năng")
    short = dataclasses.replace(
        plan, sections=(Section(number="1", text=text),), reports=(), indicators=(), signatory=signed
    )
    document = Document(*measure(printed(sample, press, short)))
    page = next(r.page for r in document.runs if r.text.startswith("TM. "))
    capacity = document.find("TM. ", page)
    above = [r for r in document.body if r.page == page and r.y < capacity.y - 3 and r.size == 14]
    assert above, "the signature stands alone"
    name = document.find("Huỳnh Thế Năng", page)
    assert name.y > capacity.y


def test_a_long_last_paragraph_still_holds_the_signature(sample: Office, press: Press, plan: Plan):
    for length in range(2300, 4700, 300):
        text = ("Câu dài nối tiếp nhau cho đến hết trang. " * 200)[:length]
        short = dataclasses.replace(plan, sections=(Section(number="1", text=text),), reports=(), indicators=())
        document = Document(*measure(printed(sample, press, short)))
        page = next(r.page for r in document.runs if r.text.startswith("KT. "))
        capacity = document.find("KT. ", page)
        assert [r for r in document.body if r.page == page and r.y < capacity.y - 3 and r.size == 14], length


def test_every_plan_of_the_sample_can_be_measured(sample: Office, press: Press):
    plans = [n for n in notices(sample, lambda key: key.kind == "plan") if isinstance(n, Notice)]
    assert len(plans) == len(sample.repository.all("plan"))
    for notice in plans:
        made = press.print(notice)
        assert isinstance(made, bytes)
        document = Document(*measure(made))
        assert document.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").size == 13
        assert all(r.x >= 29.9 for r in document.body)
    assert Key("plan", "an-giang-20-kh-ubnd-2010") in {n.name.key for n in plans}
