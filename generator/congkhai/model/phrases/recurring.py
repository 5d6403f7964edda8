"""Times of a phrase that come again: `trước ngày 15/12 hằng năm`, `ngày 25 của tháng cuối quý`, `đầu mỗi tháng`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from congkhai.model.phrases.bounded import clocked
from congkhai.model.phrases.direction import Direction
from congkhai.model.phrases.every import suffix
from congkhai.model.phrases.feast import Tet
from congkhai.model.phrases.item import Item
from congkhai.model.phrases.joined import Listed, Spanned
from congkhai.model.phrases.lunar import FIRST_YEAR, LAST_YEAR, Lunar
from congkhai.model.phrases.moment import Civil
from congkhai.model.phrases.month import month_number
from congkhai.model.phrases.reading import Kind, Reason, Unclear, Understood, Unit
from congkhai.model.phrases.rule import Every, Rules, monthly, window, yearly
from congkhai.model.phrases.scene import Scene
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.year import month_of_quarter, named_year
from congkhai.model.plan import Precision

_YEAR, _MONTH, _QUARTER = Every(1, Unit.YEAR), Every(1, Unit.MONTH), Every(1, Unit.QUARTER)


def quarter_months(text: Text, i: int) -> tuple[tuple[int, ...], int] | None:
    """`của tháng cuối quý`: the four months, and where the phrase ends."""
    j = i
    while text.word(j) in {"của", "trong", ",", "các", "vào"} and j < i + 2:
        j += 1
    found = month_of_quarter(text, j)
    if found is None:
        return None
    number, end = found
    for tail in ("tiếp theo", "kế tiếp", "liền kề", "sau", "sau liền kề"):
        if text.at(end, *tail.split()):
            end += len(tail.split())
    if again := suffix(text, end):
        end = again[1]
    return tuple(range(number, 13, 3)), end


def named_months(text: Text, i: int) -> tuple[tuple[int, ...], int | None, int] | None:
    """`các tháng 3, 6, 9, 12` after a day: the months, the year if one is told, and where it ends."""
    j = i + 1 if text.word(i) in {"của", "trong"} else i
    if not text.at(j, "các", "tháng"):
        return None
    months: list[int] = []
    j += 2
    while (found := month_number(text, j)) and 1 <= found[0] <= 12:
        months.append(found[0])
        j = found[1]
        more = j + 2 if text.word(j + 1) in {"và"} else j + 1
        if text.word(j) not in {",", "và", "-"} or not month_number(text, more):
            break
        j = more
    if not months:
        return None
    year = named_year(text, j)
    return tuple(months), year[0] if year else None, year[1] if year else j


def repeated(
    scene: Scene, i: int, end: int, direction: Direction | None, listed: Listed, every: Every
) -> tuple[Understood, ...] | None:
    """The times of a list as recurrences; None when they and the frequency do not go together."""
    whens = [item.when for item in listed.items]
    if not all(isinstance(when, Civil) and when.year is None for when in whens):
        return None
    civil = [when for when in whens if isinstance(when, Civil)]
    for when in civil:
        when.check()
    before = direction is Direction.BEFORE and listed.items[0].clock is None
    item, only = listed.items[0], listed
    one = len(civil) == 1 and civil[0].single and civil[0].first > 0 and (every == _YEAR) == bool(civil[0].month)
    if every in {_MONTH, _YEAR} and (direction is Direction.AFTER or (direction is Direction.SINCE and one)):
        return _onwards(scene, i, end, civil, item, every, direction)
    if every == _MONTH and all(when.single and when.month is None for when in civil):
        if _lunar_months(scene, i):
            raise Unclear(Reason.UNKNOWN)
        return (_time(scene, i, end, monthly([when.first for when in civil], before), before, item, direction),)
    if every == _MONTH and len(civil) == 1 and civil[0].month is None:
        return (_time(scene, i, end, window(civil[0], before), before, item, direction),)
    if every.unit is Unit.QUARTER and len(civil) == 1 and civil[0].precision is Precision.FUZZY:
        return None
    if every != _YEAR or any(when.month is None for when in civil):
        return None
    if all(when.single for when in civil):
        return tuple(_by_day(scene, i, end, only, civil, before, direction))
    return tuple(
        _time(scene, at if n else i, stop if n < len(civil) - 1 else end, window(when, before), before, one, direction)
        for n, (when, one, (at, stop)) in enumerate(zip(civil, listed.items, listed.places, strict=True))
    )


def _onwards(
    scene: Scene, i: int, end: int, whens: list[Civil], item: Item, every: Every, direction: Direction
) -> tuple[Understood, ...] | None:
    """`sau ngày 15 hằng tháng`: the days from the 16th on, with no last one; `từ ngày 15`: those from the 15th."""
    when, after = whens[0], direction is Direction.AFTER
    fits = len(whens) == 1 and when.single and (every == _YEAR) == (when.month is not None)
    if not fits or (after and not 0 < when.first < 28):
        raise Unclear(Reason.UNCERTAIN)
    first = when.first + after
    start = monthly([first], False).due if every == _MONTH else yearly([(when.month or 0, first)], False).due
    return (_time(scene, i, end, Rules(every.rule, start), after, item, direction),)


def _lunar_months(scene: Scene, i: int) -> bool:
    """The sentence speaks of lunar days, such as `mùng 1 và ngày rằm hằng tháng`, which no rule of RFC 5545 holds."""
    start, end = scene.sentence(i)
    words = scene.text.words[start:end]
    return "rằm" in words or any(pair == ("âm", "lịch") for pair in zip(words, words[1:], strict=False))


def _by_day(
    scene: Scene, i: int, end: int, listed: Listed, whens: list[Civil], before: bool, direction: Direction | None
) -> Iterable[Understood]:
    """One rule for all that share the day of the month, else one each."""
    if len({when.first for when in whens}) == 1:
        rules = yearly([(when.month or 0, when.first) for when in whens], before)
        yield _time(scene, i, end, rules, before, listed.items[0], direction)
        return
    for n, (when, item, (at, stop)) in enumerate(zip(whens, listed.items, listed.places, strict=True)):
        rules = yearly([(when.month or 0, when.first)], before)
        last = end if n == len(whens) - 1 else stop
        yield _time(scene, at if n else i, last, rules, before, item, direction)


def quarterly(
    scene: Scene, i: int, end: int, direction: Direction | None, listed: Listed, months: tuple[int, ...]
) -> tuple[Understood, ...] | None:
    """Bare days of some months of every year."""
    days = [item.when.first for item in listed.items if isinstance(item.when, Civil) and item.when.single]
    if len(days) != len(listed.items):
        return None
    before = direction is Direction.BEFORE and listed.items[0].clock is None
    return tuple(
        _time(scene, i, end, yearly([(month, number) for month in months], before), before, listed.items[0], direction)
        for number in days
    )


def lunar_yearly(
    scene: Scene, i: int, end: int, direction: Direction | None, listed: Listed
) -> tuple[Understood, ...] | None:
    """Lunar days of every year: no rule of RFC 5545 holds them, so only their days in the period are told."""
    whens = [item.when for item in listed.items]
    if not all(isinstance(when, Lunar | Tet) and when.year is None for when in whens):
        return None
    period = scene.anchor.period
    days: list[date] = []
    if period and period.start and period.end and period.end.year - period.start.year < 60:
        for year in range(period.start.year - 1, period.end.year + 1):
            days += [when.in_year(year).bounds()[1] for when in whens if FIRST_YEAR <= year <= LAST_YEAR]
        days = [one for one in days if period.holds(one)]
    before = direction is Direction.BEFORE
    time = scene.understood(
        *(i, end, Kind.RECURRENCE, whens[0].precision),
        after="âm lịch",
        inclusive=not before,
        occurrences=tuple(sorted(one - timedelta(days=before) for one in days)),
    )
    return (time,)


def repeated_span(scene: Scene, i: int, end: int, span: Spanned, every: Every) -> Understood | None:
    """`từ ngày 15/10 đến ngày 15/11 hằng năm`, `từ ngày 25 đến ngày 30 hằng tháng`."""
    first, last = span.first.when, span.last.when
    if not isinstance(first, Civil) or not isinstance(last, Civil) or first.year or last.year:
        return None
    first.check()
    last.check()
    if every == _MONTH and first.month is None and last.month is None:
        rules = Rules("FREQ=MONTHLY", monthly([first.first], False).due, monthly([last.last], span.before).due)
    elif every == _YEAR and first.month is not None and last.month is not None:
        start = yearly([(first.month, first.first)], False).due
        day = (last.month, last.first) if span.before else (last.end_month or 0, last.last)
        rules = Rules("FREQ=YEARLY", start, yearly([day], span.before).due)
    else:
        return None
    return replace(_time(scene, i, end, rules, span.before, span.first, None), precision=Precision.SPAN)


def _time(
    scene: Scene, i: int, end: int, rules: Rules, before: bool, item: Item, direction: Direction | None
) -> Understood:
    after = item.when.relative if isinstance(item.when, Civil) else None
    time = scene.understood(
        *(i, end, Kind.RECURRENCE, item.when.precision),
        rule=rules.rule,
        start_rule=rules.start,
        due_rule=rules.due,
        inclusive=not before,
        part=item.part,
        estimated=item.when.estimated,
        after=after,
        occurrences=() if after else scene.occurrences(rules.due),
    )
    if item.clock and item.clock.end is None and direction in {Direction.BEFORE, Direction.UNTIL}:
        return replace(time, to_time=item.clock.start)
    return clocked(time, item)
