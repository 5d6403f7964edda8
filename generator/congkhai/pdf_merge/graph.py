"""The objects of a file that is being made, and the copying of objects into it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
)

#: Told of each dictionary that was copied, to change what must differ in the merged file.
Change = Callable[[DictionaryObject], None]


class Graph:
    """Objects by number from 1. A reference into it can be followed like one of pypdf's own."""

    def __init__(self) -> None:
        self._objects: list[PdfObject] = []

    def __len__(self) -> int:
        return len(self._objects)

    def add(self, value: PdfObject) -> IndirectObject:
        """Take an object in; the reference to it."""
        self._objects.append(value)
        return IndirectObject(len(self._objects), 0, self)

    def reserve(self) -> IndirectObject:
        """A reference to an object that is `put` later."""
        return self.add(NullObject())

    def put(self, place: IndirectObject, value: PdfObject) -> None:
        """Fill a reserved place."""
        self._objects[place.idnum - 1] = value

    def get_object(self, place: IndirectObject | int) -> PdfObject:
        """The object at a reference."""
        return self._objects[(place.idnum if isinstance(place, IndirectObject) else place) - 1]


class Copy:
    """Copies what is reachable from given objects of one file, each object once."""

    def __init__(self, graph: Graph, source: PdfReader, change: Change) -> None:
        self._graph = graph
        self._source = source
        self._change = change
        self._known: dict[int, IndirectObject] = {}
        self._waiting: deque[int] = deque()

    def stand_for(self, original: IndirectObject, place: IndirectObject) -> None:
        """From now on each reference to an object of the file becomes one to `place`; the object is not copied."""
        self._known[original.idnum] = place

    def place_of(self, original: IndirectObject) -> IndirectObject:
        """Where an object of the file is copied to."""
        if original.idnum not in self._known:
            self._known[original.idnum] = self._graph.reserve()
            self._waiting.append(original.idnum)
        return self._known[original.idnum]

    def of(self, value: PdfObject) -> PdfObject:
        """A copy of a value; what it refers to is copied by `finish`."""
        if isinstance(value, IndirectObject):
            return self.place_of(value)
        if isinstance(value, StreamObject):
            made = type(value)()
            made._data = value._data  # as it is packed: there is no other way to it
            return self._filled(made, value)
        if isinstance(value, DictionaryObject):
            return self._filled(DictionaryObject(), value)
        if isinstance(value, ArrayObject):
            return ArrayObject([self.of(item) for item in value])
        return value

    def finish(self) -> None:
        """Copy all that is referred to and not yet copied. Raises the errors of pypdf for what cannot be read."""
        while self._waiting:
            number = self._waiting.popleft()
            found = self._source.get_object(IndirectObject(number, self._generation(number), self._source))
            self._graph.put(self._known[number], NullObject() if found is None else self.of(found))

    def _generation(self, number: int) -> int:
        return next((g for g, entries in self._source.xref.items() if number in entries and g < 65535), 0)

    def _filled(self, made: DictionaryObject, original: DictionaryObject) -> DictionaryObject:
        for key, value in original.items():
            # The length is written anew; the parent of a page is set by whoever merges the pages.
            if key == "/Length" and isinstance(original, StreamObject):
                continue
            if key == "/Parent" and original.get("/Type") == "/Page":
                continue
            made[NameObject(key)] = self.of(value)
        self._change(made)
        return made
