"""Times around Tết: `trước, trong và sau Tết`, `trước Tết Nguyên đán 10 ngày`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from congkhai.model.phrases.amount import read_amount
from congkhai.model.phrases.bounded import understood
from congkhai.model.phrases.direction import Direction
from congkhai.model.phrases.duration import counted_from
from congkhai.model.phrases.feast import Tet, read_feast
from congkhai.model.phrases.item import Item
from congkhai.model.phrases.reading import Amount, Bound, Kind, Relation, Unclear
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Phrases
from congkhai.model.plan import Precision

_AROUND = Phrases(
    "trước , trong và sau | trong và sau | trước và trong | trong , sau | trước trong và sau | trước , trong , sau"
)
_ASIDE = Phrases("trước và sau | trước , sau")
_SIDES = {"trước": Relation.BEFORE, "sau": Relation.AFTER}
_LEAST = Phrases("ít nhất | ít nhất là | tối thiểu | tối thiểu là | chậm nhất | chậm nhất là | muộn nhất")


def read_around(scene: Scene, i: int) -> Found | None:
    """A time on one side of Tết, or on both."""
    return _around(scene, i) or _so_many_days(scene, i)


def _around(scene: Scene, i: int) -> Found | None:
    """`trước, trong và sau Tết Nguyên đán Tân Sửu`: how long before and after is not told."""
    text = scene.text
    j = _AROUND.end(text, i)
    aside = _ASIDE.end(text, i) if j is None else None
    k = j if j is not None else aside
    if k is None:
        return None
    found = read_feast(text, k, timed=True)
    if found is None or not isinstance(found[0], Tet):
        return None
    end = found[1]
    if aside is not None:
        return Found(end, (scene.understood(i, end, Kind.OPEN, Precision.HOLIDAY),))
    try:
        time = understood(scene, i, end, Direction.ON, Item(found[0]))
    except Unclear as unclear:
        return Found(end, (), (scene.unread(i, end, unclear.reason),))
    return Found(end, (replace(time, estimated=True),))


def _so_many_days(scene: Scene, i: int) -> Found | None:
    """`trước Tết Nguyên đán ít nhất 10 ngày` counts back from the first day of the year, `sau Tết 15 ngày` on."""
    text = scene.text
    lead = _LEAST.end(text, i)
    at = i if lead is None else lead
    side = _SIDES.get(text.word(at))
    found = read_feast(text, at + 1, timed=True) if side else None
    if found is None:
        return None
    tet, j = found
    if not isinstance(tet, Tet):
        return None
    least = _LEAST.end(text, j + 1 if text.word(j) == "," else j)
    counted = read_amount(text, j if least is None else least)
    if counted is None:
        return None
    low, high, unit, end = counted
    amount = Amount(
        low=low, high=high, unit=unit, bound=Bound.AT_LEAST if lead or least else Bound.EXACT, relation=side
    )
    day = _new_year(scene, tet, i) if side is Relation.BEFORE else None
    first, last = counted_from(day, amount) if day else (None, None)
    time = scene.understood(
        *(i, end, Kind.EVENT, Precision.EVENT),
        after=text.wording(at + 1, j),
        amount=amount,
        relation=side,
        start=first,
        end=last,
    )
    return Found(end, (time,))


def _new_year(scene: Scene, tet: Tet, i: int) -> date | None:
    try:
        return scene.bounds(replace(tet, first_day_only=True), i)[0]
    except Unclear:
        return None
