"""What an office adds to a procedure: counter, people, whom to complain to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congkhai.derive.office import Office
from congkhai.model.procedure import Procedure
from congkhai.model.service import Service
from congkhai.source.fact import timeless
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class LocalFacts:
    """Local facts of one procedure; `sources` are the records that they were taken from."""

    counter: str | None
    address: str
    unit: Source | None
    receiving: tuple[Source, ...]
    complaints: Source | None
    notes: tuple[str, ...]
    sources: tuple[Source, ...]


def local_facts(office: Office, procedure: Source, at: str = "") -> LocalFacts:
    """Join the service records of a procedure and of its field; the more exact wins fact by fact.

    `at` is the office whose overlay is wanted; empty for the office of the site.
    """
    record: Procedure = procedure.record
    found = (*_services(office, at, f"procedure {procedure.id}"), *_services(office, at, f"field {record.field}"))
    services: list[Service] = [s.record for s in found]

    def first(name: str) -> str | None:
        return next((value for s in services if (value := getattr(s, name))), None)

    unit, complaints = first("unit"), first("complaints")
    receiving = next((s.receiving for s in services if s.receiving), ())
    return LocalFacts(
        counter=first("counter"),
        address=first("address") or office.site.address,
        unit=office.get("unit", unit, at) if unit else None,
        receiving=tuple(office.get("official", id, at) for id in receiving),
        complaints=office.get("official", complaints, at) if complaints else None,
        notes=tuple(s.note for s in services if s.note),
        sources=found,
    )


@timeless
def _services(office: Office, at: str, target: str) -> tuple[Source, ...]:
    return _by_target(office, at).get(target, ())


@timeless
def _by_target(office: Office, at: str) -> Mapping[str, tuple[Source, ...]]:
    """The service records of an office by the procedure, else the field, that they are for."""
    found: dict[str, list[Source]] = {}
    for source in office.repository.all("service"):
        if source.key.office == at:
            service: Service = source.record
            target = f"field {service.field}" if service.procedure is None else f"procedure {service.procedure}"
            found.setdefault(target, []).append(source)
    return {target: tuple(sources) for target, sources in found.items()}
