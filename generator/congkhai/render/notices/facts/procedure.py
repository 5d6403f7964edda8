"""The sheet of one procedure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.local_facts import LocalFacts, local_facts
from congkhai.derive.office import Office
from congkhai.model.procedure import Procedure
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.handing_in import CaseFact, ChannelFact, case_facts, channel_facts
from congkhai.render.notices.facts.identity import Identity, Person, hotline, identity, person
from congkhai.render.notices.facts.wording import citation, citations, opening_hours
from congkhai.render.notices.text import CannotPrint, UpTo, paragraphs
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class StepFact:
    """One step, in paragraphs."""

    text: Annotated[tuple[str, ...], UpTo(5000)]


@dataclass(frozen=True, slots=True)
class ProcedureFacts:
    """What the sheet of a procedure says, in the order in which people ask."""

    office: Identity
    code: str
    name: Annotated[str, UpTo(600)]
    field: str
    audience: tuple[str, ...]
    summary: str
    channels: tuple[ChannelFact, ...]
    counter: str
    address: str
    hours: tuple[str, ...]
    receiving: tuple[Person, ...]
    complaints: Person
    hotline: str
    notes: Annotated[tuple[str, ...], UpTo(1000)]
    cases: tuple[CaseFact, ...]
    steps: tuple[StepFact, ...]
    result: Annotated[tuple[str, ...], UpTo(1000)]
    conditions: Annotated[tuple[str, ...], UpTo(20000)]
    executing: tuple[str, ...]
    deciding: str
    authorised: str
    coordinating: tuple[str, ...]
    basis: tuple[str, ...]
    announced: str


def draft(office: Office, source: Source) -> Draft | None:
    """The sheet of a procedure that is in force on the day."""
    procedure: Procedure = source.record
    if procedure.validity is not None and not procedure.validity.holds(office.day):
        return None
    local = local_facts(office, source, source.key.office)
    ends = [procedure.validity.end if procedure.validity else None]
    ends += [
        o.record.term.end
        for o in (*local.receiving, *([local.complaints] if local.complaints else []))
        if o.record.term
    ]
    return of_record(
        source,
        phrase("notice_procedure.title", name=procedure.name, code=procedure.code),
        f"TT {procedure.code}",
        partial(facts, office, source, local),
        also=(*local.sources, *local.receiving, *([local.complaints] if local.complaints else [])),
        dated=procedure.validity.start if procedure.validity else None,
        ends=tuple(ends),
    )


def facts(office: Office, source: Source, local: LocalFacts) -> ProcedureFacts:
    """Gather what the sheet prints. Raises CannotPrint when nobody receives or nobody settles complaints."""
    procedure: Procedure = source.record
    at = source.key.office
    if not local.receiving:
        raise CannotPrint("service.receiving", phrase("refusals.no_receiver"))
    if local.complaints is None:
        raise CannotPrint("service.complaints", phrase("refusals.no_complaints"))
    call = hotline(office, at)
    return ProcedureFacts(
        office=identity(office, at),
        code=procedure.code,
        name=procedure.name,
        field=office.get("field", procedure.field, at).record.name,
        audience=tuple(a.label for a in procedure.audience),
        summary=procedure.summary or "",
        channels=channel_facts(office, procedure.channels, at),
        counter=local.counter or "",
        address=local.address,
        hours=opening_hours(office.site.hours),
        receiving=tuple(person(o) for o in local.receiving),
        complaints=person(local.complaints, call),
        hotline=call,
        notes=local.notes,
        cases=case_facts(procedure.cases),
        steps=tuple(StepFact(paragraphs(step)) for step in procedure.steps),
        result=procedure.result,
        conditions=paragraphs(procedure.conditions),
        executing=procedure.executing,
        deciding=procedure.deciding,
        authorised=procedure.authorised or "",
        coordinating=procedure.coordinating,
        basis=citations(office, procedure.basis, at),
        announced=citation(office, procedure.announced_by, at)
        if procedure.announced_by
        else procedure.announced_note or "",
    )
