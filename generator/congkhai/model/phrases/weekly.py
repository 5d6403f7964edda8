"""Days of the week that come again: `sáng thứ Ba, thứ Năm tuần thứ hai hằng tháng`, `thứ Hai đến thứ Sáu hằng tuần`."""

from __future__ import annotations

from dataclasses import replace

from congkhai.model.phrases.direction import Direction, read_direction
from congkhai.model.phrases.every import read_every
from congkhai.model.phrases.fuzzy import week_number
from congkhai.model.phrases.hour import PARTS, Clock, late_clock, read_clock
from congkhai.model.phrases.reading import Kind, Reason, Understood, Unit
from congkhai.model.phrases.rule import Every, by_weekday, weekly
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.phrases.weekday import read_weekdays
from congkhai.model.phrases.words import WORKDAYS
from congkhai.model.plan import Part, Precision

_WEEK = Phrases(
    "hằng tuần | mỗi tuần | trong tuần | các tuần | của tuần | của mỗi tuần | của hằng tuần | trong các tuần | "
    "đầu tuần | cuối tuần"
)
_WEEK_NUMBERS = (1, 2, 3, 4, -1)
_MONTH = Phrases(
    "hằng tháng | mỗi tháng | của tháng | trong tháng | các tháng | của mỗi tháng | của hằng tháng | tháng | "
    "của các tháng | trong mỗi tháng"
)


def read_weekly(scene: Scene, i: int) -> Found | None:
    """Days of the week with what makes them come again."""
    text = scene.text
    if (end := WORKDAYS.end(text, i)) is not None:
        rule = weekly(range(5))
        time = scene.understood(i, end, Kind.RECURRENCE, Precision.DAY, rule=rule, due_rule=rule)
        return Found(end, (_with_days(scene, time),))
    j = i + 2 if text.at(i, "định", "kỳ") else i
    j = j + 1 if text.word(j) == "vào" else j
    limit = read_direction(text, j)
    if limit and limit[0] in {Direction.BEFORE, Direction.UNTIL} and read_clock(text, limit[1]):
        return _limited(scene, i, limit[1])
    opening = _opening(text, j)
    part, clock, j = opening
    ready = read_weekdays(text, j)
    if ready is None:
        return _week_first(scene, i, j, part, clock)
    days, end = ready
    if until := _until(text, end, days, part):
        days, morning, end = until
        part = None
    others, end = _other_groups(text, end)
    if until and morning:
        others = (morning, *others)
    tail = _tail(text, end)
    if tail is None and (others or part or len(days) > 1) and scene.every_week(i):
        tail = (), end
    if others:
        return _grouped(scene, i, ((part, days), *others), tail)
    if tail is None:
        return _without_tail(scene, i, end, days, part, clock, text.word(i) == "vào" or part is not None)
    numbers, stop = tail
    rule = by_weekday(days, numbers) if numbers else weekly(days)
    return _time(scene, i, stop, rule, part, clock)


def _limited(scene: Scene, i: int, j: int) -> Found | None:
    """`trước 17 giờ thứ Sáu hằng tuần`: the hour is the last one."""
    inner = read_weekly(scene, j)
    if inner is None or not inner.times or inner.times[0].from_time is None:
        return None
    at = scene.text.tokens[i].start
    times = tuple(
        replace(time, at=at, wording=scene.text.source[at : time.to], from_time=None, to_time=time.from_time)
        for time in inner.times
    )
    return Found(inner.end, times)


Group = tuple[Part | None, tuple[int, ...]]


def _other_groups(text: Text, i: int) -> tuple[tuple[Group, ...], int]:
    """`và chiều thứ Năm` after `sáng thứ Ba`."""
    groups: list[Group] = []
    end = i
    while text.word(end) in {",", "và", ";"} and len(groups) < 6:
        part, clock, j = _opening(text, end + 1)
        more = read_weekdays(text, j) if part and clock is None else None
        if more is None:
            break
        groups.append((part, more[0]))
        end = more[1]
    return tuple(groups), end


def _until(
    text: Text, i: int, days: tuple[int, ...], part: Part | None
) -> tuple[tuple[int, ...], Group | None, int] | None:
    """`đến sáng thứ Bảy` after `từ thứ Hai`: the whole days, the last one if only its morning counts, and the end."""
    if text.word(i) != "đến" or len(days) != 1 or part is Part.AFTERNOON:
        return None
    half, clock, j = _opening(text, i + 2 if text.word(i + 1) == "hết" else i + 1)
    ready = read_weekdays(text, j) if half and clock is None else None
    if ready is None or len(ready[0]) != 1 or ready[0][0] <= days[0]:
        return None
    first, last = days[0], ready[0][0]
    if half is Part.AFTERNOON:
        return tuple(range(first, last + 1)), None, ready[1]
    return tuple(range(first, last)), (half, ready[0]), ready[1]


def _grouped(scene: Scene, i: int, groups: tuple[Group, ...], tail: tuple[tuple[int, ...], int] | None) -> Found | None:
    if tail is None:
        return None
    numbers, end = tail
    times = [
        _time(scene, i, end, by_weekday(days, numbers) if numbers else weekly(days), part, None).times[0]
        for part, days in groups
    ]
    return Found(end, tuple(times))


def _opening(text: Text, i: int) -> tuple[Part | None, Clock | None, int]:
    clock, part, j = None, None, i
    if found := read_clock(text, j):
        clock, j = found
        if text.word(j) in {",", "vào"}:
            j += 1
    if text.word(j) == "các" and text.word(j + 1) == "buổi":
        j += 1
    if text.word(j) == "buổi":
        j += 1
    if text.word(j) in PARTS:
        part, j = PARTS[text.word(j)], j + 1
        if text.word(j) in {"và", ","} and text.word(j + 1) in {"chiều", "sáng"}:
            part, j = None, j + 2
    return part, clock, j


def _tail(text: Text, i: int) -> tuple[tuple[int, ...], int] | None:
    """After the days: every week, or the weeks of every month that are meant (empty for every week)."""
    j = i + 1 if text.word(i) in {",", "("} else i
    if (end := _WEEK.end(text, j)) is not None and week_number(text, end) is None:
        every = read_every(text, end)
        return (), every[1] if every and every[0] == Every(1, Unit.WEEK) else end
    numbers: list[int] = []
    while len(numbers) < len(_WEEK_NUMBERS):
        k = j + 1 if text.word(j) in {"của", "trong"} and text.word(j + 1) == "tuần" else j
        k = k + 1 if text.word(k) in {"tuần", "các"} else k
        k = k + 1 if text.word(k) == "tuần" else k
        number = week_number(text, k)
        if number is None or (k == j and text.word(j) not in {"đầu", "cuối", "thứ"} and not numbers):
            break
        numbers.append(number[0])
        j = number[1]
        if text.word(j) not in {",", "và"}:
            break
        j += 1
    if not numbers:
        return None
    end = _MONTH.end(text, j)
    if end is None or (text.word(end - 1) == "tháng" and text.number(end) is not None):
        return None
    again = read_every(text, end)
    return tuple(numbers), again[1] if again and again[0] == Every(1, Unit.MONTH) else end


def _without_tail(
    scene: Scene, i: int, end: int, days: tuple[int, ...], part: Part | None, clock: Clock | None, sure: bool
) -> Found | None:
    """`từ thứ Hai đến thứ Sáu` means every week; one day alone might be any."""
    text = scene.text
    if len(days) >= 3:
        return _time(scene, i, end, weekly(days), part, clock)
    if text.word(i - 1) == "tuần" and text.word(i - 2) == "hằng":
        return _time(scene, i, end, weekly(days), part, clock)
    if text.word(end) == "," and text.number(end + 2) is not None or text.word(end) == "ngày":
        return None
    before = text.word(i - 1) in {"hằng", "tuần"}
    if sure or clock or before:
        return Found(end, (), (scene.unread(i, end, Reason.UNCERTAIN),))
    return None


def _week_first(scene: Scene, i: int, j: int, part: Part | None, clock: Clock | None) -> Found | None:
    """`hằng tuần, vào thứ Sáu`, `hằng tháng vào thứ Sáu đầu tiên`, `tuần thứ hai hằng tháng`."""
    text = scene.text
    every = read_every(text, j)
    if every and j == i and every[0].count == 1:
        k = every[1]
        while text.word(k) in {",", "vào", "(", "tổ", "chức"}:
            k += 1
        inner_part, inner_clock, m = _opening(text, k)
        ready = read_weekdays(text, m)
        if ready is None:
            return None
        days, end = ready
        if every[0].unit is Unit.WEEK:
            return _time(scene, i, end, weekly(days), inner_part, inner_clock)
        if every[0].unit is Unit.MONTH:
            numbers, stop = _numbers(text, end)
            return _time(scene, i, stop, by_weekday(days, numbers), inner_part, inner_clock) if numbers else None
    return None


def _numbers(text: Text, i: int) -> tuple[tuple[int, ...], int]:
    j = i + 1 if text.word(i) in {"của", "tuần"} else i
    j = j + 1 if text.word(j) == "tuần" else j
    found = week_number(text, j) if j > i or text.word(i) in {"đầu", "cuối", "thứ"} else None
    return ((found[0],), found[1]) if found else ((), i)


def _time(scene: Scene, i: int, end: int, rule: str, part: Part | None, clock: Clock | None) -> Found:
    if clock is None and (late := late_clock(scene.text, end)):
        clock, end = late
    time = scene.understood(i, end, Kind.RECURRENCE, Precision.DAY, rule=rule, due_rule=rule, part=part)
    if clock:
        time = replace(time, from_time=clock.start, to_time=clock.end)
    return Found(end, (_with_days(scene, time),))


def _with_days(scene: Scene, time: Understood) -> Understood:
    return replace(time, occurrences=scene.occurrences(time.due_rule))
