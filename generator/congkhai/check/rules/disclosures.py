"""Disclosures: until when, and whose data."""

from __future__ import annotations

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.calendar import short_date
from congkhai.model.disclosure import Disclosure, PersonalData
from congkhai.source.repository import Source


def _ends_before_it_begins(source: Source, _context: Context) -> Violations:
    disclosure: Disclosure = source.record
    if disclosure.until and disclosure.until < disclosure.published:
        yield "until", {"until": short_date(disclosure.until), "published": short_date(disclosure.published)}


def _persons_without_data(source: Source, _context: Context) -> Violations:
    """A list of persons is personal data (Law 91/2025/QH15); it is published with a level and a last day."""
    disclosure: Disclosure = source.record
    if disclosure.persons and disclosure.personal_data is PersonalData.NONE:
        yield "persons", {"persons": disclosure.persons}


RULES = (
    Rule("CK101", _ends_before_it_begins, ("disclosure",)),
    Rule("CK102", _persons_without_data, ("disclosure",)),
)
