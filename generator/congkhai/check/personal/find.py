"""All detectors over one text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from congkhai.check.personal import births, health, mail, numbers
from congkhai.check.personal.hit import Hit
from congkhai.check.personal.plain import fold, plain

#: A text with neither of these holds nothing that is looked for: four digits close together, a mailbox, an illness.
_DIGITS = re.compile(r"\d(?:\W{0,3}\d){3}")
#: Digits that no word tells of, and too few to be anybody's number by themselves: the code of a procedure.
_FEW = re.compile(r"[\d.]{,9}", re.ASCII)
_AT = ("@", "[at]", "(at)")
#: Stands between texts that are looked through together; no number goes across it.
_APART = "\n" * 4


def _may_be_mail(text: str) -> bool:
    for sign in _AT:  # noqa: SIM110 - a loop costs half, and every text is asked
        if sign in text:
            return True
    return False


def places(texts: Sequence[str]) -> tuple[str, set[int]]:
    """All texts in one, and which of them may hold a number or a mailbox: one look for very many."""
    whole = _APART.join(texts)
    at = [match.start() for match in _DIGITS.finditer(whole)]
    for sign in _AT:
        found = whole.find(sign)
        while found >= 0:
            at.append(found)
            found = whole.find(sign, found + 1)
    if not at:
        return whole, set()
    ends = list(accumulate(len(text) + len(_APART) for text in texts))
    return whole, {bisect_right(ends, one) for one in at}


def find(text: str, label: str = "", listed: bool = False) -> tuple[Hit, ...]:
    """Every place of a text that holds personal data, in its order.

    `label` says what the text is, such as the head of its column; with `listed` it is a row of a list of persons.
    """
    head = f"{label}: " if label else ""
    found: list[Hit] = []
    if _FEW.fullmatch(head + text):
        return ()
    if _DIGITS.search(text):
        folded = fold(plain(head + text))
        found += [*numbers.find(folded), *births.find(folded)]
    if _may_be_mail(text):
        found += mail.find(head + text)
    if health.is_told(text):
        found += health.find(head + text, listed)
    if not found:
        return ()
    shift = len(head)
    hits = (Hit(hit.kind, hit.start - shift, hit.end - shift) for hit in found if hit.start >= shift)
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end)))
