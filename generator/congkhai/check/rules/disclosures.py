"""Disclosures: until when, and whose data; tables inside records are whole."""

from __future__ import annotations

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.walk import parts
from congkhai.model.calendar import short_date
from congkhai.model.disclosure import Disclosure, PersonalData
from congkhai.model.table import Table
from congkhai.source.repository import Source


def _ends_before_it_begins(source: Source, _context: Context) -> Violations:
    disclosure: Disclosure = source.record
    if disclosure.until and disclosure.until < disclosure.published:
        yield "until", {"until": short_date(disclosure.until), "published": short_date(disclosure.published)}


def _published_before_signed(source: Source, _context: Context) -> Violations:
    disclosure: Disclosure = source.record
    if disclosure.published < disclosure.document_date:
        yield (
            "published",
            {"published": short_date(disclosure.published), "signed": short_date(disclosure.document_date)},
        )


def _persons_without_data(source: Source, _context: Context) -> Violations:
    """A list of persons is personal data (Law 91/2025/QH15); it is published with a level and a last day."""
    disclosure: Disclosure = source.record
    if disclosure.persons and disclosure.personal_data is PersonalData.NONE:
        yield "persons", {"persons": disclosure.persons}


def _list_without_count(source: Source, _context: Context) -> Violations:
    """Of a list the repository gives how many persons, until when, and how sensitive (Decree 356/2025/NĐ-CP)."""
    disclosure: Disclosure = source.record
    if disclosure.list is None:
        return
    personal = disclosure.personal_data in {PersonalData.BASIC, PersonalData.SENSITIVE}
    for field, given in (("persons", disclosure.persons), ("until", disclosure.until), ("personal_data", personal)):
        if not given:
            yield "list", {"field": field}


def _data_without_a_last_day(source: Source, _context: Context) -> Violations:
    """Personal data is made public for a stated time only (Law 91/2025/QH15, Article 3)."""
    disclosure: Disclosure = source.record
    personal = disclosure.personal_data in {PersonalData.BASIC, PersonalData.SENSITIVE}
    if personal and disclosure.until is None and disclosure.list is None:
        yield "personal_data", {"level": disclosure.personal_data.value}


def _uneven_rows(source: Source, _context: Context) -> Violations:
    for path, table in parts(source.record, Table):
        for number, row in enumerate(table.rows):
            if len(row.cells) != len(table.columns):
                yield f"{path}.rows[{number}].cells", {"count": len(row.cells), "columns": len(table.columns)}


RULES = (
    Rule("CK101", _ends_before_it_begins, ("disclosure",)),
    Rule("CK102", _persons_without_data, ("disclosure",)),
    Rule("CK105", _data_without_a_last_day, ("disclosure",)),
    Rule("CK104", _list_without_count, ("disclosure",)),
    Rule("CK103", _uneven_rows, ("disclosure", "document")),
    Rule("CK106", _published_before_signed, ("disclosure",)),
)
