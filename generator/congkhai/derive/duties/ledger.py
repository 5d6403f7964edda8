"""What the records of an office show on a day, as duties look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from congkhai.check.minimum import BOARDS_AT
from congkhai.derive.boards import Hanging, by_item, postings
from congkhai.derive.duties.reckoning import Days
from congkhai.derive.office import Office
from congkhai.derive.publication import Visibility, visibility
from congkhai.model.duty_terms import Place
from congkhai.model.posting import BoardKind
from congkhai.model.unit import Unit
from congkhai.source.repository import Key, Source

#: How long after its document an occasion is still answered for: rounds of a year, with a little room.
MEMORY = timedelta(days=366)


@dataclass(frozen=True, eq=False)
class Ledger:
    """An office with everything that is asked for again and again.

    `at` names an office with a folder of its own; empty is the office of the site.
    """

    office: Office
    at: str = ""

    @property
    def day(self) -> date:
        """The day on which duties are looked at."""
        return self.office.day

    @cached_property
    def unit(self) -> Unit:
        """The office itself."""
        return self.office.unit(self.unit_id, self.at)

    @property
    def unit_id(self) -> str:
        """The id of the office's unit; an office's folder bears it."""
        return self.at or self.office.site.office

    @cached_property
    def days(self) -> Days:
        """How days are counted here."""
        return Days(self.office.holidays, self.office.workdays.made_up)

    @cached_property
    def hangings(self) -> Mapping[Key, tuple[Hanging, ...]]:
        """All postings of each record."""
        return by_item(postings(self.office))

    def hung_on(self, board: Source) -> Mapping[Key, tuple[Hanging, ...]]:
        """The postings of each record that hang on a board, or hung there before the day."""
        if board.key not in self._hung_on:
            found = {
                key: tuple(
                    h for h in hangings if h.window.first <= self.day and any(b.key == board.key for b in h.boards)
                )
                for key, hangings in self.hangings.items()
            }
            self._hung_on[board.key] = {key: hung for key, hung in found.items() if hung}
        return self._hung_on[board.key]

    @cached_property
    def _hung_on(self) -> dict[Key, Mapping[Key, tuple[Hanging, ...]]]:
        return {}

    @cached_property
    def boards(self) -> tuple[Source, ...]:
        """The boards of the office."""
        return self.own("board")

    def boards_at(self, place: Place) -> tuple[Source, ...]:
        """Every board that a paper must hang on to hang at a place; none when the office has named none."""
        return self.boards_of(BOARDS_AT.get(place, frozenset()))

    def boards_of(self, kinds: frozenset[BoardKind]) -> tuple[Source, ...]:
        """The boards of some kinds."""
        if kinds not in self._boards_of:
            self._boards_of[kinds] = tuple(board for board in self.boards if board.record.kind in kinds)
        return self._boards_of[kinds]

    @cached_property
    def _boards_of(self) -> dict[frozenset[BoardKind], tuple[Source, ...]]:
        return {}

    def own(self, kind: str) -> tuple[Source, ...]:
        """The records of a kind that the office itself keeps."""
        return tuple(source for source in self.office.repository.all(kind) if source.key.office == self.at)

    @cached_property
    def disclosures(self) -> tuple[Source, ...]:
        """The disclosures that the public may know of on the day."""
        return tuple(s for s in self.own("disclosure") if visibility(s.record, self.day) is not Visibility.HIDDEN)

    @cached_property
    def begins(self) -> date:
        """The first day of which the records tell: of what lies before it nothing can be said."""
        days = [source.record.published for kind in ("disclosure", "budget") for source in self.own(kind)]
        days += [source.record.start for source in self.own("posting")]
        return min(days, default=self.day)

    def symbol(self, act: str, at: str = "") -> str:
        """The symbol of a legal act by its id."""
        return str(self.office.get("legal_act", act, at).record.symbol)
