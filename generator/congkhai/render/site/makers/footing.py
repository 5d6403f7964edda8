"""What every record's page ends with: when it was changed, its data, its papers, and how to report a mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from congkhai.catalogue import phrase
from congkhai.derive.address import address, data_address, heading
from congkhai.render.site.context import PaperLink, SiteContext
from congkhai.render.site.makers.links import base_of
from congkhai.render.site.page import PageSection
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class MetaView:
    """`json` is relative to the site, `url` and `mistake` are whole addresses; `changed` is None without history."""

    changed: date | None
    json: str | None
    papers: tuple[PaperLink, ...]
    mistake: str
    url: str


def record_meta(context: SiteContext, source: Source, *also: Source) -> MetaView:
    """The footing of a record's page; `also` are other records whose facts the page shows."""
    return MetaView(
        changed=context.office.changed(source, *also),
        json=data_address(source),
        papers=context.papers.get(source.key, ()),
        mistake=_mistake(context, heading(source), address(source)),
        url=context.office.site.url + address(source),
    )


def index_meta(
    context: SiteContext, title: str, at: str, sources: Sequence[Source], json: str | None = None
) -> MetaView:
    """The footing of a page that lists records."""
    return MetaView(
        changed=context.office.changed(*sources),
        json=json,
        papers=(),
        mistake=_mistake(context, title, at),
        url=context.office.site.url + at,
    )


def footing(context: SiteContext, at: str, meta: MetaView) -> Markup:
    """The footing as HTML, for pages without sections."""
    return context.templates.render("footing.html.j2", meta=meta, base=base_of(at))


def close(context: SiteContext, at: str, meta: MetaView, sections: Sequence[PageSection]) -> tuple[PageSection, ...]:
    """The sections with the footing at the end of the last. There must be one."""
    *before, last = sections
    return (*before, replace(last, html=last.html + footing(context, at, meta)))


def _mistake(context: SiteContext, title: str, at: str) -> str:
    site = context.office.site
    subject = quote(phrase("site.mistake_subject", title=title))
    body = quote(phrase("site.mistake_body", url=site.url + at))
    return f"mailto:{quote(site.email, safe='@')}?subject={subject}&body={body}"
