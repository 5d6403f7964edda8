"""Duty rosters day by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from congkhai.model.roster import Post, Roster, Shift


@dataclass(frozen=True, slots=True)
class Watch:
    """A shift at its post."""

    post: Post
    shift: Shift


@dataclass(frozen=True, slots=True)
class WatchDay:
    """The shifts that begin on a day, in the order of their hours and of the posts; `holiday` names a day off."""

    day: date
    watches: tuple[Watch, ...]
    holiday: str | None


def watch_days(roster: Roster, holidays: Mapping[date, str]) -> tuple[WatchDay, ...]:
    """Every day of the period. The record has passed `check`."""
    posts = {post.id: post for post in roster.posts}
    order = list(posts)
    start, end = roster.period.start, roster.period.end
    if start is None or end is None:
        return ()
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    found: dict[date, list[Watch]] = {day: [] for day in days}
    for shift in sorted(roster.shifts, key=lambda s: (s.start, order.index(s.post))):
        found[shift.date].append(Watch(posts[shift.post], shift))
    return tuple(WatchDay(day, tuple(found[day]), holidays.get(day)) for day in days)
