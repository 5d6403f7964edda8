"""The posting register: each year's postings with their states, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from congkhai.catalogue import phrase
from congkhai.derive.boards import Hanging, postings
from congkhai.derive.publication import withheld_files
from congkhai.model.posting import Posting
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.figures import plain, shortened
from congkhai.render.site.makers.hangings import HangingRow, hanging_row
from congkhai.render.site.makers.links import Link, file_address
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.makers.posting_life import (
    EventView,
    FileView,
    VersionView,
    events,
    posted_files,
    version,
)
from congkhai.render.site.page import Page
from congkhai.source.repository import Key

_PAGES = Collection("niem-yet", "posting", "postings", "api/v1/posting.json")


@dataclass(frozen=True, slots=True)
class RegisterYear:
    """The postings of a year, the latest first."""

    year: int
    rows: tuple[HangingRow, ...]


@dataclass(frozen=True, slots=True)
class PostingView:
    """A posting with the people who hung it and took it down, its life, and what was hung up.

    `reason` is why it was withdrawn, empty for all others; `scans` are its signed minutes and photographs.
    """

    id: str
    row: HangingRow
    posted_by: PersonView
    taken_down_by: PersonView | None
    scans: tuple[Link, ...]
    events: tuple[EventView, ...]
    version: VersionView | None
    files: tuple[FileView, ...]
    reason: str


def pages(context: SiteContext) -> Iterator[Page]:
    """The register, and a page for each posting."""
    found = postings(context.office)
    withheld = withheld_files(context.office)
    yield _index(context, found)
    for hanging in found:
        yield _page(context, hanging, withheld)


def _index(context: SiteContext, found: tuple[Hanging, ...]) -> Page:
    day = context.office.day
    years = [
        RegisterYear(year, tuple(hanging_row(hanging, day) for hanging in group))
        for year, group in groupby(found, key=lambda h: h.posting.record.year)
    ]
    sources = [hanging.posting for hanging in found]
    offices = sorted({source.key.office for source in sources})
    lists = [paper for at in offices for paper in context.papers.get(Key("posting", "", at), ())]
    return index_page(context, _PAGES, sources, years=years, lists=lists, day=day)


def _scans(posting: Posting, withheld: frozenset[str]) -> Iterator[Link]:
    scans = (("minutes", posting.minutes), ("end_minutes", posting.end_minutes))
    named = [(name, path) for name, path in scans if path]
    for name, path in (*named, *(("photo", photo) for photo in posting.photos)):
        if path not in withheld:
            yield Link(phrase(f"posting_life.{name}"), file_address(path))


def _page(context: SiteContext, hanging: Hanging, withheld: frozenset[str]) -> Page:
    office, source = context.office, hanging.posting
    posting: Posting = source.record
    owner = source.key.office
    row = hanging_row(hanging, office.day)
    view = PostingView(
        id=source.id,
        row=row,
        posted_by=person(office.get("official", posting.posted_by, owner)),
        taken_down_by=person(office.get("official", posting.taken_down_by, owner)) if posting.taken_down_by else None,
        scans=tuple(_scans(posting, withheld)),
        events=events(office, hanging),
        version=version(posting, context.copies),
        files=posted_files(posting, context.copies, withheld),
        reason=posting.withdrawn.reason if row.withdrawn and posting.withdrawn else "",
    )
    wanted = (
        ("noi-dan", "where", True),
        ("dien-bien", "life", True),
        ("ban-da-dan", "files", view.version or view.files),
    )
    number = phrase("site.posting_number", number=row.number)
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        row=row,
        title=f"{number}: {shortened(row.title, 160)}",
        description=f"{row.state.label}. {', '.join(board.title for board in row.boards)}.",
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(posting.note),
            names=(row.number,),
            facts=(row.state.label, *(board.title for board in row.boards[:2])),
            weight=80,
        ),
    )
