"""Numbers in digits, in words and in roman letters."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from congkhai.model.phrases.reading import Reason, Unclear
from congkhai.model.phrases.tokens import Text

DIGITS: Mapping[str, int] = MappingProxyType(
    {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
)
ROMAN: Mapping[str, int] = MappingProxyType({"i": 1, "ii": 2, "iii": 3, "iv": 4})
#: What the ones are called after tens: never `năm`, which after ten says years.
_AFTER_TENS = {
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}


def spelled(text: Text, i: int) -> tuple[int, int] | None:
    """A whole number from 1 to 999 in words, such as `một trăm hai mươi`, and where it ends."""
    hundreds = DIGITS.get(text.word(i))
    if hundreds is not None and text.word(i + 1) == "trăm":
        rest = _below_hundred(text, i + 2)
        if text.word(i + 2) == "lẻ" and text.word(i + 3) in DIGITS:
            return hundreds * 100 + DIGITS[text.word(i + 3)], i + 4
        if rest and rest[1] > i + 3:
            return hundreds * 100 + rest[0], rest[1]
        return hundreds * 100, i + 2
    return _below_hundred(text, i)


def _below_hundred(text: Text, i: int) -> tuple[int, int] | None:
    word, after = text.word(i), text.word(i + 1)
    if word == "mười":
        ones = _AFTER_TENS.get(after, 0)
        return 10 + ones, i + 2 if ones else i + 1
    if word not in DIGITS:
        return None
    if after in {"mươi", "chục"}:
        ones = _AFTER_TENS.get(text.word(i + 2), 0)
        return DIGITS[word] * 10 + ones, i + 3 if ones else i + 2
    if DIGITS[word] > 1 and after in {"mốt", "lăm"}:
        return DIGITS[word] * 10 + _AFTER_TENS[after], i + 2
    return DIGITS[word], i + 1


def small(text: Text, i: int, most: int) -> tuple[int, int] | None:
    """A number of one or two digits up to `most`, without a fraction."""
    number = text.number(i)
    if number is None or text.digits(i) > 2 or not 0 <= number <= most:
        return None
    return number, i + 1


def counted(text: Text, i: int) -> tuple[Decimal, int] | None:
    """An amount: `05`, `2,5`, `1/2`, `ba mươi`, `05 (năm)`, `mười lăm (15)`.

    Raises Unclear when digits and words contradict each other.
    """
    found = _digits(text, i)
    if found is None:
        words = spelled(text, i)
        if words is None:
            return None
        found = Decimal(words[0]), words[1]
    value, end = found
    if text.word(end) == "(" and (inner := _echo(text, end + 1)):
        if inner[0] == value:
            return value, inner[1] + 1
        if text.number(i) is None or text.number(end + 1) is None:  # two figures, as in `11(2)`, are no echo
            raise Unclear(Reason.WORDS_DIFFER)
    return value, end


def _echo(text: Text, i: int) -> tuple[int, int] | None:
    found = spelled(text, i)
    if found is None and text.number(i) is not None:
        found = text.number(i) or 0, i + 1
    return found if found and text.word(found[1]) == ")" else None


def _digits(text: Text, i: int) -> tuple[Decimal, int] | None:
    number = text.number(i)
    if number is None or text.digits(i) > 4 or _continues(text, i):
        return None
    mark = text.word(i + 1)
    if mark in {",", ".", "/"} and text.glued(i + 1) and text.glued(i + 2) and text.number(i + 2) is not None:
        below = text.number(i + 2) or 0
        if mark == "/":
            return (Decimal(number) / Decimal(below), i + 3) if (number, below) in {(1, 2), (1, 4), (3, 4)} else None
        if mark == "." and text.digits(i + 2) == 3:
            return None
        return Decimal(f"{number}.{text.tokens[i + 2].raw}"), i + 3
    return Decimal(number), i + 1


def _continues(text: Text, i: int) -> bool:
    """The digits at a place go on a number, a date or a code that began before."""
    joined = text.glued(i) and text.word(i - 1) in {",", ".", "/"} and text.glued(i - 1)
    return (joined and text.number(i - 2) is not None) or (text.glued(i) and text.word(i - 1).isalpha())
