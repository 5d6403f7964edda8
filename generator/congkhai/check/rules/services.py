"""Local facts: who receives a dossier, and who settles a complaint about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from congkhai.check.rule import Context, Rule, Violations, WholeRule
from congkhai.model.posting import Board, BoardKind, Posting
from congkhai.model.procedure import Procedure
from congkhai.model.service import Service
from congkhai.source.fact import timeless
from congkhai.source.repository import Source


def _neither_or_both(source: Source, _context: Context) -> Violations:
    service: Service = source.record
    if (service.field is None) == (service.procedure is None):
        yield "procedure" if service.procedure else "", {}


@dataclass(slots=True)
class _Named:
    """Whose people are named: pairs of an office and the id of a procedure or of a field."""

    receiving: set[tuple[str, str]] = field(default_factory=set)
    complaints: set[tuple[str, str]] = field(default_factory=set)

    def missing(self, office: str, procedure: Source) -> str:
        """`receiving`, `complaints`, `both`, or an empty text when nothing is missing."""
        record: Procedure = procedure.record
        keys = {(office, f"procedure {procedure.id}"), (office, f"field {record.field}")}
        receiving, complaints = keys & self.receiving, keys & self.complaints
        if not receiving and not complaints:
            return "both"
        return "" if receiving and complaints else "complaints" if receiving else "receiving"


def _posted_without_people(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """A posted procedure names the official who is responsible and the one who settles complaints.

    Plan 83/KH-UBND of 2014 of Đồng Tháp, point II.3(a); Decree 61/2018/NĐ-CP and what followed it for one-stop shops.
    Told at the first posting of each procedure in each office.
    """
    named, told, by_field = _people(context), set(), _by_field(context)
    for posting in context.repository.all("posting"):
        office = posting.key.office
        if not _hangs_in_public(posting, context):
            continue
        for procedure in _procedures(posting, context, by_field):
            missing = named.missing(office, procedure)
            if missing and (office, procedure.id) not in told:
                told.add((office, procedure.id))
                params = {"code": procedure.id, "name": procedure.record.name, "want": missing}
                yield posting, "item.id", params


def _people(context: Context) -> _Named:
    named = _Named()
    for source in context.repository.all("service"):
        service: Service = source.record
        target = f"procedure {service.procedure}" if service.procedure else f"field {service.field}"
        if service.receiving:
            named.receiving.add((source.key.office, target))
        if service.complaints:
            named.complaints.add((source.key.office, target))
    return named


def _hangs_in_public(source: Source, context: Context) -> bool:
    posting: Posting = source.record
    if posting.taken_down is not None and posting.taken_down <= context.day:
        return False
    found = (context.repository.find("board", id, source.key.office) for id in posting.boards)
    boards: list[Board] = [board.record for board in found if board]
    return any(board.kind is not BoardKind.WEB for board in boards)


def _by_field(context: Context) -> Mapping[str, list[Source]]:
    """The procedures of each field that have not ended."""
    found: dict[str, list[Source]] = {}
    for procedure in context.repository.all("procedure"):
        field, last = field_of(context, procedure)
        if last is None or last >= context.day:
            found.setdefault(field, []).append(procedure)
    return found


@timeless
def field_of(context: Context, procedure: Source) -> tuple[str, date | None]:
    """The field of a procedure, and its last day."""
    record: Procedure = procedure.record
    return record.field, record.validity.end if record.validity else None


def _procedures(source: Source, context: Context, by_field: Mapping[str, list[Source]]) -> Iterator[Source]:
    posting: Posting = source.record
    office = source.key.office
    if posting.item.kind == "procedure":
        found = context.repository.find("procedure", posting.item.id, office)
        yield from [found] if found else []
    elif posting.item.kind == "field":
        yield from (p for p in by_field.get(posting.item.id, ()) if p.key.office in {"", office})


RULES = (
    Rule("TT107", _neither_or_both, ("service",)),
    WholeRule("TT108", _posted_without_people),
)
