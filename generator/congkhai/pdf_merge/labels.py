"""What pages are called: each part keeps its own numbering."""

from __future__ import annotations

from pypdf.generic import DictionaryObject, NameObject, PdfObject

from congkhai.pdf_merge.graph import Copy, Graph
from congkhai.pdf_merge.reading import table
from congkhai.pdf_merge.source import SourceFile
from congkhai.pdf_merge.trees import number_tree, numbers


class PageLabels:
    """Page labels of the merged file. There are none as long as no part has any."""

    def __init__(self) -> None:
        self._found: dict[int, PdfObject] = {}
        self._pages = 0
        self._any = False

    def add(self, source: SourceFile, copy: Copy) -> None:
        """Take up the labels of a part; one without is counted from 1, as its reader saw it."""
        own = list(numbers(table(source.catalogue, "/PageLabels")))
        self._any = self._any or bool(own)
        if not any(key == 0 for key, _ in own):
            plain = DictionaryObject()
            plain[NameObject("/S")] = NameObject("/D")
            self._found[self._pages] = plain
        for key, value in own:
            if 0 <= key < len(source.pages):
                self._found[self._pages + key] = copy.of(value)
        self._pages += len(source.pages)

    def finish(self, graph: Graph) -> DictionaryObject | None:
        """The number tree, or None."""
        return number_tree(graph, self._found.items()) if self._any else None
