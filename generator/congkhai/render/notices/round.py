"""The keeper's round on paper: a list to tick off. It hangs nowhere, so no ledger knows it and it bears no code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.derive.round import BoardRound, Errand, to_print
from congkhai.model.calendar import long_date
from congkhai.model.kinds import KINDS
from congkhai.model.posting import Board
from congkhai.render.notices.facts.identity import Identity, identity, office_unit
from congkhai.render.notices.notice import Imprint, Notice, NoticeName, Paper, Standard
from congkhai.render.notices.text import UpTo, printable, settled
from congkhai.render.notices.wall import Drawn
from congkhai.render.round_words import chore_text, number_text, title_text, why_text
from congkhai.source.repository import Key


@dataclass(frozen=True, slots=True)
class ErrandFact:
    """A line of the list."""

    chore: str
    number: str
    title: Annotated[str, UpTo(600)]
    why: str


@dataclass(frozen=True, slots=True)
class BoardFact:
    """A board with its lines."""

    name: str
    address: str
    keeper: str
    errands: Annotated[tuple[ErrandFact, ...], UpTo(items=2000)]


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What the list says. `idle` names the boards at which nothing is to be done."""

    office: Identity
    day: str
    boards: tuple[BoardFact, ...]
    idle: tuple[str, ...]


def round_notice(office: Office, rounds: tuple[BoardRound, ...], at: str = "") -> Notice:
    """The list of a day, ready to be printed. Raises CannotPrint for a text that paper cannot show."""
    title = phrase("notice_round.title", day=long_date(office.day))
    page = f"{at}/" * bool(at) + f"{KINDS['board'].slug}/"
    facts = RoundFacts(
        office=identity(office, at),
        day=long_date(office.day),
        boards=tuple(_board(office, one, at) for one in rounds if one.errands),
        idle=tuple(one.board.record.name for one in rounds if not one.errands),
    )
    series = f"{page}viec-can-lam"
    return Notice(
        name=NoticeName("round", Key("board", "", at), Paper.A4, f"in/{series}.pdf", series),
        template="round",
        standard=Standard.PLAIN,
        imprint=Imprint(
            title=printable(title, "title"),
            number="",
            site=office.site.url.rstrip("/") + "/",
            page=page,
            dated=office.day,
            review=office.day,
            colour=office.site.primary_color,
            office=printable(office_unit(office, at).record.name, "office"),
            sample=office.site.sample,
        ),
        facts=settled(facts),
        code="",
        sources=(),
    )


def _board(office: Office, one: BoardRound, at: str) -> BoardFact:
    board: Board = one.board.record
    keeper = office.official(board.keeper, at) if board.keeper else None
    return BoardFact(
        name=board.name,
        address=board.address,
        keeper=" – ".join(part for part in (keeper.name, keeper.phone) if part) if keeper else "",
        errands=tuple(
            ErrandFact(chore_text(e.chore), number_text(e), title_text(e, office), why_text(e)) for e in one.errands
        ),
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper to take along: for which board, which errand, and the notice; None when the office prints none."""

    board: str
    errand: Errand
    notice: Notice | None


def sheets(drawn: Drawn, rounds: Iterable[BoardRound]) -> Iterator[Sheet]:
    """Exactly the papers that must be printed for a round, board by board, each once a board."""
    for one in rounds:
        seen: set[str] = set()
        for errand in to_print(one):
            notice = _notice(drawn, errand)
            if notice and notice.address in seen:
                continue
            seen |= {notice.address} if notice else set()
            yield Sheet(one.board.record.name, errand, notice)


def _notice(drawn: Drawn, errand: Errand) -> Notice | None:
    """The version of the day, on the paper that hung before or else on the smallest."""
    if errand.now:
        found = [notice for notice in drawn.notices if notice.name.series == errand.now.series]
    elif errand.item:
        key = errand.item.key
        own = [notice for notice in drawn.notices if notice.name.key == key]
        found = own or [notice for notice in drawn.notices if notice.name.key == Key(key.kind, "", key.office)]
    else:
        found = []
    hung = {one.file for one in errand.hanging.posting.record.files} if errand.hanging else set()
    return next((notice for notice in found if notice.address in hung), found[0] if found else None)
