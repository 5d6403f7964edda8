"""Phrases that name days: a direction, one time or several, and whether they come again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from congkhai.model.clock import TimeOfDay
from congkhai.model.phrases import context
from congkhai.model.phrases.bounded import spanned, understood
from congkhai.model.phrases.direction import Direction, misled, read_direction
from congkhai.model.phrases.every import read_every, suffix
from congkhai.model.phrases.hour import Clock, late_clock, read_clock
from congkhai.model.phrases.item import Item, read_item
from congkhai.model.phrases.joined import Listed, Spanned, read_list, read_span
from congkhai.model.phrases.moment import Civil, Now, day
from congkhai.model.phrases.reading import Kind, Reason, Unclear, Understood, Unit, Unread
from congkhai.model.phrases.recurring import (
    lunar_yearly,
    named_months,
    quarter_months,
    quarterly,
    repeated,
    repeated_span,
)
from congkhai.model.phrases.rule import Every
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.plan import Precision

_REGULAR = Phrases("định kỳ vào | định kỳ | định kỳ :")
_DAWN = TimeOfDay(5 * 60)
_NOT_TIMED = frozenset({Direction.WITHIN})
_BOUNDED = frozenset({Direction.BEFORE, Direction.UNTIL, Direction.SINCE})
_SPANNING = frozenset({None, Direction.SINCE, Direction.AFTER, Direction.ON, Direction.WITHIN})
_BACKWARDS = Phrases("trở về trước | về trước | trở lại trước")


def read_phrase(scene: Scene, i: int) -> Found | None:
    """A direction with its times, at a place."""
    text = scene.text
    j, every = _frequency_first(text, i)
    direction, j = _direction(text, j)
    timed = direction is not None and direction not in _NOT_TIMED
    loose = direction is not None or text.word(i - 1) in {":", "("} or i == 0
    alone = i == 0 and direction is None and every is None
    found = (
        _span(scene, i, j, direction, every, timed, loose)
        or _list(scene, i, j, direction, every, timed or (alone and _whole(text)), loose)
        or _hours(scene, i, j, direction, every)
    )
    if found and every and not all(time.kind is Kind.RECURRENCE for time in found.times):
        return None
    return _bracketed(scene, i, found) if found else None


def _bracketed(scene: Scene, i: int, found: Found) -> Found:
    """Take in the bracket that closes one that stands inside the phrase: `hằng tháng (trước ngày 20)`."""
    text = scene.text
    opened = sum(text.word(n) == "(" for n in range(i, found.end)) - sum(
        text.word(n) == ")" for n in range(i, found.end)
    )
    if opened != 1 or text.word(found.end) != ")":
        return found
    last = text.tokens[found.end]
    times = tuple(
        replace(time, to=last.end, wording=text.source[time.at : last.end])
        if time.to == text.tokens[found.end - 1].end
        else time
        for time in found.times
    )
    return Found(found.end + 1, times, found.unread)


def _whole(text: Text) -> bool:
    """The text is nothing but a day and a month, as in a table's cell."""
    return len(text) <= 4 and text.word(1) == "/" and text.number(2) is not None


def _frequency_first(text: Text, i: int) -> tuple[int, Every | None]:
    """`Hằng năm, trước ngày …`, `định kỳ vào ngày 15 hằng tháng`."""
    if (j := _REGULAR.end(text, i)) is not None:
        found = read_every(text, j)
        if found:
            return (found[1] + 1 if text.word(found[1]) in {",", "(", "vào"} else found[1]), found[0]
        return (j + 1 if text.word(j) in {",", "("} else j), (Every(1, Unit.YEAR) if _month_follows(text, j) else None)
    found = read_every(text, i)
    if found is None:
        return i, None
    j = found[1]
    while text.word(j) in {",", "(", ":"} and j < found[1] + 2:
        j += 1
    return j, found[0]


def _month_follows(text: Text, i: int) -> bool:
    """`định kỳ vào tháng 12`, `định kỳ trước ngày 15/12` say no frequency and mean every year."""
    found = read_direction(text, i)
    item = read_item(text, found[1] if found else i, timed=True) if found or text.word(i - 1) == "vào" else None
    if item is None or not isinstance(item[0].when, Civil):
        return False
    when = item[0].when
    return when.month is not None and when.year is None and when.relative is None and suffix(text, item[1]) is None


def _direction(text: Text, i: int) -> tuple[Direction | None, int]:
    found = read_direction(text, i)
    if found is None or misled(text, i):
        return None, i
    return found


def _minutes(text: Text, i: int) -> bool:
    """What ended is `1 giờ 30 phút`, which by itself lasts so long and is no time of the night."""
    return text.word(i - 1) == "phút" and text.word(i - 3) == "giờ" and text.number(i - 2) != 0


def _span(
    scene: Scene, i: int, j: int, direction: Direction | None, every: Every | None, timed: bool, loose: bool
) -> Found | None:
    if direction not in _SPANNING:
        return None
    text = scene.text
    found = read_span(text, j, timed, loose)
    if found is None:
        return None
    span, end = found
    again = suffix(text, end)
    frequency = again[0] if again else every
    if frequency is None and _to_month_end(span):
        frequency = Every(1, Unit.MONTH)
    if frequency is None and scene.every_year(i):
        frequency = Every(1, Unit.YEAR)
    if frequency:
        stop = again[1] if again else end
        time = repeated_span(scene, i, stop, span, frequency)
        if time:
            return Found(stop, (time,))
    try:
        time = spanned(scene, i, end, span.first, span.last, span.before)
        if direction is Direction.AFTER:
            if time.start is None or span.last.when.precision is not span.first.when.precision:
                return None
            time = replace(time, start=scene.bounds(span.first.when, i)[1] + timedelta(days=1))
        return Found(end, (time,))
    except Unclear as unclear:
        return Found(end, (), (scene.unread(i, end, unclear.reason),))


def _to_month_end(span: Spanned) -> bool:
    """`từ ngày 01 đến ngày cuối cùng của tháng`."""
    first, last = span.first.when, span.last.when
    bare = isinstance(first, Civil) and isinstance(last, Civil) and first.month is None and last.month is None
    return bare and isinstance(last, Civil) and last.first < 0


def _list(
    scene: Scene, i: int, j: int, direction: Direction | None, every: Every | None, timed: bool, loose: bool
) -> Found | None:
    text = scene.text
    found = read_list(text, j, timed, loose)
    if found is None:
        return None
    listed, end = found
    first = listed.items[0].when
    if isinstance(first, Now):
        return None
    if text.at(end, "âm", "lịch"):
        return Found(end + 2, (), (scene.unread(i, end + 2, Reason.UNKNOWN),))
    if direction in {None, Direction.SINCE} and text.at(end, "trở", "đi"):
        direction, end = Direction.SINCE, end + 2
        listed = replace(listed, places=(*listed.places[:-1], (listed.places[-1][0], end)))
    if direction is Direction.SINCE and (back := _BACKWARDS.end(text, end)) is not None:
        direction, end = Direction.UNTIL, back
        listed = replace(listed, places=(*listed.places[:-1], (listed.places[-1][0], back)))
    if again := _again(scene, i, end, direction, listed, every):
        return again
    if isinstance(first, Civil) and first.month is None and not first.relative:
        each_month = scene.every_month(i) or first.first < 0
        if each_month and (times := repeated(scene, i, end, direction, listed, Every(1, Unit.MONTH))):
            return Found(end, times)
    if _of_every_year(scene, i, listed) and (times := repeated(scene, i, end, direction, listed, Every(1, Unit.YEAR))):
        return Found(end, times)
    if len(listed.items) == 1 and (late := _late_clock(text, end, direction, listed.items[0])):
        clock, end = late
        listed = Listed((replace(listed.items[0], clock=clock),), ((listed.places[0][0], end),))
    return _dated(scene, i, end, direction, listed)


def _late_clock(text: Text, i: int, direction: Direction | None, item: Item) -> tuple[Clock, int] | None:
    """`ngày 15/3/2026, lúc 7 giờ 30`; before or since a day it can be one hour only."""
    if item.clock or not isinstance(item.when, Civil) or not item.when.single or text.word(i) == ":":
        return None
    try:
        found = late_clock(text, i)
    except Unclear:
        return None
    if found is None or suffix(text, found[1]) or text.word(found[1]) in {"ngày", "đến", "-"}:
        return None
    if direction in {None, Direction.ON}:
        return found
    one = found[0].end is None and any(text.word(n) in {"lúc", "hồi"} for n in range(i, i + 3))
    return found if one and direction in _BOUNDED else None


def _of_every_year(scene: Scene, i: int, listed: Listed) -> bool:
    whens = [item.when for item in listed.items]
    days = all(isinstance(when, Civil) and when.year is None and when.month and not when.last_year for when in whens)
    return days and scene.every_year(i)


def _again(
    scene: Scene, i: int, end: int, direction: Direction | None, listed: Listed, every: Every | None
) -> Found | None:
    """What makes the list come again stands behind it or before it."""
    text = scene.text
    bare = all(isinstance(one.when, Civil) and one.when.single and one.when.month is None for one in listed.items)
    if bare and (months := quarter_months(text, end)):
        times = quarterly(scene, i, months[1], direction, listed, months[0])
        return Found(months[1], times) if times else None
    if bare and (named := named_months(text, end)):
        return _of_months(scene, i, direction, listed, named)
    again = suffix(text, end) or (_of_the_month(text, end) if bare else None)
    frequency = again[0] if again else every
    stop = again[1] if again else end
    if frequency is None:
        return None
    if frequency == Every(1, Unit.YEAR) and (lunar := lunar_yearly(scene, i, stop, direction, listed)):
        return Found(stop, lunar)
    times = repeated(scene, i, stop, direction, listed, frequency)
    return Found(stop, times) if times else None


def _of_the_month(text: Text, i: int) -> tuple[Every, int] | None:
    """`trước ngày 15 của tháng`: of every month, since no one month is meant."""
    closes = text.word(i + 2) in {"", ",", ".", ";", ")", ":", "và"}
    return (Every(1, Unit.MONTH), i + 2) if text.at(i, "của", "tháng") and closes else None


def _of_months(
    scene: Scene, i: int, direction: Direction | None, listed: Listed, named: tuple[tuple[int, ...], int | None, int]
) -> Found | None:
    """`ngày 15 các tháng 3, 6, 9, 12 năm 2026`, or of every year."""
    months, year, end = named
    again = suffix(scene.text, end)
    if year is None and again and again[0] == Every(1, Unit.YEAR):
        times = quarterly(scene, i, again[1], direction, listed, months)
        return Found(again[1], times) if times else None
    numbers = [item.when.first for item in listed.items if isinstance(item.when, Civil)]
    items = tuple(replace(listed.items[0], when=day(number, month, year)) for month in months for number in numbers)
    spread = Listed(items, tuple((i, end) for _ in items))
    if year is None and scene.every_year(i):
        times = quarterly(scene, i, end, direction, listed, months)
        return Found(end, times) if times else None
    return _dated(scene, i, end, direction, spread)


def _dated(scene: Scene, i: int, end: int, direction: Direction | None, listed: Listed) -> Found:
    times: list[Understood] = []
    unread: list[Unread] = []
    hours = listed.items[0].clock
    if hours and hours.end:
        direction = Direction.ON if direction is Direction.SINCE else direction
        listed = replace(listed, items=tuple(replace(item, clock=item.clock or hours) for item in listed.items))
    for n, (item, (at, stop)) in enumerate(zip(listed.items, listed.places, strict=True)):
        place = (i if n == 0 else at, stop)
        try:
            times.append(understood(scene, *place, direction, item))
        except Unclear as unclear:
            unread.append(scene.unread(*place, unclear.reason))
    if listed.either and not unread and len(times) == 2:
        merged = _merged(scene, i, end, *times)
        times = [merged] if merged else times
    return Found(end, _alike(times), tuple(unread))


def _alike(times: list[Understood]) -> tuple[Understood, ...]:
    """What the first of a list is, a period or a citation, the others are too."""
    first = times[0].kind if times else None
    if first in {Kind.PERIOD, Kind.CITED}:
        return tuple(replace(time, kind=first, expected=times[0].expected) for time in times)
    if first is Kind.WINDOW:
        shared = times[0].not_a_deadline
        return tuple(
            replace(time, kind=first, not_a_deadline=shared) if time.kind is Kind.PERIOD else time for time in times
        )
    return tuple(replace(time, expected=time.expected or times[0].expected) for time in times)


def _merged(scene: Scene, i: int, end: int, one: Understood, other: Understood) -> Understood | None:
    """`cuối tháng 6/2007 hoặc đầu tháng 7/2007` is one window."""
    if one.kind is not Kind.WINDOW or other.kind is not Kind.WINDOW or one.named_day or other.named_day:
        return None
    if not one.end or not other.start or (other.start - one.end).days != 1:
        return None
    at, to = scene.text.place(i, end)
    precision = Precision.FUZZY if one.estimated else Precision.SPAN
    return replace(one, at=at, to=to, wording=scene.text.source[at:to], end=other.end, precision=precision)


def _hours(scene: Scene, i: int, j: int, direction: Direction | None, every: Every | None) -> Found | None:
    """A span of hours with no day: `từ 7 giờ 30 đến 11 giờ 30`; an hour of each day: `trước 15 giờ hằng ngày`."""
    text = scene.text
    compared = text.word(j - 1) == "hơn" and (text.number(j) or 0) >= _DAWN.minutes // 60
    marked = text.word(j + 1) in {"h", "g", ":"} or compared
    limit = direction is Direction.BEFORE or (direction is Direction.UNTIL and marked)
    found = read_clock(text, j if limit or every or direction is Direction.AFTER else i)
    if found is None:
        return None
    clock, end = found
    if text.word(i) == "đến" and text.at(i - 2, "hôm", "trước"):
        return Found(end, (), (scene.unread(i, end, Reason.UNKNOWN),))
    again = suffix(text, end)
    daily = Every(1, Unit.DAY)
    if again and again[0] == daily:
        every, end = daily, again[1]
    told = clock.start.minutes % 60 not in {0, 59} or (text.word(end - 1) == "phút" and text.number(end - 2) == 0)
    leads = (
        (i == 0 or text.breaks(i) or text.word(i - 1) == ":") and text.word(end) == "," and text.word(i + 1) == "giờ"
    )
    clear = leads or clock.end is not None or text.word(i) in {"lúc", "hồi", "vào", "từ"} or told or limit
    if direction is Direction.AFTER and clock.end is None and text.word(j - 1) == "sau":
        return Found(end, (), (scene.unread(i, end, Reason.UNCERTAIN),))
    if (every and every != daily) or not (clear or every):
        return None
    if i == j and clock.end is None and clock.start < _DAWN and text.number(i) is not None and _minutes(text, end):
        return None
    if limit and (text.word(end) in {"trước", "sau", "kể", "tính", "làm", "khi", "so"} or clock.end):
        return None
    kind = Kind.RECURRENCE if every else Kind.DEADLINE if limit else Kind.WINDOW
    time = scene.understood(
        *(i, end, kind, Precision.DAY),
        rule=every.rule if every else None,
        from_time=None if limit else clock.start,
        to_time=clock.start if limit else clock.end,
        expected=context.expected(text, i, end),
    )
    return Found(end, (time,))
