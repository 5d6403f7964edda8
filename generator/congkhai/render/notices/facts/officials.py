"""The poster of counters and of the people in office: name, title, work, phone (Law 10/2022/QH15, Article 11(4))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from congkhai.catalogue import phrase
from congkhai.derive.desks import Desk, desks
from congkhai.derive.office import Office
from congkhai.model.official import Official, Role
from congkhai.render.notices.facts.draft import Draft, of_collection, offices_with
from congkhai.render.notices.facts.identity import Identity, Person, identity, person
from congkhai.render.notices.facts.settlers import scope_names
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class OfficialFact:
    """One official as the law makes him or her public."""

    name: str
    title: str
    duties: tuple[str, ...]
    phone: str


@dataclass(frozen=True, slots=True)
class UnitFact:
    """The officials of one unit, its head first."""

    name: str
    officials: tuple[OfficialFact, ...]


@dataclass(frozen=True, slots=True)
class CounterFact:
    """A counter: who sits there, and for which fields or procedures."""

    name: str
    address: str
    receiving: tuple[Person, ...]
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficialsFacts:
    """What the poster says: first where to go, then who is who."""

    office: Identity
    counters: tuple[CounterFact, ...]
    units: tuple[UnitFact, ...]


def drafts(office: Office) -> Iterator[Draft]:
    """One poster for each office that has officials in post on the day."""
    for at in offices_with(office, "official"):
        sources = in_post(office, at)
        if sources:
            title, found = phrase("notice_officials.title"), partial(facts, office, sources, at)
            ends = tuple(s.record.term.end for s in sources if s.record.term)
            yield of_collection("official", at, "danh-sach", title, "CB", sources, found, ends=ends)


def in_post(office: Office, at: str) -> tuple[Source, ...]:
    """The officials whose term holds the day, by rank and then by file."""
    order = list(Role)
    found = [
        source
        for source in office.repository.all("official")
        if source.key.office == at and (source.record.term is None or source.record.term.holds(office.day))
    ]
    return tuple(sorted(found, key=lambda s: order.index(s.record.role)))


def facts(office: Office, sources: tuple[Source, ...], at: str) -> OfficialsFacts:
    """Gather the poster: units in the order of the rank of their heads."""
    units: dict[str, list[OfficialFact]] = {}
    for source in sources:
        units.setdefault(source.record.unit, []).append(_official(source.record))
    return OfficialsFacts(
        office=identity(office, at),
        counters=tuple(_counter(desk) for desk in desks(office, at)),
        units=tuple(UnitFact(office.unit(id, at).name, tuple(group)) for id, group in units.items()),
    )


def _counter(desk: Desk) -> CounterFact:
    receiving = tuple(person(source) for source in desk.receiving)
    return CounterFact(desk.counter, desk.address, receiving, scope_names(desk.scopes))


def _official(official: Official) -> OfficialFact:
    return OfficialFact(official.name, official.title, official.duties, official.phone or "")
