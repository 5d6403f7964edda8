"""The poster of the officials who settle complaints, and where a complaint is handed in.

Decree 63/2010/NĐ-CP and plan 83/KH-UBND of 2014 of Đồng Tháp want name and post on the wall, not the office alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from congkhai.catalogue import phrase
from congkhai.derive.desks import Scope, Settler, settlers
from congkhai.derive.office import Office
from congkhai.model.reception import Reception
from congkhai.render.notices.facts.draft import Draft, of_collection
from congkhai.render.notices.facts.identity import Identity, Person, hotline, identity, person
from congkhai.render.notices.facts.wording import hours, weekdays
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class SettlerFact:
    """One official; `scopes` are the fields, or the single procedures, about which complaints are settled."""

    person: Person
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """Where a complaint is handed in, and when."""

    place: str
    hours: tuple[str, ...]
    phone: str


@dataclass(frozen=True, slots=True)
class SettlersFacts:
    """What the poster says."""

    office: Identity
    settlers: tuple[SettlerFact, ...]
    places: tuple[PlaceFact, ...]
    hotline: str


def drafts(office: Office) -> Iterator[Draft]:
    """One poster for each office that has named who settles complaints."""
    for at in sorted({source.key.office for source in office.repository.all("service") if source.record.complaints}):
        found = settlers(office, at)
        officials = tuple(settler.official for settler in found)
        yield of_collection(
            "contact",
            at,
            "giai-quyet-khieu-nai",
            phrase("notice_settlers.title"),
            "KN",
            (*officials, *places(office, at)),
            partial(facts, office, found, at),
            ends=tuple(source.record.term.end for source in officials if source.record.term),
        )


def facts(office: Office, found: tuple[Settler, ...], at: str) -> SettlersFacts:
    """Gather the poster: who settles most comes first."""
    call = hotline(office, at)
    return SettlersFacts(
        office=identity(office, at),
        settlers=settler_facts(office, found, at),
        places=tuple(dict.fromkeys(_place(source.record, call) for source in places(office, at))),
        hotline=call,
    )


def settler_facts(office: Office, found: tuple[Settler, ...], at: str) -> tuple[SettlerFact, ...]:
    """Each official with the names of what he or she settles."""
    call = hotline(office, at)
    return tuple(SettlerFact(person(one.official, call), scope_names(one.scopes)) for one in found)


def scope_names(scopes: tuple[Scope, ...]) -> tuple[str, ...]:
    """The name of a field, or of each procedure where it is not the whole field."""
    names: list[str] = []
    for scope in scopes:
        names += [scope.field.record.name] if scope.whole else [p.record.name for p in scope.procedures]
    return tuple(names)


def places(office: Office, at: str) -> tuple[Source, ...]:
    """The calendars of reception that hold on the day: complaints are handed in where citizens are received."""
    return tuple(
        source
        for source in office.repository.all("reception")
        if source.key.office in {"", at} and source.record.period.holds(office.day)
    )


def _place(reception: Reception, call: str) -> PlaceFact:
    opening = (f"{weekdays(regular.days)}: {hours(regular.hours)}" for regular in reception.regular)
    return PlaceFact(reception.place, tuple(opening), reception.phone or call)
