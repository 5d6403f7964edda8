"""Several times said together: lists that share a month or a year, and spans from one to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from congkhai.model.phrases.day import read_day
from congkhai.model.phrases.item import Item, read_item
from congkhai.model.phrases.lunar import Lunar
from congkhai.model.phrases.moment import Civil, Moment, day, months, quarter, years
from congkhai.model.phrases.month import quarter_number, with_year
from congkhai.model.phrases.number import small
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.words import SEPARATORS
from congkhai.model.phrases.year import year_number
from congkhai.model.plan import Precision

#: Longer lists do not occur; a limit keeps reading linear.
_MOST = 31
_AFTER_SHORT = frozenset(
    {
        "",
        ",",
        ".",
        ";",
        ":",
        ")",
        "và",
        "hoặc",
        "hằng",
        "mỗi",
        "năm",
        "của",
        "các",
        "đến",
        "-",
        "/",
        "hay",
        "tháng",
        "&",
        "âm",
        "al",
    }
)
_UNTIL = frozenset({"đến", "-"})


@dataclass(frozen=True, slots=True)
class Listed:
    """Times in the order of the text, each with the place where it begins and ends.

    `either` says that any of them will do.
    """

    items: tuple[Item, ...]
    places: tuple[tuple[int, int], ...]
    either: bool = False


@dataclass(frozen=True, slots=True)
class Spanned:
    """From one time to another; `before` says that the last one is not included."""

    first: Item
    last: Item
    before: bool = False


def read_list(text: Text, i: int, timed: bool, loose: bool) -> tuple[Listed, int] | None:
    """One time or more, with what the earlier ones leave out taken from the later."""
    found = read_item(text, i, timed, loose) or _short_days(text, i, timed)
    if found is None:
        return None
    items, places, either = [found[0]], [(i, found[1])], False
    timed = timed or (isinstance(found[0].when, Civil) and found[0].when.single)
    end = found[1]
    while len(items) < _MOST and text.among(end, SEPARATORS):
        j = end + 1
        if text.word(end) == "," and text.word(j) in {"và", "hoặc"}:
            j += 1
        more = _another(text, j, items[-1], timed, loose)
        if more is None or (text.word(end) == ";" and not _same_shape(items[-1].when, more[0].when)):
            break
        either = either or text.word(j - 1) in {"hoặc", "hay"}
        items.append(more[0])
        places.append((j, more[1]))
        end = more[1]
    return Listed(tuple(_shared(items)), tuple(places), either), end


def _another(text: Text, i: int, last: Item, timed: bool, loose: bool) -> tuple[Item, int] | None:
    when = last.when
    short = _short(text, i, when)
    if short:
        return Item(short[0], last.part), short[1]
    j = i
    for lead in ("trước", "vào", "trong", "đến"):
        if text.word(i) == lead and isinstance(when, Civil):
            return None
    found = read_item(text, j, timed, loose)
    if found is None or not _same_shape(when, found[0].when):
        return None
    return found


def _same_shape(one: Moment, other: Moment) -> bool:
    """Times that may share a month or a year."""
    if isinstance(one, Civil) and isinstance(other, Civil):
        day_like = one.single == other.single
        return day_like and one.relative is None and _rank(one) == _rank(other)
    return type(one) is type(other)


def _rank(when: Civil) -> int:
    if when.single:
        return 0
    if when.precision in {Precision.MONTH, Precision.PERIOD_OF_MONTH}:
        return 1
    if when.precision is Precision.YEAR:
        return 3
    return 4 if when.last_year else 2


def _short(text: Text, i: int, when: Moment) -> tuple[Moment, int] | None:
    """The next of a list when it leaves out its word: `6` after `tháng 3`, `IV` after `quý II`, `2027`."""
    if not isinstance(when, Civil):
        return None
    readers: dict[Precision, Callable[[Text, int], tuple[Civil, int] | None]] = {
        Precision.DAY: _short_day,
        Precision.MONTH: _short_month,
        Precision.QUARTER: _short_quarter,
        Precision.YEAR: _short_year,
    }
    reader = readers.get(when.precision)
    if reader is None or when.relative or when.short_year:
        return None
    if when.precision is Precision.DAY and when.month is not None:
        return None
    return reader(text, i)


def _short_day(text: Text, i: int) -> tuple[Civil, int] | None:
    found = small(text, i, 31)
    if found is None or not found[0] or text.word(found[1]) not in _AFTER_SHORT:
        return None
    if text.word(found[1]) in {"/", "-", "tháng"}:
        return read_day(text, i, timed=True) or ((day(found[0]), found[1]) if text.word(found[1]) == "-" else None)
    return day(found[0]), found[1]


def _short_month(text: Text, i: int) -> tuple[Civil, int] | None:
    found = small(text, i, 12)
    if found is None or not found[0] or text.word(found[1]) not in _AFTER_SHORT:
        return None
    when, end = with_year(text, found[1], months(found[0], found[0]))
    if end == found[1] and text.word(end) in {"/", "tháng"}:
        return None
    return when, end


def _short_quarter(text: Text, i: int) -> tuple[Civil, int] | None:
    found = quarter_number(text, i)
    if found is None or not 1 <= found[0] <= 4 or text.word(found[1]) not in _AFTER_SHORT:
        return None
    return with_year(text, found[1], quarter(found[0]))


def _short_year(text: Text, i: int) -> tuple[Civil, int] | None:
    year = year_number(text, i)
    if year is None or text.word(i + 1) == "/":
        return None
    return years(year), i + 1


def _short_days(text: Text, i: int, timed: bool) -> tuple[Item, int] | None:
    """`15` in `từ 15, 16, 17/3/2026` where only the last one is whole."""
    found = small(text, i, 31)
    if not timed or found is None or not found[0] or text.word(i + 1) not in {",", "và"} or text.glued(i):
        return None
    j = i
    for _ in range(10):
        if text.number(j) is None or text.word(j + 1) not in {",", "và"}:
            break
        j += 2
    whole = read_day(text, j, timed=True)
    if j == i or whole is None or whole[0].month is None:
        return None
    return Item(day(found[0])), i + 1


def _shared(items: list[Item]) -> list[Item]:
    """Give each time the month and year that the next one tells, then those that the one before tells."""
    for order in (range(len(items) - 2, -1, -1), range(1, len(items))):
        for n in order:
            neighbour = items[n + 1 if order.step < 0 else n - 1].when
            when = items[n].when
            items[n] = replace(items[n], when=fill(when, neighbour))
    return items


def fill(when: Moment, other: Moment) -> Moment:
    """The time with the month and the year of another where it has none."""
    if not isinstance(when, Civil) or not isinstance(other, Civil):
        return when
    if when.month is None and other.month is not None and other.single:
        when = replace(when, month=other.month)
    if when.year is None and when.relative is None and when.month is not None:
        when = replace(when, year=other.year, relative=other.relative, short_year=other.short_year)
    return when


def read_span(text: Text, i: int, timed: bool, loose: bool) -> tuple[Spanned, int] | None:
    """`ngày 01 đến ngày 15/3/2026`, `01/3 - 31/5/2026`, `quý I đến quý III/2026`, `10-12/3/2026`."""
    found = _dashed_day(text, i) or read_item(text, i, timed, loose) or _open_day(text, i, timed)
    if found is None:
        return None
    first, j = found
    if text.word(j) == "," and text.word(j + 1) == "đến":
        j += 1
    if text.word(j) == "cho" and text.word(j + 1) == "đến":
        j += 1
    if text.word(j) not in _UNTIL:
        return None
    dash = text.word(j) == "-"
    j += 1
    before = False
    if text.word(j) == "hết":
        j += 1
    elif text.word(j) == "trước":
        before, j = True, j + 1
    last = _other_end(text, j, first, timed or not dash, loose)
    if last is None:
        return None
    item, end = last
    if not timed and not dash and not _same_shape(first.when, item.when) and first.clock is None:
        return None
    ordered = _ordered(first.when, item.when)
    if ordered is None or (dash and before):
        return None
    return Spanned(replace(first, when=ordered[0]), replace(item, when=ordered[1]), before), end


def _dashed_day(text: Text, i: int) -> tuple[Item, int] | None:
    """`ngày 1-9` in `từ ngày 1-9 đến hết ngày 31-12-2018`: the other end shows that it is no pair of days."""
    number, month = small(text, i + 1, 31), small(text, i + 3, 12)
    if text.word(i) != "ngày" or text.word(i + 2) != "-" or text.word(i + 4) != "đến" or not number or not month:
        return None
    k = i + 6 if text.word(i + 5) == "hết" else i + 5
    whole = read_day(text, k, timed=True) if text.word(k + 2 if text.word(k) == "ngày" else k + 1) == "-" else None
    if whole is None or whole[0].year is None or not number[0] or not month[0]:
        return None
    return Item(day(number[0], month[0])), i + 4


def _open_day(text: Text, i: int, timed: bool) -> tuple[Item, int] | None:
    """`10` in `10-12/3/2026` and in `từ 01 đến 15/3/2026`, when a whole day follows."""
    found = small(text, i, 31)
    if found is None or not found[0]:
        return None
    if text.word(i + 1) == "/":
        return _open_date(text, i, found[0])
    if text.word(i + 1) not in _UNTIL:
        return None
    if text.glued(i) and text.word(i - 1) not in {"(", ":"}:
        return None
    k = i + 3 if text.word(i + 2) in {"hết", "ngày"} else i + 2
    whole = read_day(text, k, timed=True)
    if whole is None or whole[0].month is None or (whole[0].year is None and not timed):
        return None
    return Item(day(found[0])), i + 1


def _open_date(text: Text, i: int, number: int) -> tuple[Item, int] | None:
    """`01/3` in `01/3 - 31/5/2026`, when a day with its year follows."""
    month = small(text, i + 2, 12)
    if month is None or not month[0] or text.word(i + 3) not in _UNTIL or text.glued(i):
        return None
    k = i + 5 if text.word(i + 4) in {"hết", "ngày"} else i + 4
    whole = read_day(text, k)
    if whole is None or whole[0].year is None or not whole[0].single:
        return None
    return Item(day(number, month[0])), i + 3


def _other_end(text: Text, i: int, first: Item, timed: bool, loose: bool) -> tuple[Item, int] | None:
    short = _short(text, i, first.when)
    whole = read_item(text, i, timed, loose or not timed)
    if whole and (short is None or whole[1] >= short[1]):
        return whole
    return (Item(short[0]), short[1]) if short else None


def _ordered(first: Moment, last: Moment) -> tuple[Moment, Moment] | None:
    """Both ends with the month and year that one of them tells; the year turns when the months run over its end."""
    if isinstance(first, Civil) and isinstance(last, Lunar):
        if not first.single or first.month is not None:
            return None
        return Lunar(last.month, first.first, first.first, last.year), last
    if not isinstance(first, Civil) or not isinstance(last, Civil):
        return (first, last) if not isinstance(first, Lunar) or not isinstance(last, Civil) else None
    if (first.month is None) != (last.month is None) and first.month is not None:
        last = replace(last, month=first.month)
    if first.month is None and last.month is not None and not first.relative:
        first = replace(first, month=last.month)
    if first.year is None and first.relative is None and last.year is not None:
        turned = (first.month or 1, first.first % 40) > (last.end_month or 12, last.last % 40)
        first = replace(first, year=last.year - turned, short_year=last.short_year)
    elif last.year is None and last.relative is None and first.year is not None and first.last_year is None:
        turned = (first.month or 1, first.first % 40) > (last.end_month or 12, last.last % 40)
        last = replace(last, year=first.year + turned)
    return first, last
