"""Disclosures that say, by the article they rest on, which duty they keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from congkhai.check.filling import WholeDuty
from congkhai.derive.duties.coverage import Item, before_the_law, occasion
from congkhai.derive.duties.ledger import MEMORY, Ledger
from congkhai.derive.duties.occasion import Gap, Lack, Occasion
from congkhai.derive.duties.reckoning import Term, quarters
from congkhai.model.bearer import surely
from congkhai.model.calendar import Period
from congkhai.model.disclosure import Disclosure
from congkhai.model.duty_terms import Frequency, Timing, Trigger
from congkhai.model.evidence import Evidence
from congkhai.source.repository import Source

#: How many quarters are looked at: the running one, the last, and four for the history.
_QUARTERS = 6
#: So long before a quarter ends its list may be made, as nothing more is to come (Law 10/2022/QH15, Article 13(2)).
_EARLY = timedelta(days=10)
#: What a document's own date tells. The end of a time or of a campaign, or the day of receipt, is another day.
_FROM_DOCUMENT = frozenset({Trigger.DECISION, Trigger.CREATION, Trigger.APPROVAL})


def read(ledger: Ledger, whole: WholeDuty, evidence: Evidence) -> tuple[Occasion, ...]:
    """The occasions on which a duty was kept by disclosures, the latest first."""
    found = tuple(source for source in ledger.disclosures if _matches(ledger, source, whole, evidence))
    timing = whole.deadline.value.timing if whole.deadline else None
    if timing is Timing.PERIOD and whole.duty.frequency is Frequency.QUARTERLY:
        return tuple(_by_quarter(ledger, whole, found))
    if timing is Timing.STANDING:
        return tuple(_standing(ledger, whole, found))
    late = ledger.day - MEMORY
    recent = (s for s in found if s.record.document_date >= late or s.record.published >= late)
    return tuple(_single(ledger, whole, source) for source in recent)


def _matches(ledger: Ledger, source: Source, whole: WholeDuty, evidence: Evidence) -> bool:
    disclosure: Disclosure = source.record
    if whole.source.id in disclosure.duties:
        return True
    place = evidence.cites
    return place is not None and any(
        place.covers(ledger.symbol(cited.act, source.key.office), cited) for cited in disclosure.basis
    )


def _single(ledger: Ledger, whole: WholeDuty, source: Source) -> Occasion:
    """An item on its own: in time when everything was there by the deadline."""
    disclosure: Disclosure = source.record
    if not (whole.duty.validity or Period()).holds(disclosure.document_date):
        return before_the_law((_item(source),))
    deadline = whole.deadline.value if whole.deadline else None
    due = ledger.days.due(deadline, _counted_from(disclosure, whole))
    if deadline and deadline.timing is Timing.BEFORE:
        due = None  # the day of what comes is in no record
    return occasion(ledger, whole, (_item(source),), due)


def _counted_from(disclosure: Disclosure, whole: WholeDuty) -> date | None:
    """The day from which the deadline runs; None, and no lateness is told, where the record does not say it."""
    general = whole.deadline is not None and whole.deadline.rule is not None  # general rules count from the document
    of_document = general or whole.duty.trigger in _FROM_DOCUMENT
    return disclosure.counted_from or (disclosure.document_date if of_document else None)


def _standing(ledger: Ledger, whole: WholeDuty, found: tuple[Source, ...]) -> Iterator[Occasion]:
    """What must always be there: every item that still holds; when none does, the miss is told."""
    current = [s for s in found if s.record.until is None or s.record.until >= ledger.day]
    for source in current:
        yield occasion(ledger, whole, (_item(source),), None)
    if not current and surely(whole.duty):
        yield Occasion(None, None, gaps=(Gap(Lack.PUBLISH),))


def _by_quarter(ledger: Ledger, whole: WholeDuty, found: tuple[Source, ...]) -> Iterator[Occasion]:
    """One item for each quarter, made public from a few days before its end on, and before that of the next."""
    validity = whole.duty.validity or Period()
    terms = list(islice(quarters(ledger.day), _QUARTERS))
    latest_closed = terms[1]
    for number, term in enumerate(terms):
        due = ledger.days.due(whole.deadline.value, term.last) if whole.deadline else None
        if due is None or due < ledger.begins or not validity.holds(term.last):
            continue
        next_end = terms[number - 1].last if number else date.max
        matched = [s for s in found if term.last - _EARLY < s.record.published <= next_end - _EARLY]
        if matched:
            first = min(matched, key=lambda s: s.record.published)
            made = occasion(ledger, whole, (_item(first),), due)
        elif surely(whole.duty):
            made = Occasion(due, None, gaps=(Gap(Lack.PUBLISH),))
        else:
            continue
        yield _placed(made, term, latest_closed, ledger.day)


def _placed(made: Occasion, term: Term, latest_closed: Term, day: date) -> Occasion:
    return replace(made, term=term, past=term.last < latest_closed.last, judged=term.last < day)


def _item(source: Source) -> Item:
    return Item(source, source.record.published)
