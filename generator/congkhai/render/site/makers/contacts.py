"""Ways to reach the office: what each is for, when, who answers, how soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from congkhai.catalogue import phrase
from congkhai.derive.opening import opening_lines
from congkhai.model.contact import Contact, ContactKind
from congkhai.model.site import Site
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import dialled, plain
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("lien-he", "contact", "contacts", "api/v1/contact.json")


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
    about = context.office.repository.all("site")[0]
    site: Site = about.record
    views = [_view(context, source) for source in sources]
    groups = [ContactGroup(kind, tuple(v for v in views if v.contact.kind is kind)) for kind in ContactKind]
    opening = opening_lines(site.hours)
    open_at = tuple(f"{line.days}: {line.hours}" for line in opening)
    page = index_page(
        context,
        _PAGES,
        sources,
        site=site,
        hours=opening,
        groups=[group for group in groups if group.contacts],
        search=SearchEntry(
            _PAGES.link.title,
            text=plain(open_at, dialled(site.hotline)),
            names=tuple(phrase("site.contacts_names").split(", ")),
            facts=(site.hotline, *open_at),
        ),
    )
    return replace(page, sources=(about.path, *page.sources))


def _page(context: SiteContext, source: Source, view: ContactView) -> Page:
    contact = view.contact
    return record_page(
        context,
        _PAGES,
        source,
        (("phu-trach", "who", True),),
        view=view,
        title=contact.name,
        description=contact.purpose,
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(
                contact.name,
                contact.kind.label,
                contact.purpose,
                contact.place,
                contact.hours,
                dialled(contact.phone),
                contact.email,
            ),
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
