"""What the law orders to be made public, by the fourteen contents of Law 10/2022/QH15, Article 11."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.boards import Hanging, postings
from congkhai.derive.boards import by_item as postings_by_item
from congkhai.derive.publication import Visibility, visibility
from congkhai.model.disclosure import Disclosure, DisclosureCategory
from congkhai.model.kinds import KINDS
from congkhai.model.table import Table
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite_all
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import plain, shortened
from congkhai.render.site.makers.footing import close, record_meta
from congkhai.render.site.makers.hangings import HangingRow, hanging_rows
from congkhai.render.site.makers.links import Link, base_of, file_links, link
from congkhai.render.site.makers.parts import parts
from congkhai.render.site.makers.tables import table_texts
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("cong-khai", "disclosure", "disclosures")
#: Collections whose records belong to a content of Article 11 by their nature.
ELSEWHERE = {
    DisclosureCategory.SOCIO_ECONOMIC: "plan",
    DisclosureCategory.BUDGET: "budget",
    DisclosureCategory.STAFF: "official",
    DisclosureCategory.FEES: "fee",
    DisclosureCategory.PROCEDURES: "procedure",
}


@dataclass(frozen=True, slots=True)
class DisclosureView:
    """One item; `ended` says that its time is over, `limited` that the web only tells where it is read."""

    disclosure: Disclosure
    link: Link
    unit: Link
    clause: int
    ended: bool
    limited: bool
    summary: str
    places: tuple[Link, ...]
    tables: tuple[Table, ...]
    basis: tuple[CitationView, ...]
    files: tuple[Link, ...]
    hangings: tuple[HangingRow, ...]


@dataclass(frozen=True, slots=True)
class CategoryView:
    """One of the fourteen contents: its clause, what is public now, what was, and where else to look."""

    category: DisclosureCategory
    clause: int
    current: tuple[DisclosureView, ...]
    past: tuple[DisclosureView, ...]
    elsewhere: Link | None


def pages(context: SiteContext) -> Iterator[Page]:
    """The list by content, and a page for each item that the web may show or must say has ended."""
    office = context.office
    hung = postings_by_item(postings(office))
    sources = office.repository.all("disclosure")
    shown = {s.key: visibility(s.record, office.day) for s in sources}
    views = {s.key: _view(context, s, shown[s.key], hung.get(s.key, ())) for s in sources}
    listed = [s for s in sources if shown[s.key] in {Visibility.FULL, Visibility.NOTICE}]
    yield _index(context, listed, [views[s.key] for s in listed])
    for source in sources:
        match shown[source.key]:
            case Visibility.ENDED:
                yield _ended(context, source, views[source.key])
            case Visibility.FULL | Visibility.NOTICE:
                yield _page(context, source, views[source.key])


def clause(category: DisclosureCategory) -> int:
    """The clause of Article 11 that a category stands for: its place in the list."""
    return list(DisclosureCategory).index(category) + 1


def _index(context: SiteContext, sources: list[Source], views: list[DisclosureView]) -> Page:
    newest = sorted(views, key=lambda v: (-v.disclosure.published.toordinal(), v.link.address))
    categories = [
        CategoryView(
            category,
            clause(category),
            tuple(v for v in newest if v.disclosure.category is category and not v.ended),
            tuple(v for v in newest if v.disclosure.category is category and v.ended),
            _elsewhere(context, category),
        )
        for category in DisclosureCategory
    ]
    return index_page(context, _PAGES, sources, categories=categories)


def _elsewhere(context: SiteContext, category: DisclosureCategory) -> Link | None:
    kind = ELSEWHERE.get(category)
    if kind is None or not context.office.repository.all(kind):
        return None
    return Link(KINDS[kind].title, f"{KINDS[kind].slug}/")


def _page(context: SiteContext, source: Source, view: DisclosureView) -> Page:
    item = view.disclosure
    meta = record_meta(context, source)
    wanted = (
        ("chi-tiet", "summary", True),
        ("bang", "tables", view.tables),
        ("tep", "files", view.files),
        ("niem-yet", "posted", view.hangings),
        ("can-cu", "basis", view.basis),
    )
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        meta=replace(meta, json=None) if view.limited else meta,
        title=item.title,
        description=shortened(view.summary, 160) or item.document,
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(item.title, item.category.label, item.document, view.summary, table_texts(view.tables)),
            names=(item.document,),
            fields=(item.category.label,),
            units=(view.unit.title,),
            facts=(item.category.label, item.document),
        ),
    )


def _ended(context: SiteContext, source: Source, view: DisclosureView) -> Page:
    """What remains of an item with data of persons: not found by search, without its content."""
    at = address(source)
    meta = replace(record_meta(context, source), json=None, papers=())
    values = {"view": view, "meta": meta, "base": base_of(at), "index": _PAGES.link}
    sections = parts(context, "disclosure", (("quyen", "right", True),), **values)
    return Page(
        at,
        "cong-khai/*",
        title=view.disclosure.title,
        description=phrase("site.disclosure_ended_about"),
        lead=context.templates.render("disclosure/ended.html.j2", **values),
        sections=close(context, at, meta, sections),
        sources=(source.path,),
        listed=False,
    )


def _view(context: SiteContext, source: Source, shown: Visibility, hung: tuple[Hanging, ...]) -> DisclosureView:
    office, at = context.office, source.key.office
    item: Disclosure = source.record
    full = shown is Visibility.FULL
    return DisclosureView(
        disclosure=item,
        link=link(source),
        unit=link(office.get("unit", item.unit, at)),
        clause=clause(item.category),
        ended=item.until is not None and item.until < office.day,
        limited=not full,
        summary=item.summary if full else "",
        places=tuple(link(office.get("board", board, at)) for board in item.list.places) if item.list else (),
        tables=item.tables if full else (),
        basis=cite_all(context, item.basis, at),
        files=file_links(item.files) if full else (),
        hangings=hanging_rows(hung, office.day),
    )
