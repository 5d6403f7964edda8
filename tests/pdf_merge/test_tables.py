"""What Typst does not write but others do: types and classes of their own, older tables of names, trees of pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from congkhai.pdf_merge import Part, merge
from congkhai.pdf_merge.reading import entry, items, mapping, table, word
from congkhai.pdf_merge.trees import names
from tests.notices import verapdf
from tests.pdf_merge.made import changed, plain
from tests.pdf_merge.readback import opened, targets, tree


def _elements(root: DictionaryObject) -> list[DictionaryObject]:
    found, waiting = [], [table(root, "/StructTreeRoot")]
    while waiting:
        one = waiting.pop()
        if "/P" in one and word(one, "/S"):
            found.append(one)
        waiting += [inner for inner in map(mapping, items(one, "/K")) if "/S" in inner]
    return found


def _typed(kind: str) -> Callable[[DictionaryObject, PdfWriter], None]:
    """Makes paragraphs of a type `Box`, which stands for `kind`, and gives them a class `red`."""

    def change(root: DictionaryObject, writer: PdfWriter) -> None:
        tree = table(root, "/StructTreeRoot")
        roles = table(tree, "/RoleMap")
        roles[NameObject("/Box")] = NameObject(kind)
        tree[NameObject("/RoleMap")] = roles
        classes = DictionaryObject()
        classes[NameObject("/red")] = DictionaryObject(
            {NameObject("/O"): NameObject("/Layout"), NameObject("/SpaceAfter"): NumberObject(len(kind))}
        )
        tree[NameObject("/ClassMap")] = writer._add_object(classes)
        for one in _elements(root):
            if word(one, "/S") == "/P":
                one[NameObject("/S")] = NameObject("/Box")
                one[NameObject("/C")] = NameObject("/red")

    return change


def _judged(data: bytes, folder: Path) -> None:
    path = folder / "book.pdf"
    path.write_bytes(data)
    assert verapdf.judge(path) == ()


def _merged(*files: bytes) -> bytes:
    return merge([Part(f"{number}.pdf", data) for number, data in enumerate(files)], "Tập")


def test_types_and_classes_of_one_name_and_two_meanings(tmp_path: Path):
    one, same, other = (changed(plain().data, _typed(kind)) for kind in ("/P", "/P", "/Div"))
    made = _merged(one, same, other)
    tree = table(opened(made).root_object, "/StructTreeRoot")
    roles, classes = table(tree, "/RoleMap"), table(tree, "/ClassMap")
    assert (roles["/Box"], roles["/Box-3"]) == ("/P", "/Div")
    assert {name: mapping(classes[name])["/SpaceAfter"] for name in classes} == {"/red": 2, "/red-3": 4}
    used = {(word(e, "/S"), word(e, "/C")) for e in _elements(opened(made).root_object) if "/C" in e}
    assert used == {("/Box", "/red"), ("/Box-3", "/red-3")}
    _judged(made, tmp_path)


def test_named_places_of_one_name_lead_each_to_their_own_part(tmp_path: Path):
    def change(root: DictionaryObject, writer: PdfWriter) -> None:
        last = writer.pages[-1].indirect_reference
        place = ArrayObject([last, NameObject("/Fit")])
        kids = DictionaryObject({NameObject("/Names"): ArrayObject([ByteStringObject(b"end"), place])})
        kids[NameObject("/Limits")] = ArrayObject([ByteStringObject(b"end")] * 2)
        places = DictionaryObject({NameObject("/Kids"): ArrayObject([writer._add_object(kids)])})
        root[NameObject("/Names")] = DictionaryObject({NameObject("/Dests"): places})
        root[NameObject("/Dests")] = DictionaryObject({NameObject("/last"): place})
        links = [mapping(a) for page in writer.pages for a in items(page, "/Annots")]
        inner = [a for a in links if "/URI" not in table(a, "/A")]
        for number, one in enumerate(inner):
            one.pop("/A", None)
            one.pop("/Dest", None)
            if number % 3 == 0:
                one[NameObject("/Dest")] = TextStringObject("end")
            elif number % 3 == 1:
                one[NameObject("/Dest")] = NameObject("/last")
            else:
                action = {NameObject("/S"): NameObject("/GoTo"), NameObject("/D"): ByteStringObject(b"end")}
                one[NameObject("/A")] = DictionaryObject(action)

    file = changed(plain().data, change)
    book = opened(_merged(file, file))
    pages = len(opened(file).pages)
    found = [t for page in targets(book) for t in page if isinstance(t, int)]
    half = len(found) // 2
    assert half >= 3
    assert found == [pages - 1] * half + [2 * pages - 1] * half
    assert [key for key, _ in names(table(table(book.root_object, "/Names"), "/Dests"))] == [b"2.end", b"end"]
    assert set(table(book.root_object, "/Dests")) == {"/last", "/2.last"}
    _judged(_merged(file, file), tmp_path)


def test_what_a_tree_of_pages_says_for_its_pages_is_kept(tmp_path: Path):
    def change(root: DictionaryObject, writer: PdfWriter) -> None:
        top = table(root, "/Pages")
        for page in writer.pages:
            top[NameObject("/MediaBox")] = page.pop("/MediaBox")
            top[NameObject("/Resources")] = page.raw_get("/Resources")
        inner = DictionaryObject({NameObject("/Type"): NameObject("/Pages"), NameObject("/Count"): top["/Count"]})
        inner[NameObject("/Kids")] = top["/Kids"]
        inner[NameObject("/Rotate")] = NumberObject(90)
        inner[NameObject("/Parent")] = root.raw_get("/Pages")
        place = writer._add_object(inner)
        for page in items(inner, "/Kids"):
            mapping(page)[NameObject("/Parent")] = place
        top[NameObject("/Kids")] = ArrayObject([place])

    first, second = plain(paper="a5").data, changed(plain(paper="a3").data, change)
    book = opened(_merged(first, second))
    assert [(round(float(p.mediabox.width)), p.get("/Rotate", 0)) for p in book.pages] == [
        *[(420, 0)] * len(opened(first).pages),
        *[(842, 90)] * len(opened(second).pages),
    ]
    assert all(
        items(table(page, "/Resources"), "/Nothing") == [] and "/Font" in page["/Resources"] for page in book.pages
    )
    _judged(_merged(first, second), tmp_path)


def test_a_tree_without_one_root_gets_one(tmp_path: Path):
    def change(root: DictionaryObject, writer: PdfWriter) -> None:
        tree = table(root, "/StructTreeRoot")
        place = root.raw_get("/StructTreeRoot")
        whole = mapping(items(tree, "/K")[0])
        for child in items(whole, "/K"):
            mapping(child)[NameObject("/P")] = place
        tree[NameObject("/K")] = ArrayObject(items(whole, "/K"))

    file = changed(plain().data, change)
    whole = tree(opened(_merged(plain().data, file)))
    first, second = whole.children
    assert [e.kind for e in first.walk()] == [e.kind for e in second.walk()]
    _judged(_merged(plain().data, file), tmp_path)


def test_languages_stay_with_their_parts():
    book = opened(_merged(plain(language="vi").data, plain(language="en").data))
    whole = mapping(items(table(book.root_object, "/StructTreeRoot"), "/K")[0])
    assert book.root_object["/Lang"] == "vi"
    assert [str(entry(mapping(part), "/Lang")) for part in items(whole, "/K")] == ["None", "en"]


@pytest.mark.parametrize("attach", [(False, False), (True, False), (False, True)])
def test_the_merged_file_claims_what_all_parts_do(attach: tuple[bool, ...]):
    book = opened(_merged(*(plain(attach=one).data for one in attach)))
    xmp = book.root_object["/Metadata"].get_data().decode()
    assert f"<pdfaid:part>{3 if any(attach) else 2}</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
