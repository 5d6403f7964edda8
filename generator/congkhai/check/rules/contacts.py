"""Contacts: a way to reach somebody must say how."""

from __future__ import annotations

from collections.abc import Mapping

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.contact import Contact, ContactKind
from congkhai.model.spec import members
from congkhai.source.repository import Source

#: The field without which a channel of a kind cannot be used.
_NEEDED: Mapping[ContactKind, str] = {
    ContactKind.HOTLINE: "phone",
    ContactKind.SUGGESTION_BOX: "place",
    ContactKind.EMAIL: "email",
    ContactKind.ONLINE: "url",
    ContactKind.OFFICE: "place",
}


def _unreachable(source: Source, _context: Context) -> Violations:
    contact: Contact = source.record
    needed = _NEEDED[contact.kind]
    if getattr(contact, needed) is None:
        yield "kind", {"label": contact.kind.label, "key": needed, "title": members(Contact)[needed].spec.title}


RULES = (Rule("LH101", _unreachable, ("contact",)),)
