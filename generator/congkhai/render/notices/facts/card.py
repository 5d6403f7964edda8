"""The counter card of one procedure: what to bring, how long, how much, where, whom to complain to; no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.local_facts import LocalFacts
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


def drafts(office: Office) -> Iterator[Draft]:
    """A card for each procedure that has a sheet."""
    for source, local, draft in procedure.drafted(office):
        yield replace(
            draft,
            file=f"{draft.page.rstrip('/')}-the",
            title=phrase("notice_card.title", title=draft.title),
            facts=partial(facts, office, source, local),
        )


def facts(office: Office, source: Source, local: LocalFacts) -> CardFacts:
    """Gather the card from what the sheet says. Raises CannotPrint as the sheet does."""
    whole = procedure.facts(office, source, local)
    same = {one.name: getattr(whole, one.name) for one in fields(CardFacts) if one.name != "ways"}
    return CardFacts(ways=way_facts(whole.channels), **same)
