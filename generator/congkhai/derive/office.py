"""An office on a day: its records, its holidays, and when each file was last changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from congkhai.derive.backlinks import Mentions
from congkhai.derive.holidays import made_up_days, public_holidays
from congkhai.model.official import Official
from congkhai.model.site import Site
from congkhai.model.unit import Unit
from congkhai.model.workdays import WorkDays
from congkhai.source.fact import Facts, fact, timeless
from congkhai.source.history import Removed
from congkhai.source.late import Noted
from congkhai.source.repository import Repository, Source
from congkhai.source.trace import note


@dataclass(frozen=True, eq=False)
class Office:
    """What every page, notice and feed is derived from. The records have passed `check`.

    `past` holds earlier versions of records by the path of their file, the oldest first, and `removed` the records with
    days whose files are gone; both are empty without history. None stands for a time in which a file was not there.
    They may be given as :class:`Late`; that they were read is noted. `forms` are the PDF files that papers of
    procedures may name, by their path below `content/files/`.
    """

    repository: Repository
    day: date
    changes: Mapping[str, date] = field(default_factory=dict)
    past: Mapping[str, tuple[object | None, ...]] = field(default_factory=dict)
    facts: Facts = field(default_factory=Facts)
    forms: Mapping[str, bytes] = field(default_factory=dict)
    removed: tuple[Removed, ...] = ()

    @property
    def site(self) -> Site:
        """The identity of the office."""
        site: Site = self.repository.all("site")[0].record
        return site

    @property
    def holidays(self) -> Mapping[date, str]:
        """Days off with their names, from five years back to two years ahead."""
        return _holidays(self)

    @property
    def workdays(self) -> WorkDays:
        """The days on which offices work, in the same years."""
        return _workdays(self)

    @property
    def mentions(self) -> Mentions:
        """For each record, the records that refer to it."""
        return Mentions(self)

    def get(self, kind: str, id: str, office: str = "") -> Source:  # noqa: A002 - the word of the domain
        """The record that a checked reference names. Raises KeyError for any other."""
        source = self.repository.find(kind, id, office)
        if source is None:
            raise KeyError((kind, id))
        return source

    def unit(self, id: str, office: str = "") -> Unit:  # noqa: A002
        """The unit of that id."""
        unit: Unit = self.get("unit", id, office).record
        return unit

    def official(self, id: str, office: str = "") -> Official:  # noqa: A002
        """The official of that id."""
        official: Official = self.get("official", id, office).record
        return official

    def changed(self, *sources: Source) -> date | None:
        """The day on which any of the files was last changed; None without history."""
        for source in sources:
            note(f"@{source.path}")
        days = [self.changes[s.path] for s in sources if s.path in self.changes]
        return max(days, default=None)


for _name in ("past", "removed"):
    setattr(Office, _name, Noted(_name))


@timeless
def last_change(office: Office, kind: str) -> date | None:
    """The day on which any record of a kind was last changed; None without history."""
    return office.changed(*office.repository.all(kind))


@fact
def _holidays(office: Office) -> Mapping[date, str]:
    return public_holidays(office.site, _years(office))


@fact
def _workdays(office: Office) -> WorkDays:
    return WorkDays(office.holidays, made_up_days(office.site, _years(office)))


def _years(office: Office) -> range:
    return range(office.day.year - 5, office.day.year + 3)
