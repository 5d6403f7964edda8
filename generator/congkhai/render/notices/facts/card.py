"""The counter card of one procedure: what to bring, how long, how much, where, whom to complain to; no more."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.local_facts import LocalFacts, local_facts
from congkhai.derive.office import Office
from congkhai.render.notices.facts import procedure
from congkhai.render.notices.facts.draft import Draft
from congkhai.render.notices.facts.handing_in import CaseFact, WayFact, way_facts
from congkhai.render.notices.facts.identity import Identity, Person
from congkhai.render.notices.text import UpTo
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the card says."""

    office: Identity
    code: str
    name: Annotated[str, UpTo(600)]
    ways: tuple[WayFact, ...]
    cases: tuple[CaseFact, ...]
    counter: str
    address: str
    hours: tuple[str, ...]
    receiving: tuple[Person, ...]
    complaints: Person
    hotline: str
    notes: Annotated[tuple[str, ...], UpTo(1000)]


def draft(office: Office, source: Source) -> Draft | None:
    """The card of a procedure that has a sheet."""
    sheet = procedure.draft(office, source)
    return sheet and replace(
        sheet,
        file=f"{sheet.page.rstrip('/')}-the",
        title=phrase("notice_card.title", title=sheet.title),
        facts=partial(facts, office, source, local_facts(office, source, source.key.office)),
    )


def facts(office: Office, source: Source, local: LocalFacts) -> CardFacts:
    """Gather the card from what the sheet says. Raises CannotPrint as the sheet does."""
    whole = procedure.facts(office, source, local)
    same = {one.name: getattr(whole, one.name) for one in fields(CardFacts) if one.name != "ways"}
    return CardFacts(ways=way_facts(whole.channels), **same)
