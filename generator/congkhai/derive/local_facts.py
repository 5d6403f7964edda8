"""What an office adds to a procedure: counter, people, whom to complain to."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.derive.office import Office
from congkhai.model.procedure import Procedure
from congkhai.model.service import Service
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
    exact: list[Source] = []
    general: list[Source] = []
    for source in office.repository.all("service"):
        if source.key.office != at:
            continue
        service: Service = source.record
        if service.procedure == procedure.id:
            exact.append(source)
        elif service.field == record.field and service.procedure is None:
            general.append(source)
    found = tuple(exact + general)
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
