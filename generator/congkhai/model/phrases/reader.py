"""The one entry: from a text to all the times it names, and all that it leaves unclear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from congkhai.model.phrases import context
from congkhai.model.phrases.alternate import read_alternate
from congkhai.model.phrases.around_feast import read_around
from congkhai.model.phrases.count import read_count
from congkhai.model.phrases.duration import read_duration
from congkhai.model.phrases.echo import without_echoes
from congkhai.model.phrases.event import read_event
from congkhai.model.phrases.frequency import read_frequency
from congkhai.model.phrases.leftover import left_over
from congkhai.model.phrases.mask import mask
from congkhai.model.phrases.number import DIGITS
from congkhai.model.phrases.phrase import read_phrase
from congkhai.model.phrases.reading import Anchor, Kind, Reading, Unclear, Understood, Unread
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.season import read_season
from congkhai.model.phrases.standing import read_standing
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.weekly import read_weekly
from congkhai.model.phrases.workday import read_workday

#: The longest find at a place wins; among equals the first in this list.
_READERS: tuple[Callable[[Scene, int], Found | None], ...] = (
    read_around,
    read_phrase,
    read_workday,
    read_weekly,
    read_alternate,
    read_frequency,
    read_duration,
    read_event,
    read_season,
    read_standing,
    read_count,
)
#: What an unclear stretch is made of, besides numbers.
_TIMELY = frozenset(
    {
        *(
            "ngày",
            "tháng",
            "năm",
            "quý",
            "giờ",
            "phút",
            "h",
            "g",
            "đến",
            "từ",
            "mùng",
            "thứ",
            "là",
            "tết",
            "làm",
            "việc",
        ),
        *("mười", "mươi", "trăm", "lăm", "mốt", "/", "-", ".", ":", "(", ")", ","),
    }
)
#: How far an unclear stretch may reach.
_STRETCH = 12


def read_deadline(text: str, anchor: Anchor) -> Reading:
    """Read every time that a Vietnamese text names.

    Works in time linear in the length of the text, never raises, and prefers to leave something unread to a
    guess: what has no year is dated only when the anchor lets exactly one year fit.
    """
    scene = Scene.of(mask(without_echoes(Text.of(text))), anchor)
    times: list[Understood] = []
    unread: list[Unread] = []
    i = 0
    while i < len(scene.text):
        found = _longest(scene, i)
        if found is None:
            i += 1
            continue
        times.extend(_expected(scene, i, time) for time in found.times)
        unread.extend(found.unread)
        i = max(found.end, i + 1)
    return Reading(text=text, times=tuple(times), unread=tuple(unread))


def _longest(scene: Scene, i: int) -> Found | None:
    if scene.text.hidden(i) or not scene.text.word(i)[:1].isalnum():
        return None
    best: Found | None = None
    for reader in _READERS:
        try:
            found = reader(scene, i)
        except Unclear as unclear:
            found = _unclear(scene, i, unclear)
        if found and (best is None or found.end > best.end):
            best = found
    if best is None and (rest := left_over(scene, i)):
        best = Found(rest[0], (), (rest[1],))
    return best


def _unclear(scene: Scene, i: int, unclear: Unclear) -> Found:
    """The stretch of numbers, marks and words of time around what could not be."""
    text, end = scene.text, i + 1
    while end < i + 4 and text.number(end - 1) is None and not _timely(text, end - 1):
        end += 1
    while end < min(len(text), i + _STRETCH) and not text.breaks(end) and _timely(text, end):
        end += 1
    while end > i + 1 and text.word(end - 1) in {",", ".", ":", "-", "là", "từ", "làm", "đến"}:
        end -= 1
    return Found(end, (), (scene.unread(i, end, unclear.reason),))


def _timely(text: Text, i: int) -> bool:
    return text.number(i) is not None or text.among(i, _TIMELY) or text.word(i) in DIGITS


def _expected(scene: Scene, i: int, time: Understood) -> Understood:
    if time.expected or time.not_a_deadline or time.kind in {Kind.CITED, Kind.ISSUED, Kind.PROMPT, Kind.CONTINUOUS}:
        return time
    return replace(time, expected=context.expected(scene.text, i, i))
