"""What staff can do next about a duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from congkhai.derive.duties.occasion import Gap, Lack
from congkhai.derive.duties.status import DutyState, DutyStatus, Reason
from congkhai.model.duty_terms import Place
from congkhai.model.evidence import Proof
from congkhai.model.law_place import LawPlace
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do.

    `item` is the record that it is about, `boards` are those that lack it. `cites` is the place in the law that a
    disclosure must name to be recognised; `maybe` says that it is to be done only if there is something to publish.
    """

    lack: Lack
    item: Source | None = None
    boards: tuple[Source, ...] = ()
    place: Place | None = None
    have: int = 0
    want: int = 0
    due: date | None = None
    cites: LawPlace | None = None
    maybe: bool = False


def steps(status: DutyStatus) -> tuple[Step, ...]:
    """What would bring the duty nearer to being met; nothing for one that is met or does not fall on the office."""
    cites = next((e.cites for e in status.duty.evidence if e.kind is Proof.DISCLOSURE and e.cites), None)
    if status.state is DutyState.UNKNOWN and status.reason is Reason.NO_RECORD and cites:
        return (Step(Lack.PUBLISH, due=status.due, cites=cites, maybe=True),)
    asked = status.unkept
    if status.state is DutyState.UNKNOWN and status.decisive:
        asked = (status.decisive,)
    return tuple(_step(gaps, one.due, cites) for one in asked for gaps in _grouped(one.gaps))


def _grouped(gaps: tuple[Gap, ...]) -> list[list[Gap]]:
    """Gaps of one sort and one record together: one paper goes to many boards."""
    groups: dict[object, list[Gap]] = {}
    for gap in gaps:
        groups.setdefault((gap.lack, gap.item.key if gap.item else None), []).append(gap)
    return list(groups.values())


def _step(gaps: list[Gap], due: date | None, cites: LawPlace | None) -> Step:
    first = gaps[0]
    boards = tuple({gap.board.key: gap.board for gap in gaps if gap.board}.values())
    return Step(
        first.lack,
        first.item,
        boards,
        first.place,
        first.have,
        first.want,
        due,
        cites if first.lack is Lack.PUBLISH and first.item is None else None,
    )
