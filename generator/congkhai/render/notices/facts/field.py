"""The list of the procedures of a field, in the seven columns of the annex to an announcing decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.local_facts import local_facts
from congkhai.derive.office import Office
from congkhai.derive.time_words import time_words
from congkhai.model.procedure import Channel, Procedure
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.handing_in import fee_facts
from congkhai.render.notices.facts.identity import Identity, identity
from congkhai.render.notices.facts.wording import citations
from congkhai.render.notices.text import UpTo
from congkhai.source.fact import fact
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class ByChannel:
    """Something that holds for some ways to hand in; `channels` is empty when it holds for all."""

    channels: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedProcedure:
    """One row of the list."""

    code: str
    name: str
    time_limits: tuple[ByChannel, ...]
    counter: str
    address: str
    channels: str
    fees: tuple[ByChannel, ...]
    basis: tuple[str, ...]
    executing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What the list of a field says."""

    office: Identity
    field: str
    procedures: Annotated[tuple[ListedProcedure, ...], UpTo(items=600)]


def draft(office: Office, source: Source) -> Draft | None:
    """The list of a field that has procedures in force on the day."""
    procedures = of_field(office, source)
    if not procedures:
        return None
    title = phrase("notice_field.title", field=source.record.name)
    found = partial(facts, office, source, procedures)
    ends = tuple(p.record.validity.end for p in procedures if p.record.validity)
    return of_record(source, title, f"DM {source.id}", found, procedures, ends=ends)


@fact
def of_field(office: Office, field: Source) -> tuple[Source, ...]:
    """The procedures of a field that are in force on the day, by code."""
    found = [one for one in _in_force(office).get(field.id, ()) if one.key.office in {"", field.key.office}]
    return tuple(sorted(found, key=lambda s: s.id))


@fact
def _in_force(office: Office) -> Mapping[str, tuple[Source, ...]]:
    """The procedures in force by the id of their field."""
    found: dict[str, list[Source]] = {}
    for source in office.repository.all("procedure"):
        id_ = _field(office, source)
        if id_:
            found.setdefault(id_, []).append(source)
    return {id_: tuple(sources) for id_, sources in found.items()}


@fact
def _field(office: Office, source: Source) -> str:
    """The field of a procedure that is in force; empty for any other."""
    record: Procedure = source.record
    return record.field if record.validity is None or record.validity.holds(office.day) else ""


def facts(office: Office, field: Source, procedures: Iterable[Source]) -> FieldFacts:
    """Gather the list."""
    at = field.key.office
    return FieldFacts(identity(office, at), field.record.name, tuple(_row(office, p, at) for p in procedures))


def _row(office: Office, source: Source, at: str) -> ListedProcedure:
    procedure: Procedure = source.record
    local = local_facts(office, source, at)
    channels = procedure.channels
    return ListedProcedure(
        code=procedure.code,
        name=procedure.name,
        time_limits=_by_channel(channels, [(time_words(c),) for c in channels]),
        counter=local.counter or "",
        address=local.address,
        channels=", ".join(c.kind.label[0].lower() + c.kind.label[1:] for c in channels),
        fees=_by_channel(channels, [_fees(office, c, at) for c in channels]),
        basis=citations(office, procedure.basis, at),
        executing=procedure.executing,
    )


def _fees(office: Office, channel: Channel, at: str) -> tuple[str, ...]:
    lines = fee_facts(office, channel, at)
    if not lines:
        return (phrase("notice.free"),)
    return tuple(f"{line.due} ({line.condition})" if line.condition else line.due for line in lines)


def _by_channel(channels: tuple[Channel, ...], values: list[tuple[str, ...]]) -> tuple[ByChannel, ...]:
    groups: dict[tuple[str, ...], list[str]] = {}
    for channel, value in zip(channels, values, strict=True):
        groups.setdefault(value, []).append(channel.kind.label)
    if len(groups) == 1:
        return (ByChannel("", values[0]),)
    return tuple(ByChannel(", ".join(names), value) for value, names in groups.items())
