"""Every other week and twice a month: `cách tuần vào thứ Sáu`, `nửa tháng một lần`."""

from __future__ import annotations

from dataclasses import replace

from congkhai.model.phrases.every import read_units
from congkhai.model.phrases.frequency import recurrence
from congkhai.model.phrases.hour import PARTS
from congkhai.model.phrases.reading import Times, Unit
from congkhai.model.phrases.rule import Every
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.weekday import read_weekdays
from congkhai.model.phrases.words import DAY_CODES

_ONCE = frozenset({"lần", "kỳ", "buổi", "số", "phiên", "cuộc"})
_ONE = frozenset({"một", "1", "01", "/"})
#: After these `cách tuần` is a distance between two weeks, not a rhythm.
_NOT_RHYTHM = frozenset({"sau", "trước", "nữa", "này"})


def read_alternate(scene: Scene, i: int) -> Found | None:
    """A rhythm of two weeks, perhaps with its days of the week, or of half a month."""
    text = scene.text
    if (end := _two_weeks(text, i)) is not None:
        return _on_days(scene, i, end)
    j = i + 1 if text.word(i) in {"mỗi", "cứ"} else i
    if text.at(i, "định", "kỳ"):
        j = i + 2
    if text.at(j, "nửa", "tháng") and text.among(j + 2, _ONE) and text.among(j + 3, _ONCE):
        return Found(j + 4, (recurrence(scene, i, j + 4, Every(1, Unit.MONTH), Times(low=2, high=2)),))
    return None


def _two_weeks(text: Text, i: int) -> int | None:
    """Where `cách tuần` or `hai tuần một lần` ends."""
    if text.at(i, "cách", "tuần") and not text.among(i + 2, _NOT_RHYTHM):
        return i + 2
    j = i + 1 if text.word(i) in {"mỗi", "cứ"} else i
    found = read_units(text, j)
    if found is None or found[0] != Every(2, Unit.WEEK):
        return None
    return found[1] + 2 if text.among(found[1], _ONE) and text.among(found[1] + 1, _ONCE) else None


def _on_days(scene: Scene, i: int, end: int) -> Found | None:
    """The rhythm with the days of the week after it; which of the two weeks is meant, no phrase tells."""
    text = scene.text
    every = Every(2, Unit.WEEK)
    alone = Found(end, (recurrence(scene, i, end, every),)) if text.word(i) == "cách" else None
    j = end
    while text.word(j) in {",", "vào", "buổi", "ngày", "(", ":"} and j < end + 3:
        j += 1
    part = PARTS.get(text.word(j))
    ready = read_weekdays(text, j + 1 if part else j)
    if ready is None:
        return alone
    days, stop = ready
    rule = f"{every.rule};BYDAY={','.join(DAY_CODES[day] for day in days)}"
    time = recurrence(scene, i, stop, every)
    return Found(stop, (replace(time, rule=rule, due_rule=rule, part=part),))
