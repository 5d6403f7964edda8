"""Legal acts: from when to when each is in force, what replaced it, and every record that leans on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique

from congkhai.derive.address import address
from congkhai.derive.office import Office
from congkhai.derive.publication import has_page
from congkhai.model.kinds import KINDS
from congkhai.model.legal_act import ActKind, LegalAct
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import plain, shortened
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("van-ban", "act", "acts", "api/v1/legal_act.json")


@unique
class Force(Enum):
    """Whether an act is in force on the day; NOT_KNOWN when its dates are not told."""

    COMING = "coming"
    NOW = "now"
    ENDED = "ended"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act in a list."""

    link: Link
    title: str
    issued: date | None
    in_force: date | None
    force: Force
    mentions: int


@dataclass(frozen=True, slots=True)
class ActGroup:
    """Acts of a kind."""

    title: str
    rows: tuple[ActRow, ...]


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """Records of a kind that lean on an act."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ActView:
    """All that the page of an act shows."""

    record: LegalAct
    force: Force
    replaces: tuple[ActRow, ...]
    amends: tuple[ActRow, ...]
    replaced_by: tuple[ActRow, ...]
    amended_by: tuple[ActRow, ...]
    mentions: tuple[MentionGroup, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of acts by kind, and a page for each."""
    sources = context.office.repository.all("legal_act")
    yield _index(context, sources)
    for source in sources:
        yield context.page(_page, source)


def force(act: LegalAct, day: date) -> Force:
    """How an act stands on a day; `expires` is the first day on which it no longer holds."""
    if act.expires and act.expires <= day:
        return Force.ENDED
    if act.in_force is None:
        return Force.NOT_KNOWN
    return Force.NOW if act.in_force <= day else Force.COMING


def _index(context: SiteContext, sources: tuple[Source, ...]) -> Page:
    groups = [
        ActGroup(kind.label, _rows(context.office, (s for s in sources if s.record.kind is kind))) for kind in ActKind
    ]
    return index_page(context, _PAGES, sources, groups=[group for group in groups if group.rows])


def _rows(office: Office, sources: Iterable[Source]) -> tuple[ActRow, ...]:
    ordered = sorted(sources, key=lambda s: (-(s.record.issued or date.min).toordinal(), s.id))
    return tuple(_row(office, source) for source in ordered)


def _row(office: Office, source: Source) -> ActRow:
    record: LegalAct = source.record
    return ActRow(
        link=Link(record.name, address(source)),
        title=record.title,
        issued=record.issued,
        in_force=record.in_force,
        force=force(record, office.day),
        mentions=sum(1 for other in office.mentions.get(source.key, ()) if other.key.kind != "legal_act"),
    )


def _page(context: SiteContext, source: Source) -> Page:
    view = _view(context, source)
    record = view.record
    wanted = (
        ("quan-he", "relations", view.replaces or view.amends or view.replaced_by or view.amended_by),
        ("dan-toi", "mentions", view.mentions),
    )
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        record=record,
        title=record.name,
        description=f"{record.name}: {record.title}"[:300],
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(record.title, record.issuer),
            names=(record.symbol, _called(record)),
            facts=(record.title,),
            weight=90,
        ),
    )


def _called(record: LegalAct) -> str:
    """`Luật Hộ tịch 2014`: an act as people speak of it."""
    title = shortened(record.title, 80)
    kind = "" if title.casefold().startswith(record.kind.label.casefold()) else record.kind.label
    return " ".join(str(word) for word in (kind, title, record.issued.year if record.issued else "") if word)


def _view(context: SiteContext, source: Source) -> ActView:
    office, record = context.office, source.record
    at = source.key.office
    others = [s for s in office.mentions.get(source.key, ()) if s.key.kind == "legal_act"]
    return ActView(
        record=record,
        force=force(record, office.day),
        replaces=_rows(office, (office.get("legal_act", id_, at) for id_ in record.replaces)),
        amends=_rows(office, (office.get("legal_act", id_, at) for id_ in record.amends)),
        replaced_by=_rows(office, (s for s in others if source.id in s.record.replaces)),
        amended_by=_rows(office, (s for s in others if source.id in s.record.amends)),
        mentions=_mentions(office, source),
    )


def _mentions(office: Office, source: Source) -> tuple[MentionGroup, ...]:
    """Everything that cites the act and has a page of its own, by kind."""
    found: dict[str, list[Link]] = {}
    for other in office.mentions.get(source.key, ()):
        if other.key.kind != "legal_act" and has_page(other, office.day):
            found.setdefault(other.key.kind, []).append(link(other))
    return tuple(MentionGroup(KINDS[kind].title, tuple(links)) for kind, links in found.items())
