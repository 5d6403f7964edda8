"""From a direction and a moment to first and last days: deadlines, windows and periods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from congkhai.model.phrases import context
from congkhai.model.phrases.direction import Direction
from congkhai.model.phrases.feast import Tet
from congkhai.model.phrases.item import Item, check_weekday
from congkhai.model.phrases.moment import Civil, Moment, Now
from congkhai.model.phrases.normal import canonical
from congkhai.model.phrases.reading import Kind, Reason, Unclear, Understood
from congkhai.model.phrases.scene import Scene
from congkhai.model.plan import Precision

_DAY = timedelta(days=1)
#: The same day of two years that lie so far apart is kept in memory, not worked through.
_JUBILEE = 5
#: Years before the document beyond which a day is history.
_MEMORY = 10
#: Years before this one are history in any document that this program is for.
_HISTORY = 2000
_LATER_YEAR = ("năm sau", "năm tiếp theo", "năm kế tiếp", "năm liền kề", "năm tới", "năm sau liền kề", "năm liền sau")
_SAME_YEAR = ("năm nay", "năm này", "cùng năm", "năm hiện hành", "năm thực hiện")
#: A window as wide as these is the time of a plan or of figures unless words of doing stand before it.
_WIDE = frozenset({Precision.YEAR, Precision.HALF_YEAR})


def understood(scene: Scene, i: int, end: int, direction: Direction | None, item: Item) -> Understood:
    """One item with its direction. Raises Unclear."""
    if isinstance(item.when, Civil) and item.when.relative:
        settled = _relative_year(scene, item.when)
        if settled is None:
            return _depending(scene, i, end, direction, item, item.when)
        item = replace(item, when=settled)
    if isinstance(item.when, Now):
        raise Unclear(Reason.UNKNOWN)
    if session := _session(scene, i, end, item.when):
        return session
    if _undated_figures(scene, i, direction, item.when):
        return scene.understood(i, end, Kind.PERIOD, item.when.precision, not_a_deadline=True)
    start, last = scene.bounds(item.when, i)
    if start == last:
        check_weekday(item, start.weekday())
        _check_lunar(item, start)
    time = _directed(scene, i, end, direction, item, start, last)
    return _described(scene, time, i, end, item)


def _check_lunar(item: Item, day: date) -> None:
    if item.lunar is None:
        return
    years = [item.lunar.year] if item.lunar.year else [day.year - 1, day.year]
    if not any(item.lunar.in_year(year).bounds()[0] == day for year in years):
        raise Unclear(Reason.WRONG_LUNAR_DAY)


def _session(scene: Scene, i: int, end: int, when: Moment) -> Understood | None:
    """`kỳ họp giữa năm 2026` is the name of a session, which need not be held in June."""
    start = i - 4 if scene.text.at(i - 2, "thường", "lệ") else i - 2
    if when.precision is not Precision.FUZZY or not scene.text.at(start, "kỳ", "họp"):
        return None
    return scene.understood(i, end, Kind.EVENT, Precision.EVENT, after=scene.text.wording(start, end))


def _undated_figures(scene: Scene, i: int, direction: Direction | None, when: Moment) -> bool:
    """`báo cáo 6 tháng đầu năm` in a text without a year: figures of any year."""
    if direction is not None or when.year is not None or not isinstance(when, Civil) or when.month is None:
        return False
    try:
        scene.bounds(when, i)
    except Unclear:
        wide = when.precision in {Precision.HALF_YEAR, Precision.SPAN, Precision.QUARTER}
        return wide and context.figures(scene.text, i)
    return False


def _directed(
    scene: Scene, i: int, end: int, direction: Direction | None, item: Item, start: date, last: date
) -> Understood:
    precision = item.when.precision
    single = start == last
    if direction is Direction.SINCE and item.clock and item.clock.end:
        direction = Direction.ON
    spans_years = isinstance(item.when, Civil) and item.when.last_year and not item.when.estimated
    if spans_years and direction in {Direction.SINCE, Direction.WITHIN, Direction.ON}:
        direction = None
    named = last if single else None
    if direction is Direction.BEFORE:
        first = scene.bounds(Tet(start.year, True), i)[0] if isinstance(item.when, Tet) else start
        if item.clock:
            return scene.understood(i, end, Kind.DEADLINE, precision, end=first, named_day=first)
        due = first - _DAY
        return scene.understood(i, end, Kind.DEADLINE, precision, end=due, named_day=first, inclusive=False)
    if direction is Direction.UNTIL:
        aside = context.is_horizon(scene.text, i) or context.takes_effect(scene.text, i)
        return scene.understood(*(i, end, Kind.DEADLINE, precision), end=last, named_day=named, not_a_deadline=aside)
    if direction is Direction.AS_OF:
        return scene.understood(i, end, Kind.PERIOD, precision, end=last, named_day=named, not_a_deadline=True)
    if direction is Direction.AFTER:
        return scene.understood(*(i, end, Kind.WINDOW, precision), start=last + _DAY, named_day=last, inclusive=False)
    if direction is Direction.SINCE:
        effect = context.takes_effect(scene.text, i)
        return scene.understood(*(i, end, Kind.WINDOW, precision), start=start, named_day=named, not_a_deadline=effect)
    return _plain(scene, i, end, direction, item, start, last)


def _plain(
    scene: Scene, i: int, end: int, direction: Direction | None, item: Item, start: date, last: date
) -> Understood:
    """A time without `before` or `until`: a window, or a period that is told for another reason."""
    text, when = scene.text, item.when
    precision = when.precision
    since = not isinstance(when, Civil) or when.since
    kind, aside = Kind.WINDOW, False
    if direction is None and start == last and precision is Precision.DAY:
        own = start == scene.anchor.issued and item.clock is None and text.hidden(i - 1) is None
        if context.heads_document(text, i, end) or own:
            kind, aside = Kind.ISSUED, True
        elif context.cited(text, i, end):
            kind, aside = Kind.CITED, True
        else:
            aside = context.takes_effect(text, i)
    elif direction is None and _is_period(scene, i, when):
        kind, aside = Kind.PERIOD, not _inside_plan(scene, start, last)
        if precision is Precision.YEAR and context.year_of_document(text, i):
            kind, aside = Kind.CITED, True
    named = last if start == last else None
    return scene.understood(
        *(i, end, kind, precision), start=start if since else None, end=last, named_day=named, not_a_deadline=aside
    )


def _is_period(scene: Scene, i: int, when: Moment) -> bool:
    if not isinstance(when, Civil):
        return False
    if when.last_year or (when.estimated and when.last_month == 5):
        return True
    if when.precision in _WIDE or (when.precision is Precision.SPAN and when.month in {1, 13 - (when.last_month or 0)}):
        period = scene.anchor.period
        if period and when.year and (period.start, period.end) == when.bounds():
            return True
        return not context.stands_alone(scene.text, i)
    return when.precision in {Precision.MONTH, Precision.QUARTER} and context.figures(scene.text, i)


def _inside_plan(scene: Scene, start: date, last: date) -> bool:
    period = scene.anchor.period
    if period is None or period.start is None or period.end is None:
        return False
    return period.start <= start and last <= period.end


def _described(scene: Scene, time: Understood, i: int, end: int, item: Item) -> Understood:
    """Add the hour, the part of the day, and what the clause says of certainty and of the past."""
    past = context.in_the_past(scene.text, i) or context.already(scene.text, i, end)
    told = time.kind in {Kind.DEADLINE, Kind.WINDOW} and (past or _long_ago(scene, time))
    time = replace(
        time,
        expected=context.expected(scene.text, i, end),
        estimated=item.when.estimated,
        part=item.part,
        not_a_deadline=time.not_a_deadline or told,
    )
    return clocked(time, item)


def _long_ago(scene: Scene, time: Understood) -> bool:
    """So far before the document that nothing can be due: the law asks who did something before that day."""
    period = scene.anchor.period
    reference = (period.start if period else None) or scene.anchor.issued
    last = time.end or time.start
    if last is None:
        return False
    return last.year < (reference.year - _MEMORY if reference else _HISTORY)


def clocked(time: Understood, item: Item) -> Understood:
    """Add the hours: before a deadline the one hour told is the last."""
    if item.clock is None:
        return time
    if time.kind is Kind.DEADLINE and item.clock.end is None:
        return replace(time, to_time=item.clock.start)
    return replace(time, from_time=item.clock.start, to_time=item.clock.end)


def _relative_year(scene: Scene, when: Civil) -> Civil | None:
    """`năm sau` in a plan of one year; None where it depends on something else."""
    words = " ".join(canonical(word)[1] for word in (when.relative or "").split())
    if scene.only_year is None or when.month is None:
        return None
    shift = 1 if words in _LATER_YEAR else 0 if words in _SAME_YEAR else None
    if words in {"năm trước", "năm ngoái", "năm trước liền kề"}:
        shift = -1
    return None if shift is None else replace(when, year=scene.only_year + shift, relative=None)


def _depending(scene: Scene, i: int, end: int, direction: Direction | None, item: Item, when: Civil) -> Understood:
    """A day of a month or year that another one fixes."""
    when.check()
    month_day = None
    if when.single:
        number = f"{when.first:02d}" if when.first > 0 else "last"
        month_day = f"--{when.month:02d}-{number}" if when.month else f"---{number}"
    exclusive = direction in {Direction.BEFORE, Direction.AFTER}
    time = scene.understood(
        *(i, end, Kind.EVENT, Precision.EVENT), after=when.relative, month_day=month_day, inclusive=not exclusive
    )
    return clocked(replace(time, part=item.part, estimated=when.estimated), item)


def spanned(scene: Scene, i: int, end: int, first: Item, last: Item, before: bool) -> Understood:
    """From one item to another. Raises Unclear."""
    for item in (first, last):
        if isinstance(item.when, Civil) and item.when.relative:
            item.when.check()
            return scene.understood(
                *(i, end, Kind.PERIOD, Precision.EVENT), after=item.when.relative, not_a_deadline=True
            )
    start, until = _ends(scene, i, first.when, last.when, before)
    if start and until and until < start:
        raise Unclear(Reason.END_BEFORE_START)
    precision = Precision.SPAN
    kind = Kind.WINDOW
    aside = False
    if isinstance(first.when, Civil) and first.when.precision is Precision.YEAR and not isinstance(last.when, Now):
        kind = Kind.PERIOD
        aside = not (start and until and _inside_plan(scene, start, until))
    if isinstance(last.when, Now) or scene.text.word(i) == "tính":
        kind, aside = Kind.PERIOD, True
    if scene.text.number(i) is not None and _anniversary(first.when, last.when):
        return scene.understood(i, end, Kind.CITED, precision, start=start, end=until, not_a_deadline=True)
    facts = {"named_day": until + _DAY, "inclusive": False} if before and until else {}
    time = scene.understood(i, end, kind, precision, start=start, end=until, not_a_deadline=aside, **facts)
    return replace(
        time,
        expected=context.expected(scene.text, i, end),
        estimated=first.when.estimated or last.when.estimated,
        part=first.part,
        from_time=first.clock.start if first.clock else None,
        to_time=last.clock.start if last.clock else first.clock.end if first.clock else None,
        not_a_deadline=time.not_a_deadline or context.in_the_past(scene.text, i) or _long_ago(scene, time),
    )


def _anniversary(first: Moment, last: Moment) -> bool:
    """`(19/5/1890 - 19/5/2025)`: the years that an anniversary counts."""
    if not isinstance(first, Civil) or not isinstance(last, Civil) or not first.single:
        return False
    same = (first.first, first.month) == (last.first, last.month)
    return same and first.year is not None and last.year is not None and last.year - first.year >= _JUBILEE


def _ends(scene: Scene, i: int, first: Moment, last: Moment, before: bool) -> tuple[date | None, date | None]:
    issued = scene.anchor.issued
    until = issued if isinstance(last, Now) else None
    if not isinstance(last, Now):
        low, high = scene.bounds(last, i)
        until = low - _DAY if before else high
    if isinstance(first, Now):
        return issued, until
    if isinstance(last, Now) and first.year is None and issued:
        return _before_end(first, issued), until
    if isinstance(first, Civil) and isinstance(last, Civil) and first.year is None and last.year is None:
        wraps = first.month and last.month and (first.month, first.first % 40) > (last.end_month or 0, last.last % 40)
        if wraps:
            raise Unclear(Reason.MANY_YEARS)
    if not isinstance(last, Now) and first.year is None and until is not None:
        return _before_end(first, until), until
    return scene.bounds(first, i)[0], until


def _before_end(first: Moment, until: date) -> date:
    """The start whose year is left out as well: the last one that is not after the end."""
    if isinstance(first, Civil) and first.month is None:
        first = replace(first, month=until.month)
    start = first.in_year(until.year).bounds()[0]
    return start if start <= until else first.in_year(until.year - 1).bounds()[0]
