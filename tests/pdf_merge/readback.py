"""A tagged file read back: its tree, and whether all that refers to something finds it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from congkhai.pdf_merge.reading import entry, found, items, mapping, table, whole, word
from congkhai.pdf_merge.trees import names, numbers, octets


@dataclass(frozen=True)
class Element:
    """A structure element: its kind, the page and number of each of its marked contents, and what is below it."""

    kind: str
    contents: tuple[tuple[int, int], ...]
    ids: tuple[bytes, ...]
    headers: tuple[bytes, ...]
    objects: int
    children: tuple[Element, ...] = field(default=())

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.walk()


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def tree(file: PdfReader) -> Element:
    """The structure tree. Asserts that each element names its parent and each parent tree entry its element."""
    root = table(file.root_object, "/StructTreeRoot")
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(file.pages)}
    parents = dict(numbers(table(root, "/ParentTree")))
    keys = {number: whole(page, "/StructParents") for number, page in enumerate(file.pages)}

    def element(place: IndirectObject, above: IndirectObject) -> Element:
        one = mapping(place)
        assert one.raw_get("/P") == above, "an element names another parent"
        contents, children, objects = [], [], 0
        page = dict.get(one, "/Pg")
        for child in items(one, "/K") or [one.raw_get("/K")] if "/K" in one else []:
            inner = child.get_object()
            if isinstance(inner, int):
                contents.append((pages[page.idnum], int(inner)))
            elif word(inner, "/Type") == "/MCR":
                contents.append((pages[(dict.get(inner, "/Pg") or page).idnum], int(inner["/MCID"])))
            elif word(inner, "/Type") == "/OBJR":
                key = whole(mapping(inner.raw_get("/Obj")), "/StructParent")
                assert parents[key] == place, "the parent tree leads elsewhere"
                objects += 1
            else:
                children.append(element(child, place))
        for number, mark in contents:
            listed = parents[keys[number]].get_object()
            assert isinstance(listed, ArrayObject)
            assert list.__getitem__(listed, mark) == place, "the parent tree leads elsewhere"
        attributes = [mapping(a) for a in (items(one, "/A") or [dict.get(one, "/A")])]
        return Element(
            kind=word(one, "/S"),
            contents=tuple(contents),
            ids=(octets(entry(one, "/ID")),) if "/ID" in one else (),
            headers=tuple(octets(h) for a in attributes for h in items(a, "/Headers")),
            objects=objects,
            children=tuple(children),
        )

    (first,) = items(root, "/K")
    made = element(first, file.root_object.raw_get("/StructTreeRoot"))
    ids = [i for e in made.walk() for i in e.ids]
    listed = [key for key, _ in names(table(root, "/IDTree"))]
    assert len(ids) == len(set(ids)), "two elements of one identity"
    assert sorted(ids) == listed, "the tree of identities differs"
    assert {h for e in made.walk() for h in e.headers} <= set(ids), "a header cell is lost"
    assert whole(root, "/ParentTreeNextKey") is None or whole(root, "/ParentTreeNextKey") > max(parents, default=-1)
    return made


def marks(file: PdfReader, number: int) -> set[int]:
    """The numbers of the marked contents of a page."""
    data = file.pages[number].get_contents().get_data()
    return {int(number) for number in re.findall(rb"/MCID (\d+)", data)}


def targets(file: PdfReader) -> list[list[object]]:
    """For each page, where its links lead: a page's number, or an address."""
    tree = table(table(file.root_object, "/Names"), "/Dests")
    named: dict[object, object] = {key: found(value) for key, value in names(tree)}
    older = table(file.root_object, "/Dests")
    named |= {str(key): older[key] for key in older}
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(file.pages)}
    out: list[list[object]] = []
    for page in file.pages:
        mine: list[object] = []
        for annotation in map(mapping, items(page, "/Annots")):
            action = table(annotation, "/A")
            target = entry(annotation, "/Dest") or entry(action, "/D")
            if target is None:
                mine.append(str(entry(action, "/URI")))
                continue
            if not isinstance(target, ArrayObject):
                target = named[str(target) if isinstance(target, NameObject) else octets(target)]
            mine.append(pages[list.__getitem__(target, 0).idnum])
        out.append(mine)
    return out


def bookmarks(file: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title and page of each bookmark."""
    out: list[tuple[int, str, int]] = []

    def walk(entries: list[object], depth: int) -> None:
        for one in entries:
            if isinstance(one, list):
                walk(one, depth + 1)
            else:
                out.append((depth, str(one.title), file.get_destination_page_number(one)))

    walk(file.outline, 0)
    return out


def dangling(file: PdfReader) -> list[int]:
    """Objects that are referred to and are not there."""
    seen: set[int] = set()
    lost: list[int] = []
    waiting: list[object] = [file.trailer.raw_get("/Root")]
    known = {*file.xref.get(0, {}), *file.xref_objStm}
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
            if value.idnum not in known:
                lost.append(value.idnum)
            value = value.get_object()
        if isinstance(value, DictionaryObject):
            waiting += value.values()
        elif isinstance(value, ArrayObject):
            waiting += value
    return lost
