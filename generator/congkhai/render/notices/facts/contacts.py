"""The poster that says where to complain, suggest and ask (Decree 20/2008/NĐ-CP, Article 13, as amended)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.model.contact import Contact, ContactKind
from congkhai.model.kinds import KINDS
from congkhai.render.notices.facts.draft import Draft
from congkhai.render.notices.facts.identity import Holder, Identity, holder, hotline, identity
from congkhai.render.notices.text import UpTo, paragraphs
from congkhai.source.repository import Key, Source


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
    for at in sorted({source.key.office for source in office.repository.all("contact")}):
        sources = [s for s in office.repository.all("contact") if s.key.office in {"", at}]
        order = list(ContactKind)
        found = tuple(sorted(sources, key=lambda s: order.index(s.record.kind)))
        page = f"{KINDS['contact'].slug}/"
        yield Draft(
            key=Key("contact", "", at),
            page=page,
            file=f"{at}/" * bool(at) + f"{page}noi-tiep-nhan",
            title=phrase("notice_contacts.title"),
            number="LH",
            sources=found,
            facts=partial(facts, office, found, at),
        )


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
