"""Whole collections: everything of a kind that applies on the day must be public; answers as they are given."""

from __future__ import annotations

from datetime import date

from congkhai.check.filling import WholeDuty
from congkhai.derive.duties.coverage import Item, occasion
from congkhai.derive.duties.ledger import MEMORY, Ledger
from congkhai.derive.duties.occasion import Gap, Lack, Occasion
from congkhai.model.answer import Answer
from congkhai.model.bearer import surely
from congkhai.model.calendar import Period
from congkhai.model.evidence import Evidence
from congkhai.model.procedure import Procedure
from congkhai.source.repository import Source


def read_records(ledger: Ledger, whole: WholeDuty, evidence: Evidence) -> tuple[Occasion, ...]:
    """One occasion: all records of the kind that apply on the day, each with its page and its postings."""
    validities = (
        (source, getattr(source.record, "validity", None)) for source in ledger.applied(evidence.records or "")
    )
    current = [source for source, validity in validities if (validity or Period()).holds(ledger.day)]
    if not current:
        return (Occasion(None, None, gaps=(Gap(Lack.PUBLISH),)),) if surely(whole.duty) else ()
    return (occasion(ledger, whole, (_item(ledger, source) for source in current), None),)


def read_answers(ledger: Ledger, _whole: WholeDuty, _evidence: Evidence) -> tuple[Occasion, ...]:
    """One occasion for each answer of the last year, the latest first; a page is public with its record."""
    found: list[tuple[date, Source]] = []
    for source in ledger.own("answer"):
        answer: Answer = source.record
        if ledger.day - MEMORY <= answer.answered <= ledger.day:
            found.append((answer.answered, source))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(Occasion(None, day, (source,)) for day, source in found)


def _item(ledger: Ledger, source: Source) -> Item:
    """A record without a day of its own is public as long as it is in the repository."""
    also: tuple[Source, ...] = ()
    if isinstance(source.record, Procedure):
        field = ledger.office.repository.find("field", source.record.field, source.key.office)
        also = (field,) if field else ()
    return Item(source, ledger.day, also)
