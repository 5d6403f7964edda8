"""Vietnamese as people type it: without marks, and with đ written as d."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Small letters without any mark: `Đất đai` becomes `dat dai`."""
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D").casefold()


def syllables(text: str) -> tuple[str, ...]:
    """The syllables as search compares them: runs of letters and digits, folded."""
    return tuple("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())
