"""Days of the week, alone, in lists and in spans."""

from __future__ import annotations

from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.words import WEEKDAYS

_SUNDAY = 6
_JOINS = frozenset({",", "và", "hoặc", "&", "+"})


def read_weekday(text: Text, i: int) -> tuple[int, int] | None:
    """`thứ Hai`, `thứ 2`, `Chủ nhật`. Whether `thứ hai` means Monday or the second one is for the caller to know."""
    if text.at(i, "chủ", "nhật") or text.at(i, "chúa", "nhật"):
        return _SUNDAY, i + 2
    if text.word(i) == "thứ" and text.digits(i + 1) < 2 and text.word(i + 1) in WEEKDAYS:
        return WEEKDAYS[text.word(i + 1)], i + 2
    return None


def read_weekdays(text: Text, i: int) -> tuple[tuple[int, ...], int] | None:
    """`thứ Ba, thứ Năm`, `thứ 2, 4, 6`, `thứ Hai đến thứ Sáu`, with `ngày` or `các ngày` before."""
    j = i
    if text.word(j) in {"các", "những"} and text.word(j + 1) == "ngày":
        j += 1
    if text.word(j) == "ngày":
        j += 1
    if text.word(j) == "từ" and text.word(j + 1) == "thứ":
        j += 1
    found = read_weekday(text, j)
    if found is None:
        return None
    days, end = [found[0]], found[1]
    if text.word(end) in {"đến", "-"}:
        until = _next(text, end + 2 if text.word(end + 1) == "hết" else end + 1)
        if until and until[0] > days[0]:
            days, end = list(range(days[0], until[0] + 1)), until[1]
    while text.word(end) in _JOINS:
        k = end + 2 if text.word(end) == "," and text.word(end + 1) in {"và", "hoặc"} else end + 1
        more = _next(text, k)
        if more is None or more[0] in days:
            break
        days.append(more[0])
        end = more[1]
    return tuple(sorted(days)), end


def _next(text: Text, i: int) -> tuple[int, int] | None:
    """The next day of a list, which may leave out `thứ` or repeat `ngày` and the part of the day."""
    j = i
    while text.word(j) in {"ngày", "các"} and j < i + 2:
        j += 1
    found = read_weekday(text, j)
    if found or j > i:
        return found
    word = text.word(i)
    plain = text.number(i) is not None and text.digits(i) == 1 and text.word(i + 1) not in {"/", "-", "tháng", "ngày"}
    if word in WEEKDAYS and (plain or (text.capital(i) and text.number(i) is None and text.word(i) != "năm")):
        return WEEKDAYS[word], i + 1
    return None
