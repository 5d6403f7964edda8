"""Texts as detectors read them: every character keeps its place."""

from __future__ import annotations

import unicodedata
from functools import cache

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f\u3000\t"
_DASHES = "\u2010\u2011\u2012\u2212"
_ODD = {ord(space): " " for space in _SPACES} | {ord(dash): "-" for dash in _DASHES}


def plain(text: str) -> str:
    """With ASCII digits, spaces and dashes."""
    text = text.translate(_ODD)
    return text if text.isascii() else "".join(_digit(character) for character in text)


def fold(text: str) -> str:
    """Without the marks of Vietnamese, for people also write without them."""
    return text if text.isascii() else "".join(_base(character) for character in text)


@cache
def _digit(character: str) -> str:
    value = unicodedata.digit(character, None) if not character.isascii() else None
    return character if value is None else str(value)


@cache
def _base(character: str) -> str:
    if character in "đĐ":
        return "d" if character == "đ" else "D"
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() else character


def words(text: str) -> tuple[str, ...]:
    """The words of a list that is easier to read as a line."""
    return tuple(text.split())
