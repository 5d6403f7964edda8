"""Outline numbers at the beginning of rows, and the depth at which they put a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_ROMAN = re.compile(r"[IVXLC]+")
_STYLES = (
    ("dotted", re.compile(r"\d+(?:\.\d+)+\.?")),
    ("arabic", re.compile(r"\d+[.)]?")),
    ("small", re.compile(r"[a-zđ][.)]?")),
    ("dash", re.compile(r"[-–—]")),
    ("plus", re.compile(r"[+*•]")),
)


@dataclass(slots=True)
class Outline:
    """Follows the rows of one table from top to bottom."""

    open: list[str] = field(default_factory=list)
    last: dict[str, str] = field(default_factory=dict)

    def level(self, number: str, label: str) -> int | None:
        """The depth of the next row; None for a number that is no outline number."""
        style = self._style(number, label)
        if style is None:
            return None
        if style in self.open:
            del self.open[self.open.index(style) + 1 :]
        else:
            self.open.append(style)
        self.last[style] = number
        return len(self.open) - 1

    def _style(self, number: str, label: str) -> str | None:
        if not number:
            return "total" if label.isupper() or label.lower().startswith(("tổng", "cộng")) else "bare"
        bare = number.rstrip(".)")
        if re.fullmatch(r"[A-ZĐ]", bare) and not self._is_roman(bare):
            return "capital"
        if _ROMAN.fullmatch(bare):
            return "roman"
        for name, pattern in _STYLES:
            if pattern.fullmatch(number):
                return f"dotted{number.rstrip('.').count('.')}" if name == "dotted" else name
        return None

    def _is_roman(self, letter: str) -> bool:
        """A lone I or V is a letter only after the letter before it."""
        if not _ROMAN.fullmatch(letter):
            return False
        before = self.last.get("capital", "").rstrip(".)")
        return not (before and ord(letter) - ord(before) == 1 and letter not in "I") and not (
            before == "H" and letter == "I"
        )
