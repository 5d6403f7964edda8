"""What an office made public in a quarter, in which forms and when (Law 10/2022/QH15, Article 13(2))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from congkhai.derive.boards import Hanging, postings
from congkhai.derive.duties.reckoning import quarters
from congkhai.derive.office import Office
from congkhai.derive.publication import has_page
from congkhai.model.calendar import Period
from congkhai.source.repository import Key, Source

#: Kinds whose records say on which day they were put on the site.
_DATED = ("disclosure", "budget")


@dataclass(frozen=True, slots=True)
class Published:
    """One item. `web` is the day on which the site got it, if that lies in the quarter; the postings began in it."""

    item: Source
    web: date | None
    hangings: tuple[Hanging, ...]

    @property
    def first(self) -> date:
        """The first day of any form in the quarter."""
        return min([hanging.window.first for hanging in self.hangings] + ([self.web] if self.web else []))


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year, and whether it is over on the day."""

    year: int
    number: int
    first: date
    last: date
    closed: bool

    @property
    def roman(self) -> str:
        """`IV`, as quarters are written."""
        return ("I", "II", "III", "IV")[self.number - 1]


def quarters_told(office: Office, at: str) -> Iterator[Quarter]:
    """The quarters of which the records tell, the running one first."""
    begins = min(_days(office, at), default=None)
    for term in quarters(office.day):
        if begins is None or term.last < begins:
            return
        number = (term.last.month + 2) // 3
        yield Quarter(term.last.year, number, term.first, term.last, term.last < office.day)


def published(office: Office, at: str, quarter: Quarter) -> tuple[Published, ...]:
    """Everything made public in a quarter up to the day, by its first day. What may not be named is left out."""
    span = Period(start=quarter.first, end=min(quarter.last, office.day))
    hung: dict[Key, list[Hanging]] = {}
    items: dict[Key, Source] = {}
    for hanging in postings(office):
        item = hanging.item
        if hanging.posting.key.office == at and item and span.holds(hanging.window.first):
            hung.setdefault(item.key, []).append(hanging)
            items[item.key] = item
    for kind in _DATED:
        for source in office.repository.all(kind):
            if source.key.office == at and span.holds(source.record.published):
                items[source.key] = source
    found = [
        Published(item, _on_web(item, span), tuple(reversed(hung.get(key, []))))
        for key, item in items.items()
        if has_page(item, office.day)
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.item.kind.name, one.item.id)))


def _on_web(item: Source, span: Period) -> date | None:
    day: date | None = getattr(item.record, "published", None) if item.kind.name in _DATED else None
    return day if day and span.holds(day) else None


def _days(office: Office, at: str) -> Iterator[date]:
    for kind in _DATED:
        yield from (s.record.published for s in office.repository.all(kind) if s.key.office == at)
    yield from (s.record.start for s in office.repository.all("posting") if s.key.office == at)
