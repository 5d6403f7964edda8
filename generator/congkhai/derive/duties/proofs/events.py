"""Events that must happen in every year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congkhai.check.filling import WholeDuty
from congkhai.derive.duties.ledger import Ledger
from congkhai.derive.duties.occasion import Gap, Lack, Occasion
from congkhai.derive.duties.reckoning import Term, year_of
from congkhai.derive.occurrences import occurrences
from congkhai.model.calendar import Period
from congkhai.model.evidence import Evidence
from congkhai.source.repository import Source


def read(ledger: Ledger, whole: WholeDuty, evidence: Evidence) -> tuple[Occasion, ...]:
    """This year, and the year before as far as the records reach back, the latest first."""
    return tuple(_years(ledger, whole, evidence))


def _years(ledger: Ledger, whole: WholeDuty, evidence: Evidence) -> Iterator[Occasion]:
    this = year_of(ledger.day)
    last = year_of(date(this.first.year - 1, 1, 1))
    validity = whole.duty.validity or Period()
    for term in (this, last):
        if not validity.holds(term.last) or (term is last and ledger.begins > last.first):
            continue
        planned = sorted(_days(ledger, evidence, term), key=lambda pair: pair[0])
        held = [(day, source) for day, source in planned if day <= ledger.day]
        yield Occasion(
            due=term.last,
            done=held[0][0] if held else None,
            records=tuple({source.key: source for _, source in planned}.values()),
            gaps=() if held else (Gap(Lack.HOLD),),
            term=term,
            past=term is last and ledger.day > this.first and bool(_days(ledger, evidence, this)),
            judged=term is last,
        )


def _days(ledger: Ledger, evidence: Evidence, term: Term) -> list[tuple[date, Source]]:
    return [
        (one.day, source)
        for source in ledger.own("event")
        if source.record.kind is evidence.event
        for one in occurrences(source.record, ledger.office.workdays, term.first, term.last)
        if one.holiday is None
    ]
