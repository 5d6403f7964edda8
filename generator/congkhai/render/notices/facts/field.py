"""The list of the procedures of a field or of the whole office, in the seven columns of the annex to an announcing
decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.local_facts import local_facts
from congkhai.derive.office import Office
from congkhai.derive.time_words import time_words
from congkhai.model.procedure import Channel, Procedure
from congkhai.render.notices.facts.draft import Draft, Drafts, of_collection, of_record, offices_with
from congkhai.render.notices.facts.handing_in import fee_facts
from congkhai.render.notices.facts.identity import Identity, identity
from congkhai.render.notices.facts.wording import citations
from congkhai.render.notices.text import UpTo
from congkhai.source.fact import fact
from congkhai.source.repository import Key, Source


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
class ListedField:
    """A field in the list of an office, which has its next `count` rows."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What the list says of a field, or of all `fields` of an office one after another; `field` is empty then."""

    office: Identity
    field: str
    procedures: Annotated[tuple[ListedProcedure, ...], UpTo(items=None)]
    fields: Annotated[tuple[ListedField, ...], UpTo(items=None, later=True)] = ()


def draft(office: Office, source: Source) -> Draft | None:
    """The list of a field that has procedures in force on the day."""
    procedures = of_field(office, source)
    if not procedures:
        return None
    title = phrase("notice_field.title", field=source.record.name)
    found = partial(_facts, office, source.key.office, [(source, procedures)], source.record.name)
    return of_record(source, title, f"DM {source.id}", found, procedures, ends=_ends(procedures))


def _draft_all(office: Office, at: str) -> Iterator[Draft]:
    """The list of all fields of an office that have procedures in force on the day."""
    held = [(one, found) for one in in_order(office, at) if (found := of_field(office, one))]
    procedures = tuple(one for _, found in held for one in found)
    if procedures:
        yield of_collection(
            "procedure",
            at,
            "danh-muc",
            phrase("notice_field.title_all"),
            "DM",
            (*(one for one, _ in held), *procedures),
            partial(_facts, office, at, held),
            ends=_ends(procedures),
        )


#: The lists of all fields, one for each office that has fields of its own.
OF_ALL = Drafts(lambda office: offices_with(office, "field"), _draft_all)


def in_order(office: Office, at: str | None = None) -> tuple[Source, ...]:
    """The fields in their own order: all, or those of the office `at`."""
    fields = (one for one in office.repository.all("field") if at is None or one.key.office == at)
    return tuple(sorted(fields, key=lambda s: (s.record.order, s.id)))


def _ends(procedures: Iterable[Source]) -> tuple[date | None, ...]:
    return tuple(p.record.validity.end for p in procedures if p.record.validity)


@fact
def of_field(office: Office, field: Source) -> tuple[Source, ...]:
    """The procedures of a field that are in force on the day, by code: those that its page lists."""
    return tuple(sorted(_in_force(office).get(field.key, ()), key=lambda s: (s.id, s.key.office)))


@fact
def _in_force(office: Office) -> Mapping[Key, tuple[Source, ...]]:
    """The procedures in force by their field."""
    found: dict[Key, list[Source]] = {}
    for source in office.repository.all("procedure"):
        field = _field(office, source)
        if field:
            found.setdefault(field, []).append(source)
    return {key: tuple(sources) for key, sources in found.items()}


@fact
def _field(office: Office, source: Source) -> Key | None:
    """The field of a procedure that is in force; None for any other."""
    record: Procedure = source.record
    if record.validity is not None and not record.validity.holds(office.day):
        return None
    return office.get("field", record.field, source.key.office).key


def _facts(office: Office, at: str, held: Iterable[tuple[Source, tuple[Source, ...]]], field: str = "") -> FieldFacts:
    """Gather the list of one field, which it names, or of several."""
    rows = tuple(_row(office, p, p.key.office or at) for _, procedures in held for p in procedures)
    fields = () if field else tuple(ListedField(one.record.name, len(procedures)) for one, procedures in held)
    return FieldFacts(identity(office, at), field, rows, fields)


@fact
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
