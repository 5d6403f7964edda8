"""One entry of a calendar, and what becomes of it from one version of its record to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something that happens, or is due, at a time.

    `uid` names it for ever, whatever day it is moved to. With `whole_day` only the days of `start` and `end` count,
    the end included; otherwise both are times of Vietnam. `page` is relative to the site. `changed` says that it
    differs from what its rule gives; `sequence` grows with every change of the record that this entry shows.
    """

    uid: str
    title: str
    start: datetime
    end: datetime
    page: str
    whole_day: bool = False
    place: str = ""
    text: str = ""
    cancelled: bool = False
    changed: bool = False
    tentative: bool = False
    sequence: int = 0

    @property
    def order(self) -> tuple[datetime, str]:
        """The order of a calendar."""
        return (self.start, self.uid)


def remembered(versions: Iterable[Iterable[Appointment]]) -> tuple[Appointment, ...]:
    """The appointments of a record's last version with their sequence numbers, and those dropped since as cancelled.

    `versions` are the appointments of each version of the record, the oldest first and the one of today last. Nothing
    but the record's own past is needed, so two branches that are merged agree. An appointment starts with 0, or with
    1 when it differs from its rule, and every change adds two; so a record without a past also has a higher number
    for a session that was moved (RFC 5545, section 3.8.7.4).
    """
    known: dict[str, Appointment] = {}
    changes: dict[str, int] = {}
    for version in versions:
        now = {one.uid: one for one in version}
        for one in (*now.values(), *_dropped(known, now)):
            if one.uid in known and known[one.uid] != one:
                changes[one.uid] += 2
            changes.setdefault(one.uid, 0)
            known[one.uid] = one
    return tuple(sorted((_numbered(one, changes[one.uid]) for one in known.values()), key=lambda one: one.order))


def _dropped(known: dict[str, Appointment], now: dict[str, Appointment]) -> Iterator[Appointment]:
    return (replace(one, cancelled=True) for uid, one in known.items() if uid not in now)


def _numbered(one: Appointment, changes: int) -> Appointment:
    return replace(one, sequence=changes + (1 if one.changed or one.cancelled else 0))
