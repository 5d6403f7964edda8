"""Boards: where they are, and what hangs on each today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.boards import Hanging, by_board, postings
from congkhai.model.posting import Board, BoardKind
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.footing import close, index_meta, record_meta
from congkhai.render.site.makers.hangings import HangingRow, hanging_rows
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.parts import parts
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

INDEX = "bang-tin/"


@dataclass(frozen=True, slots=True)
class BoardView:
    """A board with what hangs there on the day."""

    board: Board
    link: Link
    unit: Link
    keeper: PersonView | None
    hangings: tuple[HangingRow, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """All boards, and a page for each."""
    hung = by_board(postings(context.office))
    sources = context.office.repository.all("board")
    views = {source.key: _view(context, source, hung.get(source.key, ())) for source in sources}
    yield _index(context, sources, list(views.values()))
    for source in sources:
        yield _page(context, source, views[source.key])


def _index(context: SiteContext, sources: tuple[Source, ...], views: list[BoardView]) -> Page:
    kinds = list(BoardKind)
    title = phrase("site.boards")
    lead = context.templates.render(
        "board/index.html.j2",
        boards=sorted(views, key=lambda v: kinds.index(v.board.kind)),
        meta=index_meta(context, title, INDEX, sources, "api/v1/board.json"),
        base=base_of(INDEX),
        day=context.office.day,
    )
    return Page(
        INDEX,
        "bang-tin",
        title=title,
        description=phrase("site.boards_about"),
        lead=lead,
        sources=tuple(source.path for source in sources),
        search=SearchEntry(title),
    )


def _page(context: SiteContext, source: Source, view: BoardView) -> Page:
    board, at = view.board, address(source)
    meta = record_meta(context, source)
    values = {
        "view": view,
        "meta": meta,
        "base": base_of(at),
        "index": Link(phrase("site.boards"), INDEX),
        "day": context.office.day,
    }
    sections = parts(context, "board", (("dang-niem-yet", "now", True),), **values)
    return Page(
        at,
        "bang-tin/*",
        title=board.name,
        description=f"{board.kind.label}. {board.address}.",
        lead=context.templates.render("board/page.html.j2", **values),
        sections=close(context, at, meta, sections),
        sources=(source.path,),
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(board.kind.label, board.address),
            names=(board.kind.label,),
            units=(view.unit.title,),
            facts=(board.address, phrase("site.hanging_count", n=len(view.hangings))),
        ),
    )


def _view(context: SiteContext, source: Source, hung: tuple[Hanging, ...]) -> BoardView:
    office, at = context.office, source.key.office
    board: Board = source.record
    keeper = person(office.get("official", board.keeper, at)) if board.keeper else None
    unit = link(office.get("unit", board.unit, at))
    return BoardView(board, link(source), unit, keeper, hanging_rows(hung, office.day))
