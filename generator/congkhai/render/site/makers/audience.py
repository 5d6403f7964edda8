"""Procedures by who they are for; very many of them by field, on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.model.grouping import grouped
from congkhai.model.procedure import Audience
from congkhai.render.search.entry import LEADING, SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page
from congkhai.render.site.makers.footing import close, footing, index_meta
from congkhai.render.site.makers.links import Card, Link, base_of, link
from congkhai.render.site.makers.procedure_index import MOST, fields
from congkhai.render.site.makers.procedure_line import membership, procedure_lines
from congkhai.render.site.page import Page, PageSection
from congkhai.source.fact import fact
from congkhai.source.repository import Key, Source

_PAGES = Collection("doi-tuong", "audience", "audiences")
#: How many fields a card names.
_NAMED = 4


@dataclass(frozen=True, slots=True)
class AudienceCard:
    """A kind of people in the list; `fields` name what they mostly come for."""

    link: Link
    fields: tuple[str, ...]
    count: int


def audience_address(audience: Audience) -> str:
    """`doi-tuong/overseas-vietnamese/`."""
    return f"{_PAGES.index}{audience.value.replace('_', '-')}/"


def _field_address(audience: Audience, field: Source) -> str:
    """`doi-tuong/citizen/ho-tich/`."""
    return f"{audience_address(audience)}{field.id}/"


def audience_cards(context: SiteContext) -> tuple[AudienceCard, ...]:
    """The kinds of people for whom there is a procedure in force."""
    cards = []
    for audience in Audience:
        mine = _counts(context.office).get(audience.value, {})
        titles = tuple(link(field).title for field in fields(context) if field.key in mine)
        if titles:
            at = Link(audience.label, audience_address(audience))
            cards.append(AudienceCard(at, titles[:_NAMED], sum(mine.values())))
    return tuple(cards)


def pages(context: SiteContext) -> Iterator[Page]:
    """The list, and a page for every kind of people that a procedure names."""
    every = context.office.repository.all("procedure")
    yield index_page(context, _PAGES, every, whole="procedure", cards=audience_cards(context))
    for audience in Audience:
        if audience.value in _named(context.office):
            yield _page(context, audience)
            for field in _apart(context, audience):
                yield context.page(_field_page, f"{audience.value} {field.path}")


@fact
def _named(office: Office) -> tuple[str, ...]:
    """The kinds of people that procedures name."""
    return tuple(_by_audience(office))


@fact
def _procedures(office: Office, audience: str) -> tuple[Source, ...]:
    """The procedures that name a kind of people."""
    return _by_audience(office).get(audience, ())


@fact
def _changed(office: Office, audience: str) -> date | None:
    """The day on which any of them was last changed: of thousands it is not asked for each list."""
    return office.changed(*_procedures(office, audience))


@fact
def _by_audience(office: Office) -> Mapping[str, tuple[Source, ...]]:
    found: dict[str, list[Source]] = {}
    for source in office.repository.all("procedure"):
        for audience in dict.fromkeys(membership(office, source).audience):
            found.setdefault(audience.value, []).append(source)
    return {audience: tuple(sources) for audience, sources in found.items()}


@fact
def _in_force(office: Office) -> Mapping[str, Mapping[Key, tuple[Source, ...]]]:
    """The procedures in force by audience and field."""
    found: dict[str, dict[Key, list[Source]]] = {}
    for source in office.repository.all("procedure"):
        one = membership(office, source)
        for audience in dict.fromkeys(one.audience) if one.in_force else ():
            mine = found.setdefault(audience.value, {})
            mine.setdefault(one.field, []).append(source)
    return {word: {field: tuple(sources) for field, sources in mine.items()} for word, mine in found.items()}


@fact
def _in_field(office: Office, audience: str, field: Source) -> tuple[Source, ...]:
    """The procedures in force of one field and audience: who wants these need not be handed all others."""
    return _in_force(office).get(audience, {}).get(field.key, ())


@fact
def _counts(office: Office) -> Mapping[str, Mapping[Key, int]]:
    """How many procedures are in force by audience and field."""
    return {word: {field: len(sources) for field, sources in mine.items()} for word, mine in _in_force(office).items()}


def _held(context: SiteContext, audience: Audience) -> tuple[Source, ...]:
    """The fields that hold procedures for them."""
    mine = _counts(context.office).get(audience.value, {})
    return tuple(field for field in fields(context) if field.key in mine)


def _apart(context: SiteContext, audience: Audience) -> tuple[Source, ...]:
    """The fields that have a page of their own for them, where one page for all would be too long."""
    many = sum(_counts(context.office).get(audience.value, {}).values()) > MOST
    return _held(context, audience) if many else ()


def _page(context: SiteContext, audience: Audience) -> Page:
    mine = _counts(context.office).get(audience.value, {})
    held, apart = _held(context, audience), _apart(context, audience)
    at = audience_address(audience)
    sources = _procedures(context.office, audience.value)
    meta = index_meta(context, audience.label, at, _changed(context.office, audience.value))
    cards = [
        Card(Link(link(field).title, _field_address(audience, field)), field.record.summary, mine[field.key])
        for field in apart
    ]
    values = {"base": base_of(at), "index": _PAGES.link, "total": sum(mine.values()), "meta": meta, "cards": cards}
    sections = [
        PageSection(field.id, link(field).title, context.part(_lines, audience.value, field))
        for field in held
        if not apart
    ]
    lead = context.templates.render("audience/page.html.j2", **values)
    if not sections:
        lead += footing(context, at, meta)
    return Page(
        address=at,
        shell="doi-tuong/*",
        title=audience.label,
        description=phrase("site.audience_about", audience=audience.label),
        lead=lead,
        sections=close(context, at, meta, sections) if sections else (),
        sources=tuple(source.path for source in sources),
        search=SearchEntry(
            kind=phrase("site.audiences"),
            fields=tuple(link(field).title for field in held),
            audience=(audience.label,),
            facts=(phrase("site.procedure_count", n=grouped(sum(mine.values()))),),
            weight=LEADING,
        ),
    )


def _field_page(context: SiteContext, told: str) -> Page:
    """The page of what is told: an audience, and the path of a field's record."""
    word, _, path = told.partition(" ")
    audience, field = _audience(word), context.office.repository.at(path)
    assert field is not None, "it was named by this build"
    at = _field_address(audience, field)
    sources = _in_field(context.office, audience.value, field)
    names = {"field": link(field).title, "audience": audience.label}
    title = phrase("site.audience_field", **names)
    meta = index_meta(context, title, at, context.office.changed(*sources))
    lead = context.templates.render(
        "audience/field.html.j2",
        base=base_of(at),
        above=(_PAGES.link, Link(audience.label, audience_address(audience))),
        count=len(sources),
        lines=_lines(context, audience.value, field),
        meta=meta,
    )
    return Page(
        address=at,
        shell="doi-tuong/*/*",
        title=title,
        description=phrase("site.audience_field_about", **names),
        lead=lead,
        sources=tuple(source.path for source in (field, *sources)),
    )


def _lines(context: SiteContext, audience: str, field: Source) -> Markup:
    """The procedures of a field for an audience, as they stand on the page that has them."""
    one = _audience(audience)
    lines = procedure_lines(context.office, _in_field(context.office, audience, field))
    base = base_of(_field_address(one, field) if _apart(context, one) else audience_address(one))
    return context.templates.render("procedure_lines.html.j2", lines=lines, base=base)


def _audience(value: str) -> Audience:
    return next(one for one in Audience if one.value == value)
