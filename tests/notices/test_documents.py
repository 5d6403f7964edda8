"""Notices, decisions and minutes keep the measures of Decree 30/2020/NĐ-CP, Annex I, as read back from their files."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from congkhai.derive.numbering import LETTERS, mark, numbered, roman
from congkhai.derive.office import Office
from congkhai.model.document import Appendix, Document, DocumentType, Passage, Rank
from congkhai.model.plan import Signatory
from congkhai.model.table import Table, TableRow
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.source.repository import Repository
from tests.notices import decree30
from tests.notices.decree30 import measure, width
from tests.notices.samples import DAY, reader, squeezed, words

IDS = {DocumentType.NOTICE: "115-tb-ubnd", DocumentType.DECISION: "262-qd-ubnd", DocumentType.MINUTES: "31-bb-ubnd"}
FORMS = tuple(IDS)
MIDDLE = 30.2 + (210 - 30.2 - 17) / 2


def printed(sample: Office, press: Press, form: DocumentType, **changes: Any) -> bytes:
    """The sample's document of a form with other contents."""
    source = sample.get("document", IDS[form])
    changed = dataclasses.replace(source, record=dataclasses.replace(source.record, **changes))
    office = Office(Repository({**sample.repository.sources, source.key: changed}), DAY)
    (notice,) = notices(office, source.key.__eq__)
    assert isinstance(notice, Notice), notice
    made = press.print(notice)
    assert isinstance(made, bytes), made
    return made


@pytest.fixture(scope="module")
def files(sample: Office, press: Press) -> Mapping[DocumentType, bytes]:
    return {form: printed(sample, press, form) for form in FORMS}


@pytest.fixture(scope="module", params=FORMS, ids=lambda form: form.value)
def form(request: pytest.FixtureRequest) -> DocumentType:
    found: DocumentType = request.param
    return found


@pytest.fixture(scope="module")
def sheet(files: Mapping[DocumentType, bytes], form: DocumentType) -> decree30.Document:
    return decree30.Document(*measure(files[form]))


def test_paper_and_margins(
    files: Mapping[DocumentType, bytes], form: DocumentType, sheet: decree30.Document, tmp_path: Path
):
    assert {(round(w), round(h)) for w, h in sheet.sizes} == {(210, 297)}
    assert 30 <= min(r.x for r in sheet.body) <= 35
    path = tmp_path / "document.pdf"
    path.write_bytes(files[form])
    right = max(w.right for w in words(path)[0]) / 72 * 25.4
    assert 15 <= 210 - right <= 20
    assert 20 <= min(r.y for r in sheet.body) <= 25 + 5
    assert 297 - max(r.y for r in sheet.body) >= 20


def test_letterhead(sample: Office, form: DocumentType, sheet: decree30.Document):
    record: Document = sample.get("document", IDS[form]).record
    nation = sheet.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto = sheet.find("Độc lập - Tự do - Hạnh phúc")
    issuer = sheet.find("ỦY BAN NHÂN DÂN")
    number = sheet.find("Số:")
    place = sheet.find("Thanh Bình Đông, ngày")
    assert (nation.size, nation.bold, motto.size, motto.bold, issuer.size, issuer.bold) == (
        13,
        True,
        14,
        True,
        13,
        True,
    )
    assert (number.size, number.bold, number.italic) == (13, False, False)
    assert (place.size, place.bold, place.italic) == (14, False, True)
    assert number.y == pytest.approx(place.y, abs=0.6)
    assert squeezed(f"Số: {record.number}") in squeezed("".join(r.text for r in sheet.runs if r.page == 0))
    first = [rule for rule in sheet.rules if rule.page == 0 and rule.length > 5]
    assert first[1].length == pytest.approx(width("Độc lập - Tự do - Hạnh phúc", 14, True), rel=0.01)
    assert width("ỦY BAN NHÂN DÂN", 13, True) / 3 <= first[0].length <= width("XÃ THANH BÌNH ĐÔNG", 13, True) / 2


def test_kind_and_summary(form: DocumentType, sheet: decree30.Document):
    kind = sheet.find(form.label.upper())
    assert (kind.size, kind.bold) == (14, True)
    assert kind.x + width(kind.text.strip(), 14, True) / 2 == pytest.approx(MIDDLE, abs=0.6)
    summary = next(r for r in sheet.body if r.page == 0 and r.y > kind.y + 2 and r.bold)
    assert (summary.size, summary.italic) == (14, False)
    under = next(rule for rule in sheet.rules if rule.page == 0 and rule.y > summary.y)
    widest = max(width(r.text.strip(), 14, True) for r in sheet.body if r.page == 0 and kind.y < r.y < under.y)
    assert widest * 0.3 <= under.length <= widest / 2


def test_bases_are_italic_and_end_as_they_must(files: Mapping[DocumentType, bytes]):
    for form in (DocumentType.NOTICE, DocumentType.DECISION):
        runs = measure(files[form])[0]
        bases = [r for r in runs if r.page == 0 and r.text.startswith(("Căn cứ", "Theo đề nghị"))]
        assert len(bases) >= 3
        assert all(r.italic and not r.bold and r.size == 14 for r in bases)
        text = squeezed(reader(files[form]).pages[0].extract_text())
        assert "2025;" in text or "/qh15;" in text


def test_a_decision_names_who_decides_and_orders(files: Mapping[DocumentType, bytes]):
    sheet = decree30.Document(*measure(files[DocumentType.DECISION]))
    authority = sheet.find("ỦY BAN NHÂN DÂN XÃ THANH BÌNH ĐÔNG")
    orders = sheet.find("QUYẾT ĐỊNH:")
    basis = sheet.find("Căn cứ")
    assert authority.y < basis.y < orders.y
    for run in (authority, orders):
        assert (run.size, run.bold) == (14, True)
        assert run.x + width(run.text.strip(), 14, True) / 2 == pytest.approx(MIDDLE, abs=0.6)


def test_chapters_and_sections_stand_in_the_middle_with_titles_in_capitals(files: Mapping[DocumentType, bytes]):
    sheet = decree30.Document(*measure(files[DocumentType.DECISION]))
    for words_, page in (("Chương I", 0), ("QUY ĐỊNH CHUNG", 0), ("Chương II", 0), ("Mục 2", 1), ("QUY TRÌNH", 1)):
        run = sheet.find(words_, page)
        assert (run.size, run.bold) == (14, True), words_
        assert run.x + width(run.text.strip(), 14, True) / 2 == pytest.approx(MIDDLE, abs=0.8), words_
    for number in range(1, 8):
        article = next(r for r in sheet.body if r.text.strip().startswith(f"Điều {number}."))
        assert article.bold
        assert article.x == pytest.approx(42.9, abs=0.2)


def test_points_are_lettered_in_vietnamese_order(sample: Office, press: Press):
    points = tuple(Passage(rank=Rank.POINT, text=f"Việc {n};") for n in range(23))
    clause = Passage(rank=Rank.CLAUSE, text="Các việc:", passages=points)
    runs = measure(printed(sample, press, DocumentType.NOTICE, passages=(clause,)))[0]
    starts = [r.text.strip()[0] for r in runs if ") Việc" in r.text]
    assert "".join(starts) == "abcdđeghiklmnopqrstuvxy"


def test_numbers_begin_anew_where_they_must():
    point = Passage(rank=Rank.POINT, text="x")
    clause = Passage(rank=Rank.CLAUSE, text="x", passages=(point, point))
    article = Passage(rank=Rank.ARTICLE, title="x", passages=(clause, clause))
    section = Passage(rank=Rank.SECTION, title="x", passages=(article,))
    chapter = Passage(rank=Rank.CHAPTER, title="x", passages=(section, section))
    marks = [line.mark for line in numbered((chapter, chapter))]
    assert [m for m in marks if m.startswith("Chương")] == ["Chương I", "Chương II"]
    assert [m for m in marks if m.startswith("Mục")] == ["Mục 1", "Mục 2"] * 2
    assert [m for m in marks if m.startswith("Điều")] == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]
    assert [m for m in marks if m[:-1].isdigit()] == ["1.", "2."] * 4
    assert [m for m in marks if m.endswith(")")] == ["a)", "b)"] * 8
    assert [roman(n) for n in (1, 4, 9, 14, 40, 49)] == ["I", "IV", "IX", "XIV", "XL", "XLIX"]
    assert not set("fjwz") & set(LETTERS)
    assert mark(Rank.HEADING, 3) == "III."


def test_page_numbers_stand_in_the_top_margin_from_the_second_page(sheet: decree30.Document):
    appendix = next((r.page for r in sheet.runs if r.text.strip() == "Phụ lục"), len(sheet.sizes))
    for page in range(len(sheet.sizes)):
        top = [r for r in sheet.runs if r.page == page and r.y < 18]
        number = page + 1 if page < appendix else page - appendix + 1
        assert [r.text.strip() for r in top] == ([str(number)] if number > 1 else [])
        for run in top:
            assert (run.size, run.bold) == (13, False)
            assert run.x + width(str(number), 13, False) / 2 == pytest.approx(MIDDLE, abs=0.6)


@pytest.mark.parametrize(
    "capacity",
    [
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ"),
        ("Q. CHỦ TỊCH",),
    ],
)
def test_signature_and_recipients(sample: Office, press: Press, capacity: tuple[str, ...]):
    signed = Signatory(capacity=capacity, name="Nguyễn Văn Ký")
    sheet = decree30.Document(*measure(printed(sample, press, DocumentType.NOTICE, signatories=(signed,))))
    page = next(r.page for r in sheet.runs if r.text.startswith("Nơi nhận"))
    label, name = sheet.find("Nơi nhận:", page), sheet.find("Nguyễn Văn Ký", page)
    assert (label.size, label.bold, label.italic) == (12, True, True)
    lines = [sheet.find(line, page) for line in capacity]
    assert [(r.size, r.bold, r.italic) for r in (*lines, name)] == [(14, True, False)] * (len(lines) + 1)
    assert 20 <= name.y - lines[-1].y <= 50
    middle = [r.x + width(r.text.strip(), 14, True) / 2 for r in (*lines, name)]
    assert max(middle) - min(middle) < 1
    listed = [r for r in sheet.body if r.page == page and r.y > label.y and r.text.startswith("- ")]
    assert len(listed) == 6
    assert all(r.size == 11 and not r.bold and not r.italic for r in listed)


def test_minutes_are_signed_by_two_side_by_side(files: Mapping[DocumentType, bytes]):
    sheet = decree30.Document(*measure(files[DocumentType.MINUTES]))
    page = next(r.page for r in sheet.runs if r.text.startswith("Nơi nhận"))
    left, right = sheet.find("THƯ KÝ", page), sheet.find("CHỦ TRÌ", page)
    assert left.y == pytest.approx(right.y)
    assert left.x < 105 < right.x
    assert sheet.find("Nơi nhận", page).y > sheet.find("Trần Minh Khoa", page).y
    text = squeezed("".join(p.extract_text() for p in reader(files[DocumentType.MINUTES]).pages))
    assert squeezed("Thời gian bắt đầu: 08 giờ 00 phút, ngày 11 tháng 9 năm 2026.") in text
    assert squeezed("Cuộc họp kết thúc vào 11 giờ 15 phút, ngày 11 tháng 9 năm 2026.") in text


@pytest.mark.parametrize("lines", range(0, 48, 4))
def test_the_signature_is_never_alone(sample: Office, press: Press, form: DocumentType, lines: int):
    text = "\n\n".join(
        f"Đoạn {n} của nội dung văn bản, dài hơn một dòng một chút để đoạn nào cũng có hai dòng chữ trên trang giấy."
        for n in range(lines + 1)
    )
    passage = Passage(rank=Rank.CLAUSE, text=text)
    sheet = decree30.Document(*measure(printed(sample, press, form, passages=(passage,), appendices=())))
    page = next(r.page for r in sheet.runs if r.text.startswith("Nơi nhận"))
    first = min(r.y for r in sheet.body if r.page == page and r.bold and r.size == 14 and r.text.strip().isupper()
                and r.y > 100 * (page == 0))  # fmt: skip
    assert [r for r in sheet.body if r.page == page and r.y < first - 3 and r.size == 14 and not r.bold]


def test_appendices_are_named_and_count_their_own_pages(sample: Office, press: Press):
    long = Table(
        caption="Danh mục dài",
        columns=("STT", "Nội dung"),
        rows=tuple(TableRow(cells=(str(n), f"Nội dung thứ {n}")) for n in range(1, 90)),
    )
    appendices = (Appendix(title="Danh mục một", tables=(long,)), Appendix(title="Danh mục hai", text="Một đoạn."))
    data = printed(sample, press, DocumentType.DECISION, appendices=appendices)
    sheet = decree30.Document(*measure(data))
    starts = {r.text.strip(): r for r in sheet.runs if r.text.strip().startswith("Phụ lục")}
    assert list(starts) == ["Phụ lục I", "Phụ lục II"]
    assert all((r.size, r.bold) == (14, True) for r in starts.values())
    first, second = (r.page for r in starts.values())
    assert second - first >= 2
    for page in range(first, second):
        top = [r.text.strip() for r in sheet.runs if r.page == page and r.y < 18]
        assert top == ([str(page - first + 1)] if page > first else [])
    reference = sheet.find("(Kèm theo Quyết định số", first)
    assert reference.italic
    assert squeezed("số 262/QĐ-UBND ngày 26 tháng 6 năm 2026)") in squeezed(reader(data).pages[first].extract_text())
    # The head of the table on each of its pages.
    heads = [page for page in range(first, second) if "STT" in reader(data).pages[page].extract_text()]
    assert heads == list(range(first, second))


@pytest.mark.parametrize(
    ("day", "said"), [(date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"), (date(2026, 3, 12), "ngày 12 tháng 3 năm 2026")]
)
def test_zeros_in_dates(sample: Office, press: Press, form: DocumentType, day: date, said: str):
    text = reader(printed(sample, press, form, date=day)).pages[0].extract_text()
    assert squeezed(f"Thanh Bình Đông, {said}") in squeezed(text)


def test_the_emblem_of_the_office_is_never_on_a_document(files: Mapping[DocumentType, bytes]):
    """The Annex knows no emblem; the only picture is the code of the colophon."""
    for data in files.values():
        pages = reader(data).pages
        assert not any(image for page in pages for image in page.images)
