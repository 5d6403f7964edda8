"""Boards: where they are, and what hangs on each today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.boards import Hanging, by_board, postings
from congkhai.derive.publication import has_page
from congkhai.derive.round import Errand, rounds
from congkhai.model.posting import Board, BoardKind
from congkhai.render.round_words import chore_text, number_text, title_text, why_text
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.hangings import HangingRow, hanging_rows
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("bang-tin", "board", "boards", "api/v1/board.json")


@dataclass(frozen=True, slots=True)
class ErrandView:
    """One thing to do on a board: what, with which paper, why; the pages of the posting and of the record."""

    chore: str
    tone: str
    title: str
    why: str
    posting: Link | None
    item: Link | None


@dataclass(frozen=True, slots=True)
class BoardView:
    """A board with what hangs there on the day, and what its keeper has to do. `urgent` is how much of it today."""

    board: Board
    link: Link
    unit: Link
    keeper: PersonView | None
    hangings: tuple[HangingRow, ...]
    errands: tuple[ErrandView, ...]
    urgent: int


def pages(context: SiteContext) -> Iterator[Page]:
    """All boards, and a page for each."""
    hung = by_board(postings(context.office))
    sources = context.office.repository.all("board")
    offices = sorted({source.key.office for source in sources})
    walked = [one for at in offices for one in rounds(context.office, context.copies, at)]
    errands = {one.board.key: one.errands for one in walked}
    views = {
        source.key: _view(context, source, hung.get(source.key, ()), errands.get(source.key, ())) for source in sources
    }
    yield _index(context, sources, list(views.values()))
    for source in sources:
        yield _page(context, source, views[source.key])


def _index(context: SiteContext, sources: tuple[Source, ...], views: list[BoardView]) -> Page:
    kinds = list(BoardKind)
    ordered = sorted(views, key=lambda v: kinds.index(v.board.kind))
    return index_page(context, _PAGES, sources, boards=ordered, day=context.office.day)


def _page(context: SiteContext, source: Source, view: BoardView) -> Page:
    board = view.board
    wanted = (
        ("viec-can-lam", "errands", view.errands),
        ("dang-niem-yet", "now", True),
        ("gian-doan", "outages", board.outages),
    )
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        day=context.office.day,
        title=board.name,
        description=f"{board.kind.label}. {board.address}.",
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(board.kind.label, board.address),
            names=(board.kind.label,),
            units=(view.unit.title,),
            facts=(board.address, phrase("site.hanging_count", n=len(view.hangings))),
        ),
    )


def _view(context: SiteContext, source: Source, hung: tuple[Hanging, ...], errands: tuple[Errand, ...]) -> BoardView:
    office, at = context.office, source.key.office
    board: Board = source.record
    keeper = person(office.get("official", board.keeper, at)) if board.keeper else None
    unit = link(office.get("unit", board.unit, at))
    return BoardView(
        board=board,
        link=link(source),
        unit=unit,
        keeper=keeper,
        hangings=hanging_rows(hung, office.day),
        errands=tuple(_errand(context, errand) for errand in errands),
        urgent=sum(errand.chore.now for errand in errands),
    )


def _errand(context: SiteContext, errand: Errand) -> ErrandView:
    office = context.office
    item = errand.item if errand.item and has_page(errand.item, office.day) else None
    return ErrandView(
        chore=chore_text(errand.chore),
        tone="warn" if errand.chore.now else "muted",
        title=title_text(errand, office),
        why=why_text(errand),
        posting=Link(number_text(errand), address(errand.hanging.posting)) if errand.hanging else None,
        item=link(item) if item else None,
    )
