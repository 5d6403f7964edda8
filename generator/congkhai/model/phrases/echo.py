"""Numbers that are said twice, in digits and in words: `ngày 25 (hai mươi lăm) tháng 11 (mười một)`."""

from __future__ import annotations

from congkhai.model.phrases.number import spelled
from congkhai.model.phrases.tokens import Text


def without_echoes(text: Text) -> Text:
    """The text without brackets that only repeat the number before them; a bracket that contradicts it stays."""
    kept: list[int] = []
    i = 0
    while i < len(text):
        kept.append(i)
        i = _after_echo(text, i) or i + 1
    return text if len(kept) == len(text) else text.only(kept)


def _after_echo(text: Text, i: int) -> int | None:
    """Where the text goes on after an echo that stands between a number and more of the same phrase."""
    number = text.number(i)
    if number is None or text.word(i + 1) != "(":
        return None
    found = spelled(text, i + 2)
    if found is None or found[0] != number or text.word(found[1]) != ")":
        return None
    return found[1] + 1 if text.word(found[1] + 1) in {"tháng", "năm", "ngày", "giờ", "phút", "quý"} else None
