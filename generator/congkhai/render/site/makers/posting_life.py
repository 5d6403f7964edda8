"""The life of a posting as its page tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.boards import Hanging
from congkhai.derive.copies import CopyState, Standings
from congkhai.derive.office import Office
from congkhai.derive.posting_life import Event, Happening, life
from congkhai.model.calendar import short_date
from congkhai.model.copy import copy_address
from congkhai.model.posting import Posting
from congkhai.render.site.makers.links import Link, file_address, link
from congkhai.render.site.makers.people import PersonView, person

_TONES = {
    Happening.INTERRUPTED: "warn",
    Happening.EXTENDED: "warn",
    Happening.WITHDRAWN: "late",
}


@dataclass(frozen=True, slots=True)
class EventView:
    """A step: the day, a sentence, the reason, who acted, the boards or the posting that it names."""

    day: date
    ahead: bool
    tone: str
    words: str
    reason: str
    by: PersonView | None
    boards: tuple[Link, ...]
    other: Link | None


@dataclass(frozen=True, slots=True)
class VersionView:
    """The version that was hung up, how it stands, and the page that answers for it; None where no page does."""

    code: str
    state: str
    tone: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class FileView:
    """A file that was hung up, with the digest entered then; `address` is None when the site does not have it."""

    file: str
    sha256: str
    address: str | None


def events(office: Office, hanging: Hanging) -> tuple[EventView, ...]:
    """The steps in the order of their days."""
    return tuple(_event(office, event) for event in life(office, hanging))


def _event(office: Office, event: Event) -> EventView:
    span = {"start": short_date(event.day), "end": short_date(event.end) if event.end else ""}
    key = event.what.value
    if event.what is Happening.INTERRUPTED:
        key = "interrupted_open" if event.end is None else "interrupted_day" if event.end == event.day else key
    if event.what is Happening.POSTED and event.other:
        key = "posted_for"
    if event.what is Happening.ENDS and event.day < office.day:
        key = "ended"
    return EventView(
        day=event.day,
        ahead=event.day > office.day,
        tone=_TONES.get(event.what, ""),
        words=phrase(f"posting_life.{key}", **span),
        reason=event.reason,
        by=person(event.by) if event.by else None,
        boards=tuple(link(board) for board in event.boards),
        other=Link(_number(event.other.record), address(event.other)) if event.other else None,
    )


def _number(posting: Posting) -> str:
    return f"{posting.number}/{posting.year}"


def version(posting: Posting, standings: Standings) -> VersionView | None:
    """The version on the wall; None for a paper that bears none."""
    if posting.version is None:
        return None
    standing = standings.get(posting.version)
    if standing is None:
        return VersionView(posting.version, "", "", None)
    tone = "ok" if standing.state is CopyState.CURRENT else "warn"
    return VersionView(
        posting.version, standing.state.label, tone, Link(posting.version, copy_address(posting.version))
    )


def posted_files(posting: Posting, standings: Standings, withheld: frozenset[str]) -> tuple[FileView, ...]:
    """The files with their digests; one that the site still has as it was is linked."""
    standing = standings.get(posting.version or "")
    current = standing is not None and standing.state is CopyState.CURRENT
    return tuple(FileView(one.file, one.sha256, _address(one.file, withheld, current=current)) for one in posting.files)


def _address(file: str, withheld: frozenset[str], *, current: bool) -> str | None:
    attached = file.removeprefix("tep/")
    if attached != file:
        return None if attached in withheld else file_address(attached)
    return file if current else None
