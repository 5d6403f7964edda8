"""What every record's page ends with: when it was changed, its data, its papers, and how to report a mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from urllib.parse import quote

from markupsafe import Markup

from congkhai.catalogue import phrase
from congkhai.derive.address import address, data_address, heading
from congkhai.derive.diary.keep import GIVERS
from congkhai.model.kinds import KINDS
from congkhai.render.site.context import PaperLink, SiteContext
from congkhai.render.site.makers.links import base_of
from congkhai.render.site.page import PageSection
from congkhai.render.site.shells import CALENDAR, FEED, LATE_FEED
from congkhai.source.repository import Source

_SLUGS = frozenset(kind.slug for kind in KINDS.values() if kind.slug)
#: The list of what is due has a calendar of its own.
_DUE = "viec-den-han/"
#: Lists whose days stand in the calendar of the whole office.
_OPEN = frozenset({"tiep-cong-dan/", "su-kien/", "lich-truc/"})
#: Stands in a text where a page has its own.
_PLACE = "\x00"


@dataclass(frozen=True, slots=True)
class MetaView:
    """What a page ends with.

    `json`, `feed`, `late` and `calendar` are relative to the site, `url` and `mistake` are whole addresses, and so is
    `subscribe`, by which a calendar opens in the program that keeps it; `changed` is None without history.
    """

    changed: date | None
    json: str | None
    papers: tuple[PaperLink, ...]
    mistake: str
    url: str
    feed: str | None = None
    late: str | None = None
    calendar: str | None = None
    subscribe: str | None = None


def record_meta(context: SiteContext, source: Source, *also: Source) -> MetaView:
    """The footing of a record's page; `also` are other records whose facts the page shows."""
    dated = source.key.kind in {*GIVERS, "unit"}
    return MetaView(
        changed=context.office.changed(source, *also),
        json=data_address(source),
        papers=context.papers.get(source.key, ()),
        mistake=_mistake(context, heading(source), address(source)),
        url=context.office.site.url + address(source),
        feed=f"{address(source)}{FEED}" if source.key.kind == "unit" else None,
        calendar=f"{address(source)}{CALENDAR}" if dated else None,
        subscribe=_subscribe(context, f"{address(source)}{CALENDAR}") if dated else None,
    )


def _subscribe(context: SiteContext, calendar: str) -> str:
    """The scheme that phones give to the program of calendars."""
    return "webcal://" + (context.office.site.url + calendar).partition("://")[2]


def index_meta(context: SiteContext, title: str, at: str, changed: date | None, json: str | None = None) -> MetaView:
    """The footing of a page that lists records, of which the last was `changed` on that day."""
    calendar = CALENDAR if at in _OPEN else f"{at}{CALENDAR}" if at == _DUE else None
    return MetaView(
        changed=changed,
        json=json,
        papers=(),
        mistake=_mistake(context, title, at),
        url=context.office.site.url + at,
        feed=f"{at}{FEED}" if at.removesuffix("/") in _SLUGS else None,
        late=f"{at}{LATE_FEED}" if at == "ke-hoach/" else None,
        calendar=calendar,
        subscribe=_subscribe(context, calendar) if calendar else None,
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
    to, subject, body, end = _letter()
    return f"{to}{quote(site.email, safe='@')}{subject}{quote(title)}{body}{quote(site.url + at)}{end}"


@cache
def _letter() -> tuple[str, ...]:
    """What stands around the mailbox, the title and the address in the link of a letter, quoted once for all pages."""
    subject, body = phrase("site.mistake_subject", title=_PLACE), phrase("site.mistake_body", url=_PLACE)
    return tuple(
        f"mailto:{_PLACE}?subject={quote(subject)}&body={quote(body)}".replace(quote(_PLACE), _PLACE).split(_PLACE)
    )
