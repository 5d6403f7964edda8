"""A disclosure as it hangs: what is made public, by what document, from when to when, and where to speak up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.derive.publication import Visibility, visibility
from congkhai.model.calendar import short_date
from congkhai.model.disclosure import Disclosure, DisclosureCategory
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.identity import Identity, hotline, identity
from congkhai.render.notices.facts.tables import TableFact, table_facts
from congkhai.render.notices.facts.wording import citations
from congkhai.render.notices.text import UpTo, paragraphs
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class DisclosureFacts:
    """What the notice says."""

    office: Identity
    unit: str
    category: str
    title: str
    document: str
    period: str
    summary: Annotated[tuple[str, ...], UpTo(6000)]
    tables: tuple[TableFact, ...]
    persons: str
    contact: str
    hotline: str
    basis: tuple[str, ...]


def draft(office: Office, source: Source) -> Draft | None:
    """The notice of an item that everybody may read and whose time is not over: the file stands on the web too."""
    item: Disclosure = source.record
    if visibility(item, office.day) is not Visibility.FULL or (item.until and item.until < office.day):
        return None
    found = partial(facts, office, source)
    return of_record(source, item.title, f"CK {source.id}", found, dated=item.published, ends=(item.until,))


def facts(office: Office, source: Source) -> DisclosureFacts:
    """Gather the notice."""
    item: Disclosure = source.record
    at = source.key.office
    clause = list(DisclosureCategory).index(item.category) + 1
    return DisclosureFacts(
        office=identity(office, at),
        unit=office.unit(item.unit, at).name,
        category=phrase("notice_disclosure.category", clause=clause, category=item.category.label),
        title=item.title,
        document=item.document,
        period=_period(item),
        summary=paragraphs(item.summary),
        tables=table_facts(item.tables),
        persons=phrase("notice_disclosure.persons", n=item.persons) if item.persons else "",
        contact=item.contact or "",
        hotline=hotline(office, at),
        basis=citations(office, item.basis, at),
    )


def _period(item: Disclosure) -> str:
    start = short_date(item.published)
    if item.until is None:
        return phrase("notice_disclosure.standing", start=start)
    return phrase("notice_disclosure.period", start=start, end=short_date(item.until))
