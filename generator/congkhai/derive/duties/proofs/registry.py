"""The visible list of all sorts of evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from congkhai.check.filling import WholeDuty
from congkhai.derive.duties.ledger import Ledger
from congkhai.derive.duties.occasion import Occasion
from congkhai.derive.duties.proofs import budgets, collections, disclosures, events, reception
from congkhai.model.evidence import Evidence, Proof

#: Reads the records for one piece of evidence of a duty; the latest occasion comes first.
Reader = Callable[[Ledger, WholeDuty, Evidence], tuple[Occasion, ...]]

READERS: Mapping[Proof, Reader] = MappingProxyType(
    {
        Proof.DISCLOSURE: disclosures.read,
        Proof.BUDGET: budgets.read,
        Proof.CALENDAR: reception.read_calendars,
        Proof.SESSIONS: reception.read_sessions,
        Proof.EVENT: events.read,
        Proof.ANSWER: collections.read_answers,
        Proof.RECORDS: collections.read_records,
    }
)
