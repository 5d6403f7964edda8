"""Names of records made from Vietnamese text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LONGEST = 80
_SHORT = 120
_MARKS = re.compile("[\u0300-\u036f]")


def unmarked(text: str) -> str:
    """The text without any mark on its letters: `Đăng ký` becomes `Dang ky`."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return plain.replace("đ", "d").replace("Đ", "D")


def folded(text: str) -> str:
    """The text as it is compared: one space between words, small letters, no marks."""
    return _folded_short(text) if len(text) < _SHORT else _folded(text)


def _folded(text: str) -> str:
    return " ".join(unmarked(text).casefold().split())


#: Cells, labels and names come again and again; paragraphs do not.
_folded_short = lru_cache(maxsize=20_000)(_folded)


def slug(text: str) -> str:
    """`dang-ky-cu-tru`: a name that :func:`congkhai.model.scalars.is_slug` admits, or an empty text."""
    words = re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
