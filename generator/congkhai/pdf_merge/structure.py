"""One structure tree made of many: each part becomes a /Part below one /Document."""

from __future__ import annotations

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from congkhai.pdf_merge.graph import Copy, Graph
from congkhai.pdf_merge.reading import items, mapping, table, word
from congkhai.pdf_merge.renaming import Renaming
from congkhai.pdf_merge.source import SourceFile
from congkhai.pdf_merge.trees import name_tree, names, number_tree, numbers, octets

_KEYS = ("/StructParents", "/StructParent")


class Structure:
    """The structure tree that is being made. `base` is what the keys of the present part are shifted by."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.root = graph.reserve()
        self._document = graph.reserve()
        self._parts: list[PdfObject] = []
        self._parents: list[tuple[int, PdfObject]] = []
        self._ids: list[tuple[bytes, PdfObject]] = []
        self._renamed_ids = Renaming()
        self._tables: dict[str, dict[str, PdfObject]] = {"/RoleMap": {}, "/ClassMap": {}}
        self._lists: dict[str, list[PdfObject]] = {"/Namespaces": [], "/AF": [], "/PronunciationLexicon": []}
        self._renamed: dict[str, dict[str, str]] = {"/RoleMap": {}, "/ClassMap": {}}
        self._headers: dict[int, IndirectObject] = {}
        self.base = 0
        self._part = 0

    def begin(self, source: SourceFile, part: int) -> None:
        """Take up the nth part: find which of its types and classes need other names."""
        self._part = part
        tree = table(source.catalogue, "/StructTreeRoot")
        for kind, merged in self._tables.items():
            own = table(tree, kind)
            clashes = [str(name) for name in own if name in merged and not _alike(merged[name], own[name])]
            self._renamed[kind] = {name: _free(name, part, {*merged, *own}) for name in clashes}

    def change(self, copied: DictionaryObject) -> None:
        """Shift and rename what a copied dictionary holds."""
        for key in _KEYS:
            if (number := dict.get(copied, key)) is not None and isinstance(number, int):
                copied[NameObject(key)] = NumberObject(number + self.base)
        headers = dict.get(copied, "/Headers")
        if isinstance(headers, ArrayObject):
            copied[NameObject("/Headers")] = ArrayObject([self._id(one) for one in headers])
        elif isinstance(headers, IndirectObject):
            self._headers[headers.idnum] = headers
        if "/S" in copied and "/P" in copied and dict.get(copied, "/Type", "/StructElem") == "/StructElem":
            self._change_element(copied)

    def _change_element(self, element: DictionaryObject) -> None:
        if "/ID" in element:
            element[NameObject("/ID")] = self._id(dict.__getitem__(element, "/ID"))
        kind = str(dict.__getitem__(element, "/S"))
        element[NameObject("/S")] = NameObject(self._renamed["/RoleMap"].get(kind, kind))
        if "/C" in element:
            classes = dict.__getitem__(element, "/C")
            element[NameObject("/C")] = (
                ArrayObject([self._class(one) for one in classes])
                if isinstance(classes, ArrayObject)
                else self._class(classes)
            )

    def _id(self, name: PdfObject) -> PdfObject:
        return ByteStringObject(self._renamed_ids.of(self._part, octets(name)))

    def _class(self, name: PdfObject) -> PdfObject:
        return NameObject(self._renamed["/ClassMap"].get(name, name)) if isinstance(name, NameObject) else name

    def add(self, source: SourceFile, copy: Copy, title: str, language: str) -> None:
        """Copy the tree of the part that was begun. `language` is that of the merged file."""
        tree = table(source.catalogue, "/StructTreeRoot")
        kids = items(tree, "/K") or [tree.raw_get("/K")]
        self._parts.append(self._part_of(source, copy, kids, title, language))
        self._parents += [(key + self.base, copy.of(v)) for key, v in numbers(table(tree, "/ParentTree"))]
        self._ids += [(self._renamed_ids.of(self._part, key), copy.of(v)) for key, v in names(table(tree, "/IDTree"))]
        for kind, merged in self._tables.items():
            own = table(tree, kind)
            new = self._renamed[kind]
            for name in own:
                value = copy.of(dict.__getitem__(own, name))
                if isinstance(value, NameObject):
                    value = NameObject(new.get(value, value))
                merged.setdefault(new.get(name, str(name)), value)
        for key, found in self._lists.items():
            found += [copy.of(one) for one in items(tree, key)]
        copy.finish()
        for place in self._headers.values():
            if isinstance(apart := place.get_object(), ArrayObject):
                self._graph.put(place, ArrayObject([self._id(one) for one in apart]))
        self._headers.clear()
        self.base += source.next_key

    def _part_of(
        self, source: SourceFile, copy: Copy, kids: list[PdfObject], title: str, language: str
    ) -> IndirectObject:
        root = source.catalogue.raw_get("/StructTreeRoot")
        only = kids[0] if len(kids) == 1 else None
        if isinstance(only, IndirectObject) and word(mapping(only), "/S") == "/Document":
            # The element for the whole of the part: it stays, with its children and all that it says.
            copy.stand_for(root, self._document)
            place = copy.place_of(only)
            copy.finish()
            element = mapping(place)
        else:
            place = self._graph.reserve()
            copy.stand_for(root, place)
            element = DictionaryObject()
            element[NameObject("/Type")] = NameObject("/StructElem")
            element[NameObject("/K")] = ArrayObject([copy.of(one) for one in kids])
            self._graph.put(place, element)
        element[NameObject("/S")] = NameObject("/Part")
        element[NameObject("/P")] = self._document
        element[NameObject("/T")] = TextStringObject(title)
        if source.language != language and "/Lang" not in element:
            element[NameObject("/Lang")] = TextStringObject(source.language)
        return place

    def finish(self) -> IndirectObject:
        """Write the root of the tree."""
        document = DictionaryObject()
        document[NameObject("/Type")] = NameObject("/StructElem")
        document[NameObject("/S")] = NameObject("/Document")
        document[NameObject("/P")] = self.root
        document[NameObject("/K")] = ArrayObject(self._parts)
        self._graph.put(self._document, document)
        root = DictionaryObject()
        root[NameObject("/Type")] = NameObject("/StructTreeRoot")
        root[NameObject("/K")] = ArrayObject([self._document])
        root[NameObject("/ParentTree")] = self._graph.add(number_tree(self._graph, self._parents))
        root[NameObject("/ParentTreeNextKey")] = NumberObject(self.base)
        if self._ids:
            root[NameObject("/IDTree")] = self._graph.add(name_tree(self._graph, self._ids))
        for kind, merged in self._tables.items():
            if merged:
                root[NameObject(kind)] = DictionaryObject({NameObject(k): v for k, v in merged.items()})
        for key, found in self._lists.items():
            if found:
                root[NameObject(key)] = ArrayObject(found)
        self._graph.put(self.root, root)
        return self.root


def _alike(one: PdfObject, other: PdfObject) -> bool:
    """Whether two values of a table say the same; what holds references is never taken for the same."""
    return repr(one) == repr(other) and "IndirectObject" not in repr(one)


def _free(name: str, part: int, taken: set[str]) -> str:
    made = f"{name}-{part}"
    while made in taken:
        made += f"-{part}"
    return made
