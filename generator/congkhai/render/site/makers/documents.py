"""Documents that the office issued: the list by year, and each one in its own order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.derive.numbering import Numbered, numbered
from congkhai.model.document import Document, Passage, Rank
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite_all
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import plain, shortened
from congkhai.render.site.makers.links import Link, file_links, link
from congkhai.render.site.makers.tables import table_texts
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("van-ban-hanh-chinh", "document", "documents", "api/v1/document.json")
_CENTRED = frozenset({Rank.PART, Rank.CHAPTER, Rank.SECTION})


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as it is set: `level` is the rank of its heading, or 0 when it has none."""

    passage: Passage
    mark: str
    field: str
    level: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document."""

    document: Document
    link: Link
    issuer: Link
    basis: tuple[CitationView, ...]
    passages: tuple[PassageView, ...]
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """The documents of a year, newest first."""

    year: int
    documents: tuple[DocumentView, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of documents that are dated, and a page for each."""
    office = context.office
    sources = [s for s in office.repository.all("document") if s.record.date <= office.day]
    views = {source.key: _view(context, source) for source in sources}
    newest = sorted(sources, key=lambda s: (-s.record.date.toordinal(), s.id))
    years = sorted({source.record.date.year for source in sources}, reverse=True)
    groups = [YearView(y, tuple(views[s.key] for s in newest if s.record.date.year == y)) for y in years]
    yield index_page(context, _PAGES, newest, years=groups)
    for source in sources:
        yield _page(context, source, views[source.key])


def _page(context: SiteContext, source: Source, view: DocumentView) -> Page:
    document = view.document
    wanted = (
        ("can-cu", "basis", view.basis or document.grounds),
        ("cuoc-hop", "meeting", document.meeting),
        ("van-ban", "body", True),
        ("phu-luc", "appendices", document.appendices),
        ("noi-nhan", "recipients", True),
        ("tep", "files", view.files),
    )
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        title=document.title,
        description=shortened(f"{document.type.label} {document.number}. {document.title}", 160),
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(
                document.number, document.title, document.preamble, _texts(view.passages), document.grounds,
                (text for a in document.appendices for text in (a.title, a.text or "", *table_texts(a.tables))),
            ),
            names=(document.number, document.number.partition("/")[0], shortened(document.title, 80)),
            units=(view.issuer.title,),
            facts=(document.type.label, document.number, view.issuer.title),
        ),
    )  # fmt: skip


def _view(context: SiteContext, source: Source) -> DocumentView:
    document: Document = source.record
    at = source.key.office
    lines = numbered(document.passages)
    titled = {line.path for line in lines if _headed(line)}
    return DocumentView(
        document=document,
        link=link(source),
        issuer=link(context.office.get("unit", document.issuer, at)),
        basis=cite_all(context, document.basis, at),
        passages=tuple(_passage(line, titled) for line in lines),
        files=file_links(document.files),
    )


def _headed(line: Numbered) -> bool:
    return line.passage.title is not None or line.passage.rank in _CENTRED


def _passage(line: Numbered, titled: set[str]) -> PassageView:
    above = sum(line.path.startswith(f"{path}.") for path in titled)
    return PassageView(line.passage, line.mark, line.path, min(above + 3, 6) if _headed(line) else 0)


def _texts(passages: tuple[PassageView, ...]) -> Iterator[str]:
    for view in passages:
        yield from (text for text in (view.passage.title, view.passage.text) if text)
