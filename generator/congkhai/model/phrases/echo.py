"""What a text says twice: `ngày 25 (hai mươi lăm) tháng 11 (mười một)`, and the `lễ` of `tuần lễ`."""

from __future__ import annotations

from congkhai.model.phrases.number import spelled
from congkhai.model.phrases.tokens import Text


def without_echoes(text: Text) -> Text:
    """The text without brackets that only repeat the number before them; a bracket that contradicts it stays.

    A `tuần lễ` that is counted (`tuần lễ thứ hai`, `tuần lễ cuối tháng`) is a week, and no festival.
    """
    kept: list[int] = []
    i = 0
    while i < len(text):
        kept.append(i)
        i = _after_echo(text, i) or (i + 2 if _is_week(text, i) else i + 1)
    return text if len(kept) == len(text) else text.only(kept)


def _is_week(text: Text, i: int) -> bool:
    return text.at(i, "tuần", "lễ") and text.word(i + 2) in {"thứ", "đầu", "cuối", "của", "trong", "này", "sau"}


def _after_echo(text: Text, i: int) -> int | None:
    """Where the text goes on after an echo that stands between a number and more of the same phrase."""
    number = text.number(i)
    if number is None or text.word(i + 1) != "(":
        return None
    found = spelled(text, i + 2)
    if found is None or found[0] != number or text.word(found[1]) != ")":
        return None
    return found[1] + 1 if text.word(found[1] + 1) in {"tháng", "năm", "ngày", "giờ", "phút", "quý"} else None
