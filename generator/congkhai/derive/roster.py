"""Who works where, and on what: officials by unit, procedures by unit and by person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from congkhai.derive.local_facts import local_facts
from congkhai.derive.office import Office
from congkhai.model.official import Official, Role
from congkhai.model.procedure import Procedure
from congkhai.source.fact import fact
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class Workload:
    """Procedures in force by the unit that settles them, the officials who receive them, and who hears complaints."""

    settled: Mapping[Key, tuple[Source, ...]]
    received: Mapping[Key, tuple[Source, ...]]
    complaints: Mapping[Key, tuple[Source, ...]]


@fact
def workload(office: Office) -> Workload:
    """What the local facts of all procedures in force say, turned round; procedures in the order of their files."""
    settled: dict[Key, list[Source]] = {}
    received: dict[Key, list[Source]] = {}
    complaints: dict[Key, list[Source]] = {}
    for source in office.repository.all("procedure"):
        hands = hands_of(office, source)
        if hands is None:
            continue
        unit, person, receiving = hands
        if unit:
            settled.setdefault(unit, []).append(source)
        if person:
            complaints.setdefault(person, []).append(source)
        for one in receiving:
            received.setdefault(one, []).append(source)
    return Workload(_frozen(settled), _frozen(received), _frozen(complaints))


@fact
def hands_of(office: Office, source: Source) -> tuple[Key | None, Key | None, tuple[Key, ...]] | None:
    """Who settles a procedure, who hears complaints, who receives it; None when it is not in force."""
    procedure: Procedure = source.record
    if procedure.validity and not procedure.validity.holds(office.day):
        return None
    facts = local_facts(office, source)
    return (
        facts.unit.key if facts.unit else None,
        facts.complaints.key if facts.complaints else None,
        tuple(person.key for person in facts.receiving),
    )


def in_office(source: Source, office: Office) -> bool:
    """Say whether an official holds the post on the day."""
    official: Official = source.record
    return official.term is None or official.term.holds(office.day)


def has_left(source: Source, office: Office) -> bool:
    """Say whether an official's term is over on the day."""
    official: Official = source.record
    end = official.term.end if official.term else None
    return end is not None and end < office.day


def officials_by_unit(office: Office) -> Mapping[Key, tuple[Source, ...]]:
    """The officials of each unit who are in office on the day: by role, then in the order of their files."""
    found: dict[Key, list[Source]] = {}
    for source in office.repository.all("official"):
        if in_office(source, office):
            found.setdefault(office.get("unit", source.record.unit, source.key.office).key, []).append(source)
    return {key: by_role(people) for key, people in found.items()}


def by_role(people: Iterable[Source]) -> tuple[Source, ...]:
    """Officials by the rank of their role."""
    roles = list(Role)
    return tuple(sorted(people, key=lambda s: roles.index(s.record.role)))


def _frozen(groups: Mapping[Key, list[Source]]) -> Mapping[Key, tuple[Source, ...]]:
    return {key: tuple(sources) for key, sources in groups.items()}
