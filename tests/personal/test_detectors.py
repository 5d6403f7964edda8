"""Properties of the detectors, tables, and pictures."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.check.personal.find import find, places
from congkhai.check.personal.tables import find_in_csv, find_in_lines
from congkhai.model.privacy import PersonalKind
from congkhai.source.documents import document_text
from congkhai.source.pictures import has_position
from tests.photograph import chunk, jpeg, png, segment, taken_at_home, tiff

TEXT = st.text(st.sampled_from("0123456789 .-/,:;()@ăđưSTKCMNDBHYTsinhngàynămHIVđồng\n\u00a0０"), max_size=80)
HEALTH = PersonalKind.HEALTH
SEPARATORS = st.sampled_from([" ", ".", "-", "\u00a0", " - "])


@given(TEXT, st.sampled_from(["", "Ngày sinh", "Số tiền", "STK"]), st.booleans())
def test_no_text_is_too_odd(text: str, label: str, listed: bool):
    for hit in find(text, label, listed):
        assert 0 <= hit.start < hit.end <= len(text)


@given(st.lists(TEXT, max_size=6))
def test_texts_looked_through_together_are_found_one_by_one(texts: list[str]):
    """What ends one text and begins the next makes no number, and hides none."""
    whole, wanted = places(texts)
    assert wanted == {number for number, text in enumerate(texts) if places([text])[1]}
    assert all(text in whole for text in texts)
    assert all(number in wanted for number, text in enumerate(texts) if any(h.kind is not HEALTH for h in find(text)))


@given(st.integers(0, 10**13), st.sampled_from(["đồng", "triệu đồng", "nghìn đồng", "tỷ đồng", "đ", "VND"]))
def test_money_never_names_anybody(amount: int, unit: str):
    grouped = f"{amount:,}".replace(",", ".")
    for text in (f"{grouped} {unit}", f"Thu {grouped} {unit}, chi {amount} {unit}", f"Số tiền: {grouped} {unit}"):
        assert find(text) == (), text


@given(st.from_regex(r"[0-9]\.[0-9]{6}", fullmatch=True))
def test_procedure_codes_never_name_anybody(code: str):
    assert find(f"Thủ tục {code}") == ()
    assert find(code) == ()


@given(st.dates(), st.times())
def test_days_and_hours_never_name_anybody(day: object, hour: object):
    for form in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d"):
        assert find(f"Từ {day:{form}} {hour:%H:%M}, họp {day:{form}} {hour:%H} giờ {hour:%M} phút") == ()  # type: ignore[str-bytes-safe]


@given(st.from_regex(r"09[0-46-8][0-9]{7}", fullmatch=True), SEPARATORS)
def test_mobiles_in_groups(number: str, gap: str):
    for cut in ((4, 7), (3, 6), (4,), (2, 6)):
        parts = [number[a:b] for a, b in zip((0, *cut), (*cut, 10), strict=True)]
        text = f"Gọi {gap.join(parts)} nhé"
        assert [hit.kind for hit in find(text)] == [PersonalKind.MOBILE], text
    assert [hit.kind for hit in find(f"+84{gap.strip() or ' '}{number[1:]}")] == [PersonalKind.MOBILE]


@given(st.from_regex(r"02[0-9]{9}", fullmatch=True), SEPARATORS)
def test_landlines_pass(number: str, gap: str):
    assert find(f"Điện thoại: {number[:4]}{gap}{number[4]}{gap}{number[5:8]}{gap}{number[8:]}") == ()


@pytest.mark.parametrize("number", ["1022", "1800 1096", "1900 9068", "113", "18001096", "19001234"])
def test_short_numbers_of_offices_pass(number: str):
    assert find(f"Tổng đài {number}") == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_by_its_heads(delimiter: str):
    rows = [
        ["STT", "Họ và tên", "Ngày sinh", "CMND", "Số tài khoản", "Số tiền", "Ghi chú"],
        ["1", "Nguyễn Văn A", "12/3/1985", "024123456", "0071000123456", "84912345678", "khuyết tật"],
        ["2", "Trần Thị B", "1990", "", "", "500000", ""],
    ]
    text = "\n".join(delimiter.join(row) for row in rows)
    assert set(find_in_csv(text)) == {
        (2, PersonalKind.BIRTH_DATE),
        (2, PersonalKind.OLD_NUMBER),
        (2, PersonalKind.BANK_ACCOUNT),
        (2, PersonalKind.HEALTH),
    }


def test_a_title_may_stand_above_the_heads():
    text = "DANH SÁCH HỘ NGHÈO;;\nNăm 2026;;\nSTT;Họ và tên;CMND\n1;Nguyễn Văn A;024123456\n2;Trần Thị B;tâm thần\n"
    assert list(find_in_csv(text)) == [(4, PersonalKind.OLD_NUMBER), (5, PersonalKind.HEALTH)]


def test_a_table_of_figures_passes():
    assert list(find_in_csv("Nội dung,Dự toán,Thực hiện\nThu,84912345678,912345678\nKhuyết tật,12,13\n")) == []


def test_a_table_that_is_none_is_read_by_lines():
    assert list(find_in_csv('a,"b\n079085001234\n')) == [(2, PersonalKind.CITIZEN_NUMBER)]
    assert list(find_in_csv("")) == []


def test_lines():
    assert list(find_in_lines("Một\nGọi 0912 345 678\n")) == [(2, PersonalKind.MOBILE)]


XMP = b"http://ns.adobe.com/xap/1.0/\x00<x exif:GPSLatitude='10,1N'/>"
EXIF = b"Exif\x00\x00"


@pytest.mark.parametrize(
    "picture",
    [
        taken_at_home(),
        jpeg(segment(0xE1, EXIF + tiff(">"))),
        jpeg(segment(0xE1, XMP)),
        jpeg(segment(0xFE, b"note"), segment(0xE1, EXIF + tiff(place=False)), segment(0xE1, XMP)),
        png(chunk(b"eXIf", tiff())),
        png(chunk(b"eXIf", tiff(">"))),
        png(chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + XMP)),
        png(chunk(b"tEXt", b"Raw profile type exif\x00\nexif\n  40\n" + (EXIF + tiff()).hex().encode())),
    ],
)
def test_pictures_that_tell_their_place(picture: bytes):
    assert has_position(io.BytesIO(picture))


@pytest.mark.parametrize(
    "picture",
    [
        jpeg(),
        jpeg(segment(0xE1, EXIF + tiff(place=False))),
        jpeg(segment(0xE1, EXIF + b"II*\x00\xff\xff\xff\xff")),
        png(),
        png(chunk(b"eXIf", tiff(place=False))),
        png(chunk(b"zTXt", b"Comment\x00\x00broken")),
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff\xe1\x00\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"%PDF-1.7",
    ],
)
def test_pictures_that_tell_no_place(picture: bytes):
    assert not has_position(io.BytesIO(picture))


@given(st.binary(max_size=200), st.booleans())
def test_no_picture_is_too_odd(data: bytes, as_png: bool):
    assert has_position(io.BytesIO((b"\x89PNG\r\n\x1a\n" if as_png else b"\xff\xd8") + data)) in {True, False}
    assert has_position(io.BytesIO(jpeg(segment(0xE1, EXIF + data)))) in {True, False}


def document(parts: dict[str, str]) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    stream.seek(0)
    return stream


def test_words_of_documents():
    docx = {
        "word/document.xml": "<w:p><w:t>Danh</w:t><w:t> sách</w:t></w:p><w:tr><w:tc><w:p><w:t>CCCD</w:t></w:p></w:tc>"
        "<w:tc><w:p><w:t>079085</w:t></w:p><w:p><w:t>x &amp; y</w:t></w:p></w:tc></w:tr>"
    }
    assert document_text(document(docx)).split("\n")[:2] == ["Danh sách", "CCCD\t079085"]
    xlsx = {
        "xl/sharedStrings.xml": "<sst><si><t>Họ và tên</t></si><si><t>Ngày sinh</t></si>"
        "<si><r><t>Lê </t></r><r><t>A</t></r></si></sst>",
        "xl/worksheets/sheet1.xml": '<sheet><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="inlineStr"><is><t>12/3/1985</t></is></c></row></sheet>',
    }
    text = document_text(document(xlsx))
    assert text == "Họ và tên\tNgày sinh\nLê A\t12/3/1985"
    assert list(find_in_csv(text)) == [(2, PersonalKind.BIRTH_DATE)]
    odt = {"content.xml": "<text:p>Gọi 0912 345 678</text:p>"}
    assert document_text(document(odt)) == "Gọi 0912 345 678\n"


def test_an_empty_cell_with_a_border_hides_nothing():
    xlsx = {
        "xl/sharedStrings.xml": "<x:sst xmlns:x='u'><x:si/><x:si><x:t>Lê A</x:t></x:si>"
        "<x:si><x:t>079190001234</x:t></x:si></x:sst>",
        "xl/worksheets/sheet1.xml": "<x:sheet xmlns:x='u'><x:row><x:c t='s'><x:v>1</x:v></x:c><x:c s='1'/>"
        "<x:c t='s'><x:v>2</x:v></x:c></x:row></x:sheet>",
        "xl/comments1.xml": "<comments><text><t>Gọi 0912 345 678</t></text></comments>",
    }
    assert document_text(document(xlsx)) == "Lê A\t\t079190001234\nGọi 0912 345 678"


def test_a_sheet_that_is_torn_or_of_a_type_of_its_own_is_looked_at_all_the_same():
    torn = {"xl/worksheets/sheet1.xml": "<row><c><v>079190001234</v></c><c"}
    assert "079190001234" in (document_text(document(torn)) or "")
    typed = {"xl/worksheets/sheet1.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><row><c><v>079190001234</v></c></row>"}
    assert "079190001234" in (document_text(document(typed)) or "")


@pytest.mark.parametrize("part", ["comments", "footnotes", "endnotes", "header1"])
def test_notes_of_a_text_are_looked_at(part: str):
    docx = {"word/document.xml": "<w:p/>", f"word/{part}.xml": "<w:p><w:t>CCCD 079190001234</w:t></w:p>"}
    assert "079190001234" in (document_text(document(docx)) or "")


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("xl/sharedStrings.xml", "<si>"),
        ("xl/worksheets/sheet1.xml", "<row>"),
        ("xl/worksheets/sheet1.xml", "<row><c><v>"),
        ("word/document.xml", "<w:br "),
        ("word/document.xml", "<w:tab "),
        ("word/document.xml", "<"),
    ],
)
def test_reading_a_hostile_document_takes_no_longer_than_its_size(name: str, piece: str):
    def seconds(times: int) -> float:
        archive = document({"xl/worksheets/sheet1.xml": "<row/>", name: piece * times})
        began = time.process_time()
        document_text(archive)
        return time.process_time() - began

    least = min(seconds(40_000) for _ in range(3))
    assert seconds(320_000) < 30 * (least + 0.01)


def test_a_long_word_before_an_at_takes_no_longer_than_its_size():
    began = time.process_time()
    assert not list(find("f" * 200_000 + "@", "", False))
    assert time.process_time() - began < 20


def test_a_document_with_a_torn_stream_is_none():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:p>" + "".join(map(str, range(3000))))
    data = bytearray(stream.getvalue())
    data[60:90] = b"\xff" * 30
    assert document_text(io.BytesIO(bytes(data))) is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"%PDF"])
def test_no_document_is_too_odd(data: bytes):
    assert document_text(io.BytesIO(data)) is None
    assert document_text(document({"other.txt": "x"})) is None
