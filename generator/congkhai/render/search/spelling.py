"""đ written so that Pagefind, which folds every other mark of Vietnamese, finds it as d."""

from __future__ import annotations

#: An alphabetic combining mark. Search engines fold it away, so `đ` marked so is found as `d`; and it can be undone.
MARK = "\u0345"


def mark(text: str) -> str:
    """Text with each đ as a marked d, which `restore` of words.js turns back."""
    return text.replace("đ", "d" + MARK).replace("Đ", "D" + MARK)
