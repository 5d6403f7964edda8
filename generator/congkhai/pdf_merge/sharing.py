"""Fonts, pictures, profiles and other contents that several parts have alike are kept once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import partial

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from congkhai.pdf_merge.graph import Graph
from congkhai.pdf_merge.syntax import written

#: What has a place of its own in the file, however much it looks like another.
_ITSELF = {"/Page", "/Pages", "/Catalog", "/StructElem", "/StructTreeRoot", "/Annot", "/OBJR", "/MCR", "/Filespec"}
_PARENTS = ("/StructParents", "/StructParent", "/Parent", "/P")


def alike(graph: Graph, roots: Iterable[PdfObject]) -> Mapping[int, int]:
    """For each object below the roots that equals an earlier one, the number of that one.

    Pages, structure elements, annotations and marked contents are never taken for one another.
    """
    numbers = sorted(_below(graph, roots))
    first: dict[int, int] = {}
    digests = {n: _data_digest(graph.get_object(n)) for n in numbers}
    while True:
        number_of = partial(_first, first)
        found: dict[bytes, int] = {}
        moved = {}
        for number in numbers:
            if number in first:
                continue
            key = written(graph.get_object(number), number_of) + digests[number]
            if (earlier := found.setdefault(key, number)) != number:
                moved[number] = earlier
        if not moved:
            return first
        first = {number: moved.get(place, place) for number, place in first.items()} | moved


def _first(first: Mapping[int, int], number: int) -> int:
    return first.get(number, number)


def _below(graph: Graph, roots: Iterable[PdfObject]) -> set[int]:
    seen: set[int] = set()
    waiting = list(roots)
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen or not _plain(found := graph.get_object(value)):
                continue
            seen.add(value.idnum)
            value = found
        if isinstance(value, DictionaryObject):
            waiting += value.values()
        elif isinstance(value, ArrayObject):
            waiting += value
    return seen


def _plain(value: PdfObject) -> bool:
    if not isinstance(value, DictionaryObject):
        return True
    return dict.get(value, "/Type") not in _ITSELF and not any(key in value for key in _PARENTS)


def _data_digest(value: PdfObject) -> bytes:
    return hashlib.sha256(value._data).digest() if isinstance(value, StreamObject) else b""
