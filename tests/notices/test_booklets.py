"""Booklets: contents whose page numbers hold, bookmarks, sheets in their order with their codes, forms right behind."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader, PdfWriter

from congkhai.derive.office import Office
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.press import Press
from congkhai.source.fact import Facts
from tests.notices.samples import Sheet, pictures, reader, scanned, squeezed, texts
from tests.pdf_merge.readback import bookmarks, tree

FIELD, OFFICE = "in/linh-vuc/ho-tich/so-tay.pdf", "in/thu-tuc/so-tay.pdf"


@pytest.fixture(scope="module")
def of_field(booklets: tuple[Sheet, ...]) -> Sheet:
    return next(one for one in booklets if one.notice.address == FIELD)


@pytest.fixture(scope="module")
def of_office(booklets: tuple[Sheet, ...]) -> Sheet:
    return next(one for one in booklets if one.notice.address == OFFICE)


def _procedures(sheet: Sheet) -> list[dict[str, object]]:
    return [one for field in sheet.notice.facts["fields"] for one in field["procedures"]]


def test_one_for_each_field_and_one_for_all(booklets: tuple[Sheet, ...], sample: Office):
    named = [one for sheet in booklets[:-1] for one in _procedures(sheet)]
    assert booklets[-1].notice.address == OFFICE
    assert named == _procedures(booklets[-1])
    assert len(named) == len({one["number"] for one in named}) == len(sample.repository.all("procedure"))


def test_every_procedure_stands_where_contents_and_bookmarks_say(booklets: tuple[Sheet, ...]):
    for sheet in booklets:
        procedures = _procedures(sheet)
        chapters = sheet.notice.address == OFFICE
        marks = [m for m in bookmarks(reader(sheet.data)) if m[0] == (1 if chapters else 0)][0 if chapters else 1 :]
        begins = [page for _, title, page in marks]
        assert [title for _, title, _ in marks] == [one["name"] for one in procedures], str(sheet)
        pages = [squeezed(page) for page in texts(sheet.path)]
        contents = "".join(pages[1 : begins[0]])
        for one, page in zip(procedures, begins, strict=True):
            code = str(one["number"]).removeprefix("TT ")
            assert squeezed(str(one["name"])) in pages[page], (str(sheet), code)
            listed = re.search(re.escape(code + squeezed(str(one["name"]))) + r"\.*(\d+?)(?=\d\.\d{6}|\D|$)", contents)
            assert listed, (str(sheet), code)
            assert int(listed[1]) == page + 1, (str(sheet), code)


def test_running_head_number_version_and_page_on_each_page(booklets: tuple[Sheet, ...]):
    for sheet in booklets:
        notice, pages = sheet.notice, [squeezed(page) for page in texts(sheet.path)]
        day = f"{notice.imprint.review:%d/%m/%Y}"
        for number, page in enumerate(pages, 1):
            for mark in (notice.imprint.number, notice.code, day, f"Trang {number}/{len(pages)}", "mẫu"):
                assert squeezed(mark) in page, (str(sheet), number, mark)
        first = squeezed(str(_procedures(sheet)[0]["number"]).removeprefix("TT "))
        begin = next(n for n, page in enumerate(pages) if n > 1 and page.count(first) > 1)
        assert all(re.search(r"\d\.\d{6}", page) for page in pages[begin:]), str(sheet)


def test_each_procedure_says_what_its_sheet_says(of_field: Sheet, everything: tuple[Notice, ...]):
    alone = {n.imprint.number: n for n in everything if n.name.kind == "procedure"}
    text = squeezed("".join(texts(of_field.path)))
    for one in _procedures(of_field):
        sheet = alone[one["number"]]
        assert one["code"] == sheet.code
        assert sheet.code in text
    assert {n.imprint.number: n.facts for n in of_field.notice.parts} == {
        str(one["number"]): alone[str(one["number"])].facts for one in _procedures(of_field)
    }


def test_codes_are_read_from_paper(of_field: Sheet, tmp_path: Path):
    """On the cover that of the booklet, on the first page of each procedure that of its own sheet."""
    found = [code for picture in pictures(of_field.path, tmp_path, 100) for code in scanned(picture)]
    assert found == [of_field.notice.scan, *(part.scan for part in of_field.notice.parts)]


def test_forms_follow_their_procedure(of_field: Sheet, sample: Office):
    marks = bookmarks(reader(of_field.data))
    titles = [title for _, title, _ in marks]
    for one in _procedures(of_field):
        at = titles.index(str(one["name"]))
        after = next((n for n, mark in enumerate(marks) if n > at and mark[0] == 0), len(marks))
        forms = [title for title in titles[at:after] if title.startswith("Biểu mẫu: ")]
        assert forms == [f"Biểu mẫu: {form['name']}" for form in one["forms"]]
        assert titles[at:after][-len(forms) or after :] == forms, "something stands behind the forms"
    shown = {form["file"] for one in _procedures(of_field) for form in one["forms"]}
    assert shown == set(sample.forms)
    kept = reader(of_field.data).attachments
    assert {name: data[0] for name, data in kept.items() if name.endswith(".pdf")} == dict(sample.forms)


def test_a_form_is_a_picture_that_is_told_in_words(of_field: Sheet, sample: Office):
    root = reader(of_field.data).root_object["/StructTreeRoot"]
    told = []

    def walk(node: object) -> None:
        inner = node.get_object()
        if isinstance(inner, dict):
            if inner.get("/S") == "/Figure":
                told.append(str(inner["/Alt"]))
            children = inner.get("/K", [])
            children = children.get_object() if hasattr(children, "get_object") else children
            for child in children if isinstance(children, list) else [children]:
                walk(child)

    walk(root)
    forms = [form for one in _procedures(of_field) for form in one["forms"]]
    for form in forms:
        words = squeezed(PdfReader(io.BytesIO(sample.forms[form["file"]])).pages[0].extract_text())[:80]
        assert any(words in squeezed(alternative) for alternative in told), form["name"]


def test_the_facts_go_along_as_yaml(of_office: Sheet):
    kept = yaml.safe_load(reader(of_office.data).attachments["du-lieu.yml"][0])
    assert kept == [part.facts for part in of_office.notice.parts]


def test_tags_are_sound(of_field: Sheet):
    """Each element finds its parent, its page and its contents; headings go down by one."""
    levels = [int(e.kind[2:]) for e in tree(reader(of_field.data)).walk() if re.fullmatch(r"/H\d", e.kind)]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))


def _booklet(office: Office) -> Notice | Refusal:
    return next(n for n in notices(office) if n.name.address == FIELD)


def _with(office: Office, forms: dict[str, bytes]) -> Office:
    """The same office with other forms, of which nothing is known yet."""
    return dataclasses.replace(office, forms={**office.forms, **forms}, facts=Facts())


def test_another_form_is_another_version(sample: Office):
    name = next(iter(sample.forms))
    changed = PdfWriter(clone_from=io.BytesIO(sample.forms[name]))
    changed.add_metadata({"/Author": "khác"})
    out = io.BytesIO()
    changed.write(out)
    other = _with(sample, {name: out.getvalue()})
    assert _booklet(other).code != _booklet(sample).code
    without = _booklet(dataclasses.replace(sample, forms={}, facts=Facts()))
    assert not [form for field in without.facts["fields"] for one in field["procedures"] for form in one["forms"]]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: b"%PDF-1.7 cut off", "hỏng"),
        (lambda data: b"PK\x03\x04 a document of Word", "hỏng"),
        (lambda data: data[: len(data) // 2], "hỏng"),
        (lambda data: _locked(data), "mật khẩu"),
        (lambda data: _many(data, 31), "31 trang"),
    ],
)
def test_a_form_that_cannot_be_drawn_is_refused_by_its_name(sample: Office, press: Press, spoil, said: str):
    name = sorted(sample.forms)[0]
    notice = _booklet(_with(sample, {name: spoil(sample.forms[name])}))
    made = press.print(notice)
    assert isinstance(made, Refusal)
    assert made.field == name
    assert said in made.reason


def _locked(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt("mật khẩu")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _many(data: bytes, pages: int) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.append(io.BytesIO(data))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_key_follows_the_forms(sample: Office, of_field: Sheet, templates):
    notice = of_field.notice
    name = next(iter(notice.forms))
    other = dataclasses.replace(notice, forms={**notice.forms, name: notice.forms[name] + b"\n"})
    assert notice.key(templates) != other.key(templates)
    assert notice.data({}) == other.data({})
