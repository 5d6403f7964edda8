"""veraPDF's own engine judges every notice, and finds the defects that are put there on purpose."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from tests.notices import verapdf
from tests.notices.samples import Sheet, each

#: So many tests judge the sample, so that several workers can share the work.
PARTS = 16


def test_profiles_are_whole():
    assert verapdf.rules() == {"a-2a": 153, "a-3a": 155, "ua-1": 106}


@pytest.mark.parametrize("part", range(PARTS))
def test_every_notice_of_the_sample_conforms(sheets: tuple[Sheet, ...], part: int):
    def broken(sheet: Sheet) -> list[str]:
        return list(verapdf.judge(sheet.path, verapdf.archive(sheet.notice)))

    assert each(broken, sheets[part::PARTS]) == {}


# Deliberate defects. Each takes the catalogue and the first page of a sound file.

Catalogue = DictionaryObject


def _no_language(root: Catalogue, page: DictionaryObject) -> None:
    del root["/Lang"]


def _no_structure(root: Catalogue, page: DictionaryObject) -> None:
    del root["/StructTreeRoot"]


def _no_title(root: Catalogue, page: DictionaryObject) -> None:
    root["/ViewerPreferences"][NameObject("/DisplayDocTitle")] = BooleanObject(False)


def _not_marked(root: Catalogue, page: DictionaryObject) -> None:
    root["/MarkInfo"][NameObject("/Marked")] = BooleanObject(False)


def _no_metadata(root: Catalogue, page: DictionaryObject) -> None:
    del root["/Metadata"]


def _fonts(page: DictionaryObject) -> list[DictionaryObject]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def _no_font_file(root: Catalogue, page: DictionaryObject) -> None:
    descriptor = _fonts(page)[0]["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    for key in [k for k in descriptor if k.startswith("/FontFile")]:
        del descriptor[key]


def _no_unicode(root: Catalogue, page: DictionaryObject) -> None:
    del _fonts(page)[0]["/ToUnicode"]


def _wrong_widths(root: Catalogue, page: DictionaryObject) -> None:
    inner = _fonts(page)[0]["/DescendantFonts"][0].get_object()
    inner[NameObject("/W")] = ArrayObject([NumberObject(0), ArrayObject([NumberObject(111)] * 60)])


def _script(root: Catalogue, page: DictionaryObject) -> None:
    action = DictionaryObject()
    action[NameObject("/S")] = NameObject("/JavaScript")
    action[NameObject("/JS")] = TextStringObject("app.alert(1)")
    root[NameObject("/OpenAction")] = action


def _untagged_drawing(root: Catalogue, page: DictionaryObject) -> None:
    extra = DecodedStreamObject()
    extra.set_data(page["/Contents"].get_object().get_data() + b"\nq 0 0 100 100 re f Q\n")
    page[NameObject("/Contents")] = extra


def _elements(node: DictionaryObject, kind: str) -> list[DictionaryObject]:
    found = [node] if node.get("/S") == kind else []
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        inner = child.get_object()
        if isinstance(inner, DictionaryObject):
            found += _elements(inner, kind)
    return found


def _no_alternative(root: Catalogue, page: DictionaryObject) -> None:
    del _elements(root["/StructTreeRoot"], "/Figure")[0]["/Alt"]


def _skipped_heading(root: Catalogue, page: DictionaryObject) -> None:
    _elements(root["/StructTreeRoot"], "/H1")[0][NameObject("/S")] = NameObject("/H4")


def _no_page_tabs(root: Catalogue, page: DictionaryObject) -> None:
    page[NameObject("/Tabs")] = NameObject("/R")


def _link_without_words(root: Catalogue, page: DictionaryObject) -> None:
    for annotation in page["/Annots"]:
        annotation.get_object().pop("/Contents", None)


def _unknown_colour(root: Catalogue, page: DictionaryObject) -> None:
    extra = DecodedStreamObject()
    extra.set_data(
        page["/Contents"].get_object().get_data() + b"\n/Artifact BMC q 0.5 0.2 0.1 0 k 0 0 9 9 re f Q EMC\n"
    )
    page[NameObject("/Contents")] = extra


DEFECTS: Mapping[str, tuple[Callable[[Catalogue, DictionaryObject], None], str, str]] = {
    "no language": (_no_language, "ua-1", "7.2-"),
    "no structure": (_no_structure, "ua-1", "7.1-11"),
    "title not shown": (_no_title, "ua-1", "7.1-10"),
    "not marked as tagged": (_not_marked, "a-2a", "6.7.2.2-1"),
    "no metadata": (_no_metadata, "a-2a", "6.6.2.1-1"),
    "font not embedded": (_no_font_file, "a-2a", "6.2.11.4.1-1"),
    "no way back to letters": (_no_unicode, "a-2a", "6.2.11.7.2-1"),
    "wrong widths": (_wrong_widths, "a-2a", "6.2.11.5-1"),
    "script": (_script, "a-2a", "6.5.1-1"),
    "untagged drawing": (_untagged_drawing, "ua-1", "7.1-3"),
    "picture without words": (_no_alternative, "ua-1", "7.3-1"),
    "skipped heading": (_skipped_heading, "ua-1", "7.4.2-1"),
    "reading order of links": (_no_page_tabs, "ua-1", "7.18.3-1"),
    "link without words": (_link_without_words, "ua-1", "7.18.5-2"),
    "colour of no known ink": (_unknown_colour, "a-2a", "6.2.4.3-3"),
}


@pytest.fixture(scope="module")
def sound(press: Press, one_of_each: Mapping[str, Notice]) -> bytes:
    made = press.print(one_of_each["procedure-a4"])
    assert isinstance(made, bytes)
    return made


def _copy(data: bytes, change: Callable[[Catalogue, DictionaryObject], None], path: Path) -> Path:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer.root_object, writer.pages[0])
    writer.write(path)
    return path


def test_a_copy_without_defect_passes(sound: bytes, tmp_path: Path):
    path = _copy(sound, lambda root, page: None, tmp_path / "copy.pdf")
    assert verapdf.judge(path) == ()


@pytest.mark.parametrize("name", DEFECTS)
def test_defects_are_caught_by_their_rule(sound: bytes, tmp_path: Path, name: str):
    change, standard, rule = DEFECTS[name]
    path = _copy(sound, change, tmp_path / "defect.pdf")
    broken = verapdf.judge(path)
    assert any(found.startswith(f"{standard} {rule}") for found in broken), broken
