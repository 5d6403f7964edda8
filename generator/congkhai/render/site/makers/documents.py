"""Documents that the office issued: the list by year, and each one in its own order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.numbering import Numbered, numbered
from congkhai.model.document import Document, Passage, Rank
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite_all
from congkhai.render.site.makers.figures import plain, shortened
from congkhai.render.site.makers.footing import close, index_meta, record_meta
from congkhai.render.site.makers.links import Link, base_of, file_address, link
from congkhai.render.site.makers.parts import parts
from congkhai.render.site.makers.tables import table_texts
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

INDEX = "van-ban-hanh-chinh/"
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
    yield _index(context, newest, groups)
    for source in sources:
        yield _page(context, source, views[source.key])


def _index(context: SiteContext, sources: list[Source], years: list[YearView]) -> Page:
    title = phrase("site.documents")
    meta = index_meta(context, title, INDEX, sources, "api/v1/document.json")
    return Page(
        INDEX,
        "van-ban-hanh-chinh",
        title=title,
        description=phrase("site.documents_about"),
        lead=context.templates.render("document/index.html.j2", years=years, meta=meta, base=base_of(INDEX)),
        sources=tuple(source.path for source in sources),
        search=SearchEntry(title),
    )


def _page(context: SiteContext, source: Source, view: DocumentView) -> Page:
    document, at = view.document, address(source)
    meta = record_meta(context, source)
    values = {"view": view, "meta": meta, "base": base_of(at), "index": Link(phrase("site.documents"), INDEX)}
    sections = parts(
        context,
        "document",
        (
            ("can-cu", "basis", view.basis or document.grounds),
            ("cuoc-hop", "meeting", document.meeting),
            ("van-ban", "body", True),
            ("phu-luc", "appendices", document.appendices),
            ("noi-nhan", "recipients", True),
            ("tep", "files", view.files),
        ),
        **values,
    )
    return Page(
        at,
        "van-ban-hanh-chinh/*",
        title=document.title,
        description=shortened(f"{document.type.label} {document.number}. {document.title}", 160),
        lead=context.templates.render("document/page.html.j2", **values),
        sections=close(context, at, meta, sections),
        sources=(source.path,),
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
        files=tuple(Link(path.rpartition("/")[2], file_address(path)) for path in document.files),
    )


def _headed(line: Numbered) -> bool:
    return line.passage.title is not None or line.passage.rank in _CENTRED


def _passage(line: Numbered, titled: set[str]) -> PassageView:
    above = sum(line.path.startswith(f"{path}.") for path in titled)
    return PassageView(line.passage, line.mark, line.path, min(above + 3, 6) if _headed(line) else 0)


def _texts(passages: tuple[PassageView, ...]) -> Iterator[str]:
    for view in passages:
        yield from (text for text in (view.passage.title, view.passage.text) if text)
