"""The reception board: calendar, receivers, hotline, who settles complaints and the rules, on one sheet.

Law 42/2013/QH13, Articles 19(1) and 24(2): the rules, the way of a complaint, place, time and receivers are posted at
the place of reception.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from congkhai.catalogue import phrase
from congkhai.derive.desks import settlers
from congkhai.derive.office import Office
from congkhai.model.contact import Contact, ContactKind
from congkhai.render.notices.facts import reception
from congkhai.render.notices.facts.draft import Draft
from congkhai.render.notices.facts.identity import Identity, hotline
from congkhai.render.notices.facts.reception import ReceptionFacts
from congkhai.render.notices.facts.settlers import SettlerFact, settler_facts
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class CallFact:
    """A number to call."""

    name: str
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """What the board says."""

    office: Identity
    calendar: ReceptionFacts
    hotline: str
    calls: tuple[CallFact, ...]
    settlers: tuple[SettlerFact, ...]


def draft(office: Office, source: Source) -> Draft | None:
    """The board of a calendar that has a poster."""
    poster = reception.draft(office, source)
    if poster is None:
        return None
    people = tuple(settler.official for settler in settlers(office, source.key.office))
    return replace(
        poster,
        file=f"{poster.page.rstrip('/')}-bang",
        title=phrase("notice_board.title", title=poster.title),
        sources=(*poster.sources, *people, *_lines(office, source.key.office)),
        facts=partial(facts, office, source),
        ends=(*poster.ends, *(person.record.term.end for person in people if person.record.term)),
    )


def facts(office: Office, source: Source) -> BoardFacts:
    """Gather the board."""
    at = source.key.office
    calendar = reception.facts(office, source)
    return BoardFacts(
        office=calendar.office,
        calendar=calendar,
        hotline=hotline(office, at),
        calls=tuple(_call(line.record) for line in _lines(office, at)),
        settlers=settler_facts(office, settlers(office, at), at),
    )


def _lines(office: Office, at: str) -> tuple[Source, ...]:
    """The hotlines."""
    return tuple(
        source
        for source in office.repository.all("contact")
        if source.key.office in {"", at} and source.record.kind is ContactKind.HOTLINE and source.record.phone
    )


def _call(contact: Contact) -> CallFact:
    return CallFact(contact.name, contact.phone or "", contact.hours or "")
