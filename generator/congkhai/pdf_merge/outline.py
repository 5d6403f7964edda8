"""Bookmarks: one for each part, and below it those that the part has."""

from __future__ import annotations

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from congkhai.pdf_merge.graph import Copy, Graph
from congkhai.pdf_merge.reading import mapping, table, whole
from congkhai.pdf_merge.source import SourceFile


class Outline:
    """The bookmarks of the merged file, closed below the parts."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.root = graph.reserve()
        self._items: list[IndirectObject] = []

    def add(self, source: SourceFile, copy: Copy, title: str, page: IndirectObject, top: PdfObject) -> None:
        """A bookmark to the first page of a part. The part's own tree hangs below it as it is."""
        place = self._graph.reserve()
        item = DictionaryObject()
        item[NameObject("/Title")] = TextStringObject(title)
        item[NameObject("/Parent")] = self.root
        target = [page, NameObject("/XYZ"), NullObject(), top, NullObject()]
        item[NameObject("/Dest")] = ArrayObject(target)
        own = table(source.catalogue, "/Outlines")
        if "/First" in own and "/Last" in own:
            root = source.catalogue.raw_get("/Outlines")
            if isinstance(root, IndirectObject):
                copy.stand_for(root, place)
            item[NameObject("/First")] = copy.of(own.raw_get("/First"))
            item[NameObject("/Last")] = copy.of(own.raw_get("/Last"))
            item[NameObject("/Count")] = NumberObject(-max(1, abs(whole(own, "/Count") or 1)))
        self._graph.put(place, item)
        self._items.append(place)

    def finish(self) -> IndirectObject:
        """Write the root, and chain the parts."""
        for before, after in zip(self._items, self._items[1:], strict=False):
            mapping(before)[NameObject("/Next")] = after
            mapping(after)[NameObject("/Prev")] = before
        root = DictionaryObject()
        root[NameObject("/Type")] = NameObject("/Outlines")
        root[NameObject("/First")] = self._items[0]
        root[NameObject("/Last")] = self._items[-1]
        root[NameObject("/Count")] = NumberObject(len(self._items))
        self._graph.put(self.root, root)
        return self.root
