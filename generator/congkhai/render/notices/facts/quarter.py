"""The list of what was made public in a quarter, with form and time (Law 10/2022/QH15, Article 13(2))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.address import heading
from congkhai.derive.boards import Hanging
from congkhai.derive.office import Office
from congkhai.derive.quarter_list import Published, Quarter, published, quarters_told
from congkhai.model.calendar import short_date
from congkhai.model.posting import BoardKind
from congkhai.render.notices.facts.draft import Draft, of_collection, offices_with
from congkhai.render.notices.facts.identity import Identity, identity
from congkhai.render.notices.facts.posting import Letterhead, letterhead
from congkhai.render.notices.text import UpTo
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class WayFact:
    """One form of making an item public, and when."""

    form: str
    time: str


@dataclass(frozen=True, slots=True)
class RowFact:
    """An item of the list."""

    title: Annotated[str, UpTo(600)]
    kind: str
    document: str
    ways: tuple[WayFact, ...]


@dataclass(frozen=True, slots=True)
class QuarterFacts:
    """What the list says."""

    office: Identity
    head: Letterhead
    summary: str
    rows: Annotated[tuple[RowFact, ...], UpTo(items=2000)]


def drafts(office: Office) -> Iterator[Draft]:
    """A list for every quarter of which the records tell, for each office that keeps a register."""
    for at in offices_with(office, "posting"):
        for quarter in quarters_told(office, at):
            rows = published(office, at, quarter)
            yield of_collection(
                "posting",
                at,
                f"danh-muc-{quarter.year}-quy-{quarter.number}",
                _title(quarter),
                f"DM {quarter.number}/{quarter.year}",
                tuple(_sources(rows)),
                partial(facts, office, at, quarter, rows),
                dated=quarter.last if quarter.closed else quarter.first,
            )


def facts(office: Office, at: str, quarter: Quarter, rows: tuple[Published, ...]) -> QuarterFacts:
    """Gather the list; that of the running quarter is open and bears no day."""
    return QuarterFacts(
        office=identity(office, at),
        head=letterhead(office, at, "DM", None),
        summary=phrase("notice_quarter.about", number=quarter.roman, year=quarter.year)
        + ("" if quarter.closed else " " + phrase("notice_quarter.open")),
        rows=tuple(_row(one) for one in rows),
    )


def _title(quarter: Quarter) -> str:
    return phrase("notice_quarter.title", number=quarter.roman, year=quarter.year)


def _sources(rows: Iterable[Published]) -> Iterator[Source]:
    for one in rows:
        yield one.item
        yield from (hanging.posting for hanging in one.hangings)


def _row(one: Published) -> RowFact:
    document = getattr(one.item.record, "document", None) or getattr(one.item.record, "decision", None)
    return RowFact(heading(one.item), one.item.kind.title, str(document or ""), tuple(_ways(one)))


def _ways(one: Published) -> Iterator[WayFact]:
    on_boards = any(b.record.kind is BoardKind.WEB for hanging in one.hangings for b in hanging.boards)
    if one.web and not on_boards:
        yield WayFact(BoardKind.WEB.label, phrase("notice_quarter.since", day=short_date(one.web)))
    for hanging in one.hangings:
        yield WayFact(_places(hanging), _time(hanging))


def _places(hanging: Hanging) -> str:
    """The sorts of places, with how many of each when there are several."""
    kinds = [board.record.kind for board in hanging.boards]
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    parts = [
        phrase("notice_quarter.several", kind=kind.label, count=count) if count > 1 else kind.label
        for kind, count in counts.items()
    ]
    text = "; ".join(part if number == 0 else part[0].lower() + part[1:] for number, part in enumerate(parts))
    withdrawn = hanging.posting.record.withdrawn
    return f"{text} {phrase('notice_quarter.withdrawn')}" if withdrawn else text


def _time(hanging: Hanging) -> str:
    start, end = hanging.window.first, hanging.posting.record.down or hanging.window.last
    if end is None:
        return phrase("notice_quarter.standing", day=short_date(start))
    return phrase("notice_quarter.span", start=short_date(start), end=short_date(end))
