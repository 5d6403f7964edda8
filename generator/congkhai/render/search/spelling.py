"""Vietnamese as people type it: without marks, and with đ written as d."""

from __future__ import annotations

import unicodedata

#: An alphabetic combining mark. Search engines fold it away, so `đ` marked so is found as `d`; and it can be undone.
MARK = "\u0345"


def fold(text: str) -> str:
    """Small letters without any mark: `Đất đai` becomes `dat dai`."""
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D").casefold()


def mark(text: str) -> str:
    """Text with each đ as a marked d, which `restore` of search.js turns back."""
    return text.replace("đ", "d" + MARK).replace("Đ", "D" + MARK)
