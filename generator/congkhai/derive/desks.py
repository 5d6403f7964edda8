"""Where an office takes dossiers in, and who settles complaints about them: its local facts, turned round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from congkhai.derive.local_facts import LocalFacts, local_facts
from congkhai.derive.office import Office
from congkhai.model.procedure import Procedure
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class Scope:
    """Procedures of one field; `whole` says that they are all of the field's."""

    field: Source
    procedures: tuple[Source, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter: its name, where it stands, who sits there, and for what."""

    counter: str
    address: str
    receiving: tuple[Source, ...]
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Settler:
    """An official who settles complaints, and about what."""

    official: Source
    scopes: tuple[Scope, ...]


def desks(office: Office, at: str = "") -> tuple[Desk, ...]:
    """The counters of an office, in the order of its fields."""
    found: dict[tuple[str, str], list[tuple[Source, LocalFacts]]] = {}
    for procedure, local in _local(office, at):
        if local.counter and local.receiving:
            found.setdefault((local.counter, local.address), []).append((procedure, local))
    fields = _by_field(office, at)
    return tuple(
        Desk(
            counter,
            address,
            tuple({o.key: o for _, local in rows for o in local.receiving}.values()),
            _scopes(office, [procedure for procedure, _ in rows], fields, at),
        )
        for (counter, address), rows in found.items()
    )


def settlers(office: Office, at: str = "") -> tuple[Settler, ...]:
    """Who settles complaints about the procedures of an office: who settles most of them first."""
    found: dict[Key, tuple[Source, list[Source]]] = {}
    for procedure, local in _local(office, at):
        if local.complaints:
            found.setdefault(local.complaints.key, (local.complaints, []))[1].append(procedure)
    fields = _by_field(office, at)
    ordered = sorted(found.values(), key=lambda pair: -len(pair[1]))
    return tuple(Settler(official, _scopes(office, mine, fields, at)) for official, mine in ordered)


def _local(office: Office, at: str) -> Iterator[tuple[Source, LocalFacts]]:
    for procedure in _in_force(office, at):
        local = local_facts(office, procedure, at)
        if local.sources:
            yield procedure, local


def _in_force(office: Office, at: str) -> list[Source]:
    """The procedures that hold on the day, by the order of their fields."""

    def order(source: Source) -> tuple[int, str, str]:
        field = office.get("field", source.record.field, at)
        return field.record.order, field.id, source.id

    found = []
    for source in office.repository.all("procedure"):
        procedure: Procedure = source.record
        if source.key.office in {"", at} and (procedure.validity is None or procedure.validity.holds(office.day)):
            found.append(source)
    return sorted(found, key=order)


def _by_field(office: Office, at: str) -> Mapping[str, int]:
    """How many procedures each field has."""
    found: dict[str, int] = {}
    for procedure in _in_force(office, at):
        found[procedure.record.field] = found.get(procedure.record.field, 0) + 1
    return found


def _scopes(office: Office, procedures: Iterable[Source], counts: Mapping[str, int], at: str) -> tuple[Scope, ...]:
    found: dict[str, list[Source]] = {}
    for procedure in procedures:
        found.setdefault(procedure.record.field, []).append(procedure)
    return tuple(
        Scope(office.get("field", field, at), tuple(mine), len(mine) == counts[field]) for field, mine in found.items()
    )
