"""The duty roster poster: which day, at which post, who, and the number to call."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.derive.watch import WatchDay, watch_days
from congkhai.model.calendar import short_date, weekday_name
from congkhai.model.roster import Post, Roster, Shift
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.identity import Holder, Identity, holder, hotline, identity
from congkhai.render.notices.facts.reception import brief
from congkhai.render.notices.facts.wording import citations
from congkhai.render.notices.text import UpTo, paragraphs
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class PostFact:
    """A column of the table."""

    name: str
    place: str
    phone: str


@dataclass(frozen=True, slots=True)
class ShiftFact:
    """Who is at a post; `hours` is empty for the usual ones, changeover to changeover."""

    people: tuple[Holder, ...]
    hours: str
    note: str


@dataclass(frozen=True, slots=True)
class DayFact:
    """A row of the table: for each post its shifts."""

    day: str
    holiday: str
    posts: tuple[tuple[ShiftFact, ...], ...]


@dataclass(frozen=True, slots=True)
class RosterFacts:
    """What the poster says."""

    office: Identity
    title: str
    period: str
    usual: str
    phone: str
    announced: str
    posts: tuple[PostFact, ...]
    days: tuple[DayFact, ...]
    instructions: Annotated[tuple[str, ...], UpTo(3000)]
    basis: tuple[str, ...]


def draft(office: Office, source: Source) -> Draft | None:
    """The poster of a roster that is not over on the day."""
    roster: Roster = source.record
    end = roster.period.end
    if end and end < office.day:
        return None
    people = sorted({id_ for shift in roster.shifts for id_ in shift.people})
    also = tuple(office.get("official", id_, source.key.office) for id_ in people)
    found = partial(facts, office, source)
    return of_record(source, roster.title, f"LT {source.id}", found, also, roster.announced, (end,))


def facts(office: Office, source: Source) -> RosterFacts:
    """Gather the poster."""
    roster: Roster = source.record
    at = source.key.office
    start, end = roster.period.start, roster.period.end
    period = phrase("notice_roster.period", start=short_date(start), end=short_date(end)) if start and end else ""
    return RosterFacts(
        office=identity(office, at),
        title=roster.title,
        period=period,
        usual=phrase("notice_roster.usual", hour=roster.changeover.spoken),
        phone=roster.phone or hotline(office, at),
        announced=short_date(roster.announced),
        posts=tuple(PostFact(post.name, post.place or "", post.phone or "") for post in roster.posts),
        days=tuple(_day(office, roster, day, at) for day in watch_days(roster, office.holidays)),
        instructions=paragraphs(roster.instructions),
        basis=citations(office, roster.basis, at),
    )


def _day(office: Office, roster: Roster, day: WatchDay, at: str) -> DayFact:
    cells = tuple(
        tuple(_shift(office, roster, post, watch.shift, at) for watch in day.watches if watch.post == post)
        for post in roster.posts
    )
    return DayFact(f"{weekday_name(day.day)} {brief(day.day)}", day.holiday or "", cells)


def _shift(office: Office, roster: Roster, post: Post, shift: Shift, at: str) -> ShiftFact:
    whole = not post.hours and shift.begins == shift.ends == roster.changeover
    return ShiftFact(
        people=tuple(holder(office.get("official", id_, at)) for id_ in shift.people),
        hours="" if whole else f"{shift.begins}–{shift.ends}",
        note=shift.note or "",
    )
