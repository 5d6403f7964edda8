"""Named places and attached files: what is known by a name that another part may use as well."""

from __future__ import annotations

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from congkhai.pdf_merge.graph import Copy, Graph
from congkhai.pdf_merge.reading import entry, items, mapping, table
from congkhai.pdf_merge.renaming import Renaming
from congkhai.pdf_merge.source import SourceFile
from congkhai.pdf_merge.trees import name_tree, names, octets


class Places:
    """Named destinations, in a name tree and in the older dictionary."""

    def __init__(self) -> None:
        self._texts = Renaming()
        self._names = Renaming()
        self._tree: list[tuple[bytes, PdfObject]] = []
        self._dictionary = DictionaryObject()
        self._part = 0

    def begin(self, part: int) -> None:
        """Take up the nth part."""
        self._part = part

    def change(self, copied: DictionaryObject) -> None:
        """Give a link or bookmark the new name of the place that it leads to."""
        for key in ("/Dest", "/D"):
            if key == "/Dest" or dict.get(copied, "/S") == "/GoTo":
                found = dict.get(copied, key)
                if isinstance(found, TextStringObject | ByteStringObject):
                    copied[NameObject(key)] = ByteStringObject(self._texts.of(self._part, octets(found)))
                elif isinstance(found, NameObject):
                    copied[NameObject(key)] = self._name(found)

    def _name(self, name: NameObject) -> NameObject:
        return NameObject("/" + self._names.of(self._part, name[1:].encode()).decode())

    def add(self, source: SourceFile, copy: Copy) -> None:
        """Copy the named places of a part."""
        tree = table(table(source.catalogue, "/Names"), "/Dests")
        self._tree += [(self._texts.of(self._part, key), copy.of(v)) for key, v in names(tree)]
        old = table(source.catalogue, "/Dests")
        for name in old:
            self._dictionary[self._name(NameObject(name))] = copy.of(dict.__getitem__(old, name))

    def finish(self, graph: Graph, catalogue: DictionaryObject, tables: DictionaryObject) -> None:
        """Write both tables where there is something in them."""
        if self._tree:
            tables[NameObject("/Dests")] = graph.add(name_tree(graph, self._tree))
        if self._dictionary:
            catalogue[NameObject("/Dests")] = graph.add(self._dictionary)


class Attachments:
    """Embedded files, and which of them belong to the document as a whole."""

    def __init__(self) -> None:
        self._keys = Renaming(_numbered_file)
        self._files: list[tuple[bytes, PdfObject]] = []
        self._associated: list[PdfObject] = []

    def add(self, source: SourceFile, copy: Copy, part: int) -> None:
        """Copy the embedded files of a part. A name that an earlier part has gets a number: `du-lieu-2.json`."""
        for key, value in names(table(table(source.catalogue, "/Names"), "/EmbeddedFiles")):
            place = copy.of(value)
            copy.finish()
            file = mapping(place)
            for called in ("/F", "/UF"):
                if (name := entry(file, called)) is not None:
                    file[NameObject(called)] = _text(self._keys.of(part, str(name).encode()).decode())
            self._files.append((self._keys.of(part, _plain(key)), place))
        self._associated += [copy.of(one) for one in items(source.catalogue, "/AF")]

    def finish(self, graph: Graph, catalogue: DictionaryObject, tables: DictionaryObject) -> None:
        """Write the table of files where there are any."""
        if self._files:
            pairs = [(_text(key.decode()).original_bytes, value) for key, value in self._files]
            tables[NameObject("/EmbeddedFiles")] = graph.add(name_tree(graph, pairs))
        if self._associated:
            catalogue[NameObject("/AF")] = ArrayObject(self._associated)


def _plain(key: bytes) -> bytes:
    """A key as UTF-8, so that it compares with the names of files."""
    return str(TextStringObject(key)).encode()


def _text(name: str) -> TextStringObject:
    return TextStringObject(name)


def _numbered_file(name: bytes, part: int, tries: int) -> bytes:
    stem, dot, suffix = name.decode().partition(".")
    return f"{stem.rstrip('-0123456789') if tries else stem}-{part + tries}{dot}{suffix}".encode()
