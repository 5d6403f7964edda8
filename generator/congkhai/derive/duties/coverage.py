"""Whether a record is public in the forms and at the places that a duty names, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from congkhai.check.filling import WholeDuty
from congkhai.derive.boards import ON_THE_WALL, Hanging
from congkhai.derive.duties.ledger import Ledger
from congkhai.derive.duties.occasion import Gap, Lack, Occasion
from congkhai.derive.windows import BoardWindow, PostingState
from congkhai.model.calendar import is_working_day
from congkhai.model.duty import DutyForms, MinimumPosting
from congkhai.model.duty_terms import Form, Place, PostingEnd
from congkhai.model.posting import BoardKind, Posting
from congkhai.source.repository import Source

#: Forms of which the records tell.
_TOLD = frozenset({Form.WEB, Form.POSTING, Form.LOUDSPEAKER})
_NO_FORMS = DutyForms(required=(Form.WEB,), one_of=(), optional=())
_LOUDSPEAKERS = frozenset({BoardKind.LOUDSPEAKER})


class Item(NamedTuple):
    """A record that must be public. `published` is since when the site has it; None: not yet.

    `also` are records whose posting shows this one as well, such as the field of a procedure.
    """

    source: Source
    published: date | None
    also: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found of one form: the days on which its parts came, the postings, and what is not there."""

    days: tuple[date, ...] = ()
    postings: tuple[Source, ...] = ()
    gaps: tuple[Gap, ...] = ()


def occasion(ledger: Ledger, whole: WholeDuty, items: Iterable[Item], due: date | None) -> Occasion:
    """What the records show of some items that a duty wants public together."""
    forms = whole.forms.value if whole.forms else _NO_FORMS
    listed = tuple(items)
    found = [_form(ledger, whole, form, listed) for form in forms.required if form in _TOLD]
    if forms.one_of:
        found.append(_either(ledger, whole, forms, listed))
    gaps = tuple(gap for seen in found for gap in seen.gaps)
    days = [day for seen in found for day in seen.days]
    postings = {posting.key: posting for seen in found for posting in seen.postings}
    return Occasion(
        due=due,
        done=None if gaps else max(days, default=None),
        records=tuple(item.source for item in listed),
        postings=tuple(postings.values()),
        gaps=gaps,
    )


def before_the_law(items: Iterable[Item]) -> Occasion:
    """Items that an earlier law governed: that they were made public is all that is asked of them."""
    listed = tuple(items)
    days = [item.published for item in listed if item.published]
    return Occasion(None, max(days, default=None), tuple(item.source for item in listed))


def _either(ledger: Ledger, whole: WholeDuty, forms: DutyForms, items: tuple[Item, ...]) -> _Seen:
    tried = [_form(ledger, whole, form, items) for form in forms.one_of if form in _TOLD]
    full = [seen for seen in tried if not seen.gaps]
    if full:
        best = min(full, key=lambda seen: max(seen.days, default=date.max))
        others = tuple(posting for seen in full for posting in seen.postings)
        return replace(best, postings=others)
    if any(form not in _TOLD for form in forms.one_of) or not tried:
        return _Seen(gaps=(Gap(Lack.ELSEWHERE),))
    return tried[0]


def _form(ledger: Ledger, whole: WholeDuty, form: Form, items: tuple[Item, ...]) -> _Seen:
    if form is Form.WEB:
        return _web(items)
    if form is Form.LOUDSPEAKER:
        # Those of a commune, if it has any (Law 10/2022/QH15, Article 13(3)).
        days = MinimumPosting(until=PostingEnd.DAYS, days=whole.duty.loudspeaker_days or 1, note=None)
        return _hung(ledger, items, [(board, None) for board in ledger.boards_of(_LOUDSPEAKERS)], days)
    places = [place for place in (whole.places.value if whole.places else ()) if place is not Place.FIELD]
    where = [(board, place) for place in places for board in ledger.boards_at(place) or (None,)]
    return _hung(ledger, items, where, whole.posting.value if whole.posting else None)


def _web(items: tuple[Item, ...]) -> _Seen:
    days = tuple(item.published for item in items if item.published)
    return _Seen(days, gaps=tuple(Gap(Lack.PUBLISH, item.source) for item in items if not item.published))


def _hung(
    ledger: Ledger,
    items: tuple[Item, ...],
    where: Iterable[tuple[Source | None, Place | None]],
    minimum: MinimumPosting | None,
) -> _Seen:
    """What hangs of the items on every board of a place; on None where the office has no such board."""
    days: list[date] = []
    postings: list[Source] = []
    gaps: list[Gap] = []
    boards = [(board, place, ledger.hung_on(board) if board else {}) for board, place in where]
    for item in items:
        for board, place, hangings in boards:
            if board is None:
                gaps.append(Gap(Lack.NO_BOARD, item.source, place=place))
            elif not hangings:
                gaps.append(Gap(_lack(place, ()), item.source, board, place))
            else:
                shown = (item.source, *item.also)
                hung = tuple(h for source in shown for h in hangings.get(source.key, ()))
                enough = [h for h in hung if _long_enough(ledger, h, board, minimum)]
                if enough:
                    first = min(enough, key=lambda h: h.window.first)
                    days.append(first.window.first)
                    postings.append(first.posting)
                else:
                    postings += [h.posting for h in hung]
                    gaps.append(Gap(_lack(place, hung), item.source, board, place))
    return _Seen(tuple(days), tuple(postings), tuple(gaps))


def _lack(place: Place | None, hung: tuple[Hanging, ...]) -> Lack:
    """What is wrong where nothing hung, or nothing long enough."""
    return Lack.BROADCAST if place is None else Lack.HANG_LONGER if hung else Lack.POST


def _long_enough(ledger: Ledger, hanging: Hanging, board: Source, minimum: MinimumPosting | None) -> bool:
    """A paper that still hangs, or that hung as long as it must; a standing one must hang on the day.

    What was withdrawn counts only where a number of days is asked for and it hung for them.
    """
    posting: Posting = hanging.posting.record
    place = hanging.on(board)
    counted = minimum is not None and minimum.until in {PostingEnd.DAYS, PostingEnd.WORKING_DAYS}
    if place and place.state is PostingState.WITHDRAWN and not counted:
        return False
    if minimum is None or place is None or minimum.until in {PostingEnd.EVENT, PostingEnd.NEXT}:
        return True
    if minimum.until is PostingEnd.PERMANENT:
        return place.state in ON_THE_WALL
    end = posting.down if posting.down and posting.down <= ledger.day else place.last
    return end is None or _length(ledger, place, end, minimum) >= (minimum.days or 0)


def _length(ledger: Ledger, place: BoardWindow, end: date, minimum: MinimumPosting) -> int:
    if minimum.until is PostingEnd.DAYS:
        return place.readable_until(end)
    every = (date.fromordinal(n) for n in range(place.first.toordinal() + 1, end.toordinal() + 1))
    read = (day for day in every if not any(start <= day <= last for start, last in place.lost))
    return sum(is_working_day(day, ledger.days.holidays, ledger.days.made_up) for day in read)
