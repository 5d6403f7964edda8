"""Ways to reach the office: what each is for, when, who answers, how soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.opening import OpeningLine, opening_lines
from congkhai.model.contact import Contact, ContactKind
from congkhai.model.site import Site
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.footing import close, index_meta, record_meta
from congkhai.render.site.makers.links import Link, base_of, link
from congkhai.render.site.makers.parts import parts
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

INDEX = "lien-he/"


@dataclass(frozen=True, slots=True)
class ContactView:
    """One channel."""

    contact: Contact
    link: Link
    unit: Link
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class ContactGroup:
    """The channels of a kind."""

    kind: ContactKind
    contacts: tuple[ContactView, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """All channels on one page, and a page for each."""
    sources = context.office.repository.all("contact")
    yield _index(context, sources)
    for source in sources:
        yield _page(context, source, _view(context, source))


def _index(context: SiteContext, sources: tuple[Source, ...]) -> Page:
    site: Site = context.office.site
    views = [_view(context, source) for source in sources]
    groups = [ContactGroup(kind, tuple(v for v in views if v.contact.kind is kind)) for kind in ContactKind]
    title = phrase("site.contacts")
    hours: tuple[OpeningLine, ...] = opening_lines(site.hours)
    lead = context.templates.render(
        "contact/index.html.j2",
        site=site,
        hours=hours,
        groups=[group for group in groups if group.contacts],
        meta=index_meta(context, title, INDEX, sources, "api/v1/contact.json"),
        base=base_of(INDEX),
    )
    return Page(
        INDEX,
        "lien-he",
        title=title,
        description=phrase("site.contacts_about"),
        lead=lead,
        sources=(context.office.repository.all("site")[0].path, *(source.path for source in sources)),
        search=SearchEntry(
            title,
            facts=(site.hotline,),
        ),
    )


def _page(context: SiteContext, source: Source, view: ContactView) -> Page:
    contact, at = view.contact, address(source)
    meta = record_meta(context, source)
    values = {"view": view, "meta": meta, "base": base_of(at), "index": Link(phrase("site.contacts"), INDEX)}
    sections = parts(context, "contact", (("phu-trach", "who", True),), **values)
    return Page(
        at,
        "lien-he/*",
        title=contact.name,
        description=contact.purpose,
        lead=context.templates.render("contact/page.html.j2", **values),
        sections=close(context, at, meta, sections),
        sources=(source.path,),
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(contact.name, contact.kind.label, contact.purpose, contact.place, contact.hours),
            names=(contact.kind.label,),
            units=(view.unit.title,),
            facts=tuple(fact for fact in (contact.phone, contact.email, contact.place) if fact),
        ),
    )


def _view(context: SiteContext, source: Source) -> ContactView:
    office, at = context.office, source.key.office
    contact: Contact = source.record
    people = tuple(person(office.get("official", one, at)) for one in contact.answered_by)
    return ContactView(contact, link(source), link(office.get("unit", contact.unit, at)), people)
