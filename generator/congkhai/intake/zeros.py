"""Figures in which somebody typed the letter o for zero."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"(?<![^\W\d_])(?=[\d.,oO]*\d)[\doO](?:[\doO]|[.,](?=[\doO]))*(?![^\W\d_])")


def with_zeros(text: str) -> str:
    """`8.ooo đồng` as `8.000 đồng`; a letter o in a word, or alone, stays."""
    return _FIGURE.sub(lambda match: match[0].replace("o", "0").replace("O", "0"), text)
