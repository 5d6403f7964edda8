"""What is printed on a day, as the ledger of copies knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from congkhai.derive.copies import Wall
from congkhai.derive.office import Office
from congkhai.model.copy import Copy
from congkhai.render.notices.kinds import lists, notices
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.source.repository import Key


@dataclass(frozen=True, slots=True)
class Drawn:
    """The notices of an office on its day, before they are printed; `lists` are those of persons, without rows."""

    notices: tuple[Notice, ...]
    refusals: tuple[Refusal, ...]
    lists: tuple[Notice, ...] = ()


def draw(office: Office, wanted: Callable[[Key], bool] = lambda key: True) -> Drawn:
    """Gather the facts of every notice, or of those whose record is wanted."""
    found = tuple(notices(office, wanted))
    return Drawn(
        tuple(n for n in found if isinstance(n, Notice)),
        tuple(n for n in found if isinstance(n, Refusal)),
        tuple(n for n in lists(office) if isinstance(n, Notice)),
    )


def wall(office: Office, drawn: Drawn, recorded: Iterable[Copy]) -> Wall:
    """The notices of the day beside every version that was recorded."""
    current = {notice.name.series: _copy(office, notice) for notice in (*drawn.notices, *drawn.lists)}
    refused = frozenset(refusal.name.series for refusal in drawn.refusals)
    return Wall(office, tuple(recorded), tuple(current.values()), refused - frozenset(current))


def _copy(office: Office, notice: Notice) -> Copy:
    return Copy(
        code=notice.code,
        kind=notice.name.kind,
        series=notice.name.series,
        number=notice.imprint.number,
        title=notice.imprint.title,
        page=notice.imprint.page,
        day=office.day,
        turn=0,
        after="",
        facts=notice.facts,
    )
