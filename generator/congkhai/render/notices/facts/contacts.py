"""The poster that says where to complain, suggest and ask (Decree 20/2008/NĐ-CP, Article 13, as amended)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.model.contact import Contact, ContactKind
from congkhai.render.notices.facts.draft import Draft, of_collection, offices_with
from congkhai.render.notices.facts.identity import Holder, Identity, holder, hotline, identity
from congkhai.render.notices.text import UpTo, paragraphs
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class ContactFact:
    """One way to reach the office; `reach` is the phone, the address or the place to go to, the shortest first."""

    kind: str
    name: str
    purpose: str
    reach: tuple[str, ...]
    hours: str
    answered_by: tuple[Holder, ...]
    opened: str
    answer_days: int


@dataclass(frozen=True, slots=True)
class ContactsFacts:
    """What the poster says."""

    office: Identity
    hotline: str
    contacts: tuple[ContactFact, ...]
    feedback: Annotated[tuple[str, ...], UpTo(1500)]


def drafts(office: Office) -> Iterator[Draft]:
    """One poster for each office that has contacts."""
    for at in offices_with(office, "contact"):
        sources = [s for s in office.repository.all("contact") if s.key.office in {"", at}]
        order = list(ContactKind)
        found = tuple(sorted(sources, key=lambda s: order.index(s.record.kind)))
        title = phrase("notice_contacts.title")
        yield of_collection("contact", at, "noi-tiep-nhan", title, "LH", found, partial(facts, office, found, at))


def facts(office: Office, sources: tuple[Source, ...], at: str) -> ContactsFacts:
    """Gather the poster: hotlines first."""
    return ContactsFacts(
        office=identity(office, at),
        hotline=hotline(office, at),
        contacts=tuple(_contact(office, source.record, at) for source in sources),
        feedback=paragraphs(office.site.feedback_address),
    )


def _contact(office: Office, contact: Contact, at: str) -> ContactFact:
    url = (contact.url or "").partition("://")[2].rstrip("/")
    return ContactFact(
        kind=contact.kind.label,
        name=contact.name,
        purpose=contact.purpose,
        reach=tuple(part for part in (contact.phone, contact.email, url, contact.place) if part),
        hours=contact.hours or "",
        answered_by=tuple(holder(office.get("official", id, at)) for id in contact.answered_by),
        opened=contact.opened or "",
        answer_days=contact.answer_days or 0,
    )
