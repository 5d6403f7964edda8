"""Procedures by who they are for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.model.procedure import Audience
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.footing import close, footing, index_meta
from congkhai.render.site.makers.links import Link, base_of
from congkhai.render.site.makers.procedure_index import FieldGroup, field_groups
from congkhai.render.site.makers.procedure_line import procedure_row
from congkhai.render.site.page import Page, PageSection
from congkhai.source.fact import fact
from congkhai.source.repository import Source

INDEX = "doi-tuong/"


@dataclass(frozen=True, slots=True)
class AudienceCard:
    """A kind of people in the list; `fields` name what they mostly come for."""

    link: Link
    fields: tuple[str, ...]
    count: int


def audience_address(audience: Audience) -> str:
    """`doi-tuong/overseas-vietnamese/`."""
    return f"{INDEX}{audience.value.replace('_', '-')}/"


def audience_cards(context: SiteContext) -> tuple[AudienceCard, ...]:
    """The kinds of people for whom there is a procedure in force."""
    return _cards(_groups(context))


def pages(context: SiteContext) -> Iterator[Page]:
    """The list, and a page for every kind of people that a procedure names."""
    groups = _groups(context)
    yield _index(context, groups)
    for audience, found in groups.items():
        if _procedures(context, audience):
            yield _page(context, audience, found)


def _groups(context: SiteContext) -> dict[Audience, tuple[FieldGroup, ...]]:
    return {audience: field_groups(context, _procedures(context, audience)) for audience in Audience}


def _cards(groups: dict[Audience, tuple[FieldGroup, ...]]) -> tuple[AudienceCard, ...]:
    return tuple(
        AudienceCard(
            Link(audience.label, audience_address(audience)),
            tuple(group.field.title for group in found[:4]),
            _count(found),
        )
        for audience, found in groups.items()
        if found
    )


def _procedures(context: SiteContext, audience: Audience) -> tuple[Source, ...]:
    return _by_audience(context.office).get(audience.value, ())


@fact
def _by_audience(office: Office) -> Mapping[str, tuple[Source, ...]]:
    found: dict[str, list[Source]] = {}
    for source in office.repository.all("procedure"):
        for audience in dict.fromkeys(procedure_row(office, source).audience):
            found.setdefault(audience.value, []).append(source)
    return {audience: tuple(sources) for audience, sources in found.items()}


def _index(context: SiteContext, groups: dict[Audience, tuple[FieldGroup, ...]]) -> Page:
    title = phrase("site.audiences")
    sources = context.office.repository.all("procedure")
    meta = index_meta(context, title, INDEX, sources)
    lead = context.templates.render("audience/index.html.j2", cards=_cards(groups), base=base_of(INDEX))
    return Page(
        address=INDEX,
        shell="doi-tuong",
        title=title,
        description=phrase("site.audiences_about"),
        lead=lead + footing(context, INDEX, meta),
        sources=tuple(source.path for source in sources),
        search=SearchEntry(title),
    )


def _page(context: SiteContext, audience: Audience, groups: tuple[FieldGroup, ...]) -> Page:
    at = audience_address(audience)
    sources = _procedures(context, audience)
    meta = index_meta(context, audience.label, at, sources)
    index = Link(phrase("site.audiences"), INDEX)
    values = {"base": base_of(at), "index": index, "total": _count(groups), "meta": meta}
    sections = [
        PageSection(
            group.anchor,
            group.field.title,
            context.templates.render("procedure_lines.html.j2", lines=group.lines, **values),
        )
        for group in groups
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
            fields=tuple(group.field.title for group in groups),
            audience=(audience.label,),
            facts=(phrase("site.procedure_count", n=_count(groups)),),
        ),
    )


def _count(groups: tuple[FieldGroup, ...]) -> int:
    return sum(len(group.lines) for group in groups)
