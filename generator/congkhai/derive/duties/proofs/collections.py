"""Whole collections: everything of a kind that applies on the day must be public; answers as they are given."""

from __future__ import annotations

from datetime import date

from congkhai.check.filling import WholeDuty
from congkhai.derive.duties.coverage import Item, occasion
from congkhai.derive.duties.ledger import MEMORY, Ledger
from congkhai.derive.duties.occasion import Gap, Lack, Occasion
from congkhai.derive.office import Office
from congkhai.model.answer import Answer
from congkhai.model.bearer import surely
from congkhai.model.calendar import Period
from congkhai.model.evidence import Evidence
from congkhai.model.procedure import Procedure
from congkhai.source.fact import timeless
from congkhai.source.repository import Source


def read_records(ledger: Ledger, whole: WholeDuty, evidence: Evidence) -> tuple[Occasion, ...]:
    """One occasion: all records of the kind that apply on the day, each with its page and its postings."""
    every = _every(ledger.office, evidence.records or "", ledger.at)
    current = [Item(s, ledger.day, also) for s, validity, also in every if not validity or validity.holds(ledger.day)]
    if not current:
        return (Occasion(None, None, gaps=(Gap(Lack.PUBLISH),)),) if surely(whole.duty) else ()
    return (occasion(ledger, whole, current, None),)


def read_answers(ledger: Ledger, _whole: WholeDuty, _evidence: Evidence) -> tuple[Occasion, ...]:
    """One occasion for each answer of the last year, the latest first; a page is public with its record."""
    found: list[tuple[date, Source]] = []
    for source in ledger.own("answer"):
        answer: Answer = source.record
        if ledger.day - MEMORY <= answer.answered <= ledger.day:
            found.append((answer.answered, source))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(Occasion(None, day, (source,)) for day, source in found)


@timeless
def _every(office: Office, kind: str, at: str) -> tuple[tuple[Source, Period | None, tuple[Source, ...]], ...]:
    """The records of a kind that an office works by, its own and those of all offices, with when each applies."""
    mine = (source for source in office.repository.all(kind) if source.key.office in {"", at})
    return tuple((source, *applied(office, source)) for source in mine)


@timeless
def applied(office: Office, source: Source) -> tuple[Period | None, tuple[Source, ...]]:
    """When a record applies, and the field of a procedure, whose posting shows it as well.

    A record without a day of its own is public as long as it is in the repository.
    """
    validity: Period | None = getattr(source.record, "validity", None)
    if source.key.kind != "procedure":
        return validity, ()
    procedure: Procedure = source.record
    field = office.repository.find("field", procedure.field, source.key.office)
    return validity, (field,) if field else ()
