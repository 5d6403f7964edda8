"""How each printed copy stands on a day: current, replaced, or withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import unique
from functools import cached_property
from itertools import groupby

from congkhai.derive.address import address
from congkhai.derive.office import Office
from congkhai.model.address_book import AddressBook, Move
from congkhai.model.calendar import Period
from congkhai.model.copy import Copy, Plain, by_series
from congkhai.model.disclosure import Disclosure
from congkhai.model.spec import Labelled
from congkhai.source.repository import Source


@unique
class CopyState(Labelled):
    """What a copy on the wall is worth. PAUSED: its notice cannot be printed for want of a fact."""

    CURRENT = "current", "Còn đúng"
    REPLACED = "replaced", "Đã được thay"
    WITHDRAWN = "withdrawn", "Đã rút"
    PAUSED = "paused", "Đang sửa"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a notice, and its first day."""

    code: str
    day: date


@dataclass(frozen=True, slots=True)
class Standing:
    """A copy on a day.

    `since` is the day on which it was replaced or withdrawn, None where no day is known. `now` is the version that
    stands in its place, or the copy itself. `reason` is what the office wrote of a withdrawal. `versions` are all of
    its notice, the earliest first.
    """

    copy: Copy
    state: CopyState
    since: date | None = None
    now: Copy | None = None
    reason: str = ""
    versions: tuple[Version, ...] = ()

    @property
    def told(self) -> str:
        """A text that changes with anything that can be said of the copy; its code stands for its facts."""
        copy, now = self.copy, self.now
        place = (copy.code, copy.series, copy.title, copy.page, now and (now.code, now.series, now.page))
        listed = self.versions if self.last else ()
        return repr((place, self.state.value, self.since, self.reason, listed))

    @property
    def last(self) -> bool:
        """Say whether it is the last version of its notice: only its page lists all of them."""
        return bool(self.versions) and self.versions[-1].code == self.copy.code


class Standings:
    """How each code stands that was ever published, in the order of the codes.

    `facts` finds what a copy says, which those that are printed on the day need not have with them.
    """

    def __init__(
        self, standings: Iterable[Standing] = (), facts: Callable[[Copy], Plain] = lambda copy: copy.facts
    ) -> None:
        self._by_code = {standing.copy.code: standing for standing in standings}
        self.facts = facts

    def __iter__(self) -> Iterator[Standing]:
        """All of them."""
        return iter(self._by_code.values())

    def get(self, code: str) -> Standing | None:
        """How a code stands; None when it was never published."""
        return self._by_code.get(code)

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes."""
        return tuple(self._by_code)

    def under(self, letter: str) -> tuple[Standing, ...]:
        """Those whose codes begin with a character."""
        return self._letters.get(letter, ())

    @cached_property
    def _letters(self) -> Mapping[str, tuple[Standing, ...]]:
        groups = groupby(self._by_code.values(), key=lambda standing: standing.copy.code[0])
        return {letter: tuple(group) for letter, group in groups}


@dataclass(frozen=True, eq=False)
class Wall:
    """All that may hang: what was ever recorded, what is printed on the day, and the notices that cannot be.

    `facts` gathers what one of the `current` copies says: they need not have it with them.
    """

    office: Office
    recorded: tuple[Copy, ...]
    current: tuple[Copy, ...]
    refused: frozenset[str] = frozenset()
    facts: Callable[[Copy], Plain] = lambda copy: copy.facts

    def standings(self) -> Standings:
        """One for each code that was ever published, in the order of the codes."""
        found: dict[str, Standing] = {}
        for series, versions in self._versions.items():
            for copy in versions:
                standing = self._standing(copy, versions, series)
                known = found.get(copy.code)
                if known is None or known.state is not CopyState.CURRENT:
                    found[copy.code] = standing
        return Standings((found[code] for code in sorted(found)), self.facts)

    def unrecorded(self) -> tuple[Copy, ...]:
        """The versions that are printed on the day and that the ledger lacks, with their facts where they have them."""
        return tuple(self._new())

    def whole(self, copies: Iterable[Copy]) -> Iterator[Copy]:
        """Unrecorded versions with all that is recorded of them."""
        return (replace(copy, facts=self.facts(copy)) for copy in copies)

    def _new(self) -> Iterator[Copy]:
        for copy in self.current:
            versions = self._recorded.get(copy.series, ())
            last = versions[-1] if versions else None
            if last is None or last.code != copy.code:
                today = [v.turn for v in versions if v.day == self.office.day]
                yield replace(copy, turn=max(today, default=0) + 1, after=last.code if last else "")

    @cached_property
    def _recorded(self) -> Mapping[str, tuple[Copy, ...]]:
        return by_series(self.recorded)

    @cached_property
    def _versions(self) -> Mapping[str, tuple[Copy, ...]]:
        return by_series((*self.recorded, *self.unrecorded()))

    @cached_property
    def _told(self) -> Mapping[str, tuple[Version, ...]]:
        return {
            series: tuple(Version(copy.code, copy.day) for copy in versions)
            for series, versions in self._versions.items()
        }

    @cached_property
    def _now(self) -> Mapping[str, Copy]:
        return {copy.series: copy for copy in self.current}

    @cached_property
    def _by_page(self) -> Mapping[tuple[str, str], Copy]:
        return {(copy.kind, copy.page): copy for copy in self.current}

    @cached_property
    def _moves(self) -> Mapping[str, Move]:
        books: list[AddressBook] = [source.record for source in self.office.repository.all("address_book")]
        return {move.old: move for book in books for move in book.moves}

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {address(source): source for source in self.office.repository if source.kind.slug}

    def _standing(self, copy: Copy, versions: tuple[Copy, ...], series: str) -> Standing:
        moves = self._left(copy.page)
        told = self._told[series]
        last = moves[-1] if moves else None
        now = self._now.get(series) or (self._by_page.get((copy.kind, last.new)) if last and last.new else None)
        if now and now.code == copy.code:
            return Standing(copy, CopyState.CURRENT, now=now, versions=told)
        if now:
            return Standing(copy, CopyState.REPLACED, self._replaced(copy, versions, moves), now, versions=told)
        if series in self.refused:
            return Standing(copy, CopyState.PAUSED, versions=told)
        ended, reason = self._ended(copy), ""
        if last:
            ended, reason = last.day, last.reason
        return Standing(copy, CopyState.WITHDRAWN, ended, reason=reason, versions=told)

    def _left(self, page: str) -> tuple[Move, ...]:
        """The moves that lead on from an address, one after the other."""
        moves: list[Move] = []
        at: str | None = page
        while at and (move := self._moves.get(at)) and move not in moves:
            moves.append(move)
            at = move.new
        return tuple(moves)

    def _replaced(self, copy: Copy, versions: tuple[Copy, ...], moves: Iterable[Move]) -> date:
        """The day of the version that followed the last time this one was current."""
        place = max(number for number, version in enumerate(versions) if version.code == copy.code)
        if place + 1 < len(versions):
            return versions[place + 1].day
        return next((move.day for move in moves), self.office.day)

    def _ended(self, copy: Copy) -> date | None:
        """The last day of a record that is still there but no longer printed."""
        source = self._sources.get(copy.page)
        if source is None:
            return None
        record = source.record
        if isinstance(record, Disclosure):
            return record.until
        period = getattr(record, "validity", None) or getattr(record, "period", None)
        return period.end if isinstance(period, Period) else None
