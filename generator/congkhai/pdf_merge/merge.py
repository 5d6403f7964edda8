"""The merge of whole files, from first to last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from congkhai.pdf_merge.claim import Claim, packet
from congkhai.pdf_merge.file import file_of
from congkhai.pdf_merge.graph import Copy, Graph
from congkhai.pdf_merge.labels import PageLabels
from congkhai.pdf_merge.named import Attachments, Places
from congkhai.pdf_merge.outline import Outline
from congkhai.pdf_merge.reading import entry, items, mapping
from congkhai.pdf_merge.refusal import MergeError, Reason
from congkhai.pdf_merge.sharing import alike
from congkhai.pdf_merge.source import SourceFile, open_source, readable
from congkhai.pdf_merge.structure import Structure

_CONTENTS = ("/Resources", "/Contents")
_PREFERENCES = ("/ViewerPreferences", "/PageLayout")


@dataclass(frozen=True, slots=True)
class Part:
    """A file to merge. `name` is what an error calls it, `title` its bookmark: the file's own title when empty."""

    name: str
    data: bytes
    title: str = ""


def merge(parts: Sequence[Part], title: str, *, language: str = "", made: date | None = None) -> bytes:
    """One file of all parts in their order, the same bytes for the same parts.

    `language` is that of the titles, by default the first part's; `made` the day that the file carries. The merged
    file claims what every part claims, PDF/A-3 in place of PDF/A-2 as soon as one part does. Raises MergeError.
    """
    if not parts:
        raise MergeError("", Reason.NOTHING)
    book = _Book(title, language)
    for number, part in enumerate(parts, 1):
        source = open_source(part.name, part.data)
        with readable(part.name):
            book.add(source, number, part.title or source.title or part.name)
    return book.finish(made)


def problems(parts: Sequence[Part]) -> tuple[MergeError, ...]:
    """Every part that cannot be merged, each by itself or beside the sound parts before it, in their order."""
    found: list[MergeError] = []
    before: tuple[Claim | None, str] = None, ""
    for part in parts:
        try:
            before = _agreed(open_source(part.name, part.data), *before)
        except MergeError as error:
            found.append(error)
    return tuple(found)


def _agreed(source: SourceFile, claim: Claim | None, profile: str) -> tuple[Claim, str]:
    """What is claimed, and what colours mean, together with another file, which must agree in both."""
    merged = source.claim if claim is None else claim.with_other(source.claim)
    if merged is None:
        raise MergeError(source.name, Reason.CLAIMS, f"{source.claim} / {claim}")
    if source.profile and profile not in {"", source.profile}:
        raise MergeError(source.name, Reason.PROFILES)
    return merged, profile or source.profile


class _Book:
    """The merged file while it is being made."""

    def __init__(self, title: str, language: str) -> None:
        self._title = title
        self._language = language
        self._graph = Graph()
        self._pages = self._graph.reserve()
        self._catalogue = self._graph.reserve()
        self._kids: list[IndirectObject] = []
        self._structure = Structure(self._graph)
        self._outline = Outline(self._graph)
        self._labels = PageLabels()
        self._places = Places()
        self._attachments = Attachments()
        self._claim: Claim | None = None
        self._profile = ""
        self._intents: PdfObject | None = None
        self._kept: list[dict[str, str]] = []
        self._first: dict[str, PdfObject] = {}
        self._threads: list[PdfObject] = []

    def add(self, source: SourceFile, number: int, title: str) -> None:
        """Take the nth part in."""
        claimed, profile = _agreed(source, self._claim, self._profile)
        self._language = self._language or source.language
        self._structure.begin(source, number)
        self._places.begin(number)
        copy = Copy(self._graph, source.reader, self._change)
        for node in source.nodes:
            copy.stand_for(node, self._pages)
        if isinstance(root := source.reader.trailer.raw_get("/Root"), IndirectObject):
            copy.stand_for(root, self._catalogue)
        pages = [copy.place_of(one.place) for one in source.pages]
        top = self._top(source)
        self._outline.add(source, copy, title, pages[0], top)
        self._structure.add(source, copy, title, self._language)
        self._labels.add(source, copy)
        self._places.add(source, copy)
        self._attachments.add(source, copy, number)
        if profile and self._intents is None:
            self._intents = copy.of(source.catalogue.raw_get("/OutputIntents"))
        self._claim, self._profile = claimed, profile
        self._keep(source, copy)
        copy.finish()
        for one, place in zip(source.pages, pages, strict=True):
            page = mapping(place)
            page[NameObject("/Parent")] = self._pages
            for key, value in one.inherited.items():
                page[key] = copy.of(value)
        copy.finish()
        self._kids += pages

    def _change(self, copied: DictionaryObject) -> None:
        self._structure.change(copied)
        self._places.change(copied)

    def _keep(self, source: SourceFile, copy: Copy) -> None:
        """What belongs to the file as a whole."""
        self._kept.append({key: repr(entry(source.catalogue, key)) for key in _PREFERENCES if key in source.catalogue})
        for key in _PREFERENCES:
            if key in source.catalogue:
                self._first.setdefault(key, copy.of(source.catalogue[key]))
        self._threads += [copy.of(one) for one in items(source.catalogue, "/Threads")]

    def _top(self, source: SourceFile) -> PdfObject:
        first = source.pages[0]
        return (items(first.page, "/MediaBox") or items(DictionaryObject(first.inherited), "/MediaBox"))[3]

    def finish(self, made: date | None) -> bytes:
        """The bytes of the file."""
        graph, claim = self._graph, self._claim or Claim()
        graph.put(self._pages, _dictionary("/Pages", Kids=ArrayObject(self._kids), Count=NumberObject(len(self._kids))))
        catalogue = _dictionary(
            "/Catalog",
            Pages=self._pages,
            Lang=TextStringObject(self._language),
            MarkInfo=DictionaryObject({NameObject("/Marked"): BooleanObject(True)}),
            StructTreeRoot=self._structure.finish(),
            Outlines=self._outline.finish(),
            PageMode=NameObject("/UseOutlines"),
            ViewerPreferences=self._preferences(),
            Metadata=self._metadata(claim, made),
        )
        if self._alike("/PageLayout"):
            catalogue[NameObject("/PageLayout")] = self._first["/PageLayout"]
        for key, value in (
            ("/OutputIntents", self._intents),
            ("/PageLabels", self._labels.finish(graph)),
            ("/Threads", ArrayObject(self._threads) if self._threads else None),
        ):
            if value is not None:
                catalogue[NameObject(key)] = value
        tables = DictionaryObject()
        self._places.finish(graph, catalogue, tables)
        self._attachments.finish(graph, catalogue, tables)
        if tables:
            catalogue[NameObject("/Names")] = tables
        graph.put(self._catalogue, catalogue)
        info = DictionaryObject({NameObject("/Title"): TextStringObject(self._title)})
        same = alike(graph, [*self._contents(), *([self._intents] if self._intents else [])])
        return file_of(graph, self._catalogue, graph.add(info), same)

    def _contents(self) -> Iterable[PdfObject]:
        for place in self._kids:
            page = mapping(place)
            yield from (dict.__getitem__(page, key) for key in _CONTENTS if key in page)

    def _alike(self, key: str) -> bool:
        return len({kept.get(key) for kept in self._kept}) == 1 and key in self._first

    def _preferences(self) -> DictionaryObject:
        found = self._first["/ViewerPreferences"] if self._alike("/ViewerPreferences") else None
        out = found if isinstance(found, DictionaryObject) else DictionaryObject()
        out[NameObject("/DisplayDocTitle")] = BooleanObject(True)
        return out

    def _metadata(self, claim: Claim, made: date | None) -> IndirectObject:
        stream = DecodedStreamObject()
        stream[NameObject("/Type")] = NameObject("/Metadata")
        stream[NameObject("/Subtype")] = NameObject("/XML")
        stream.set_data(packet(claim, self._title, self._language, made))
        return self._graph.add(stream)


def _dictionary(kind: str, **entries: PdfObject) -> DictionaryObject:
    made = DictionaryObject({NameObject("/Type"): NameObject(kind)})
    made.update({NameObject(f"/{key}"): value for key, value in entries.items()})
    return made
