"""Colours as `#rrggbb`, and whether an eye can tell them from white paper."""

from __future__ import annotations


def contrast(colour: str) -> float:
    """The contrast of WCAG 2.2 against white, from 1 to 21."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def darkened(colour: str, wanted: float) -> str:
    """The colour itself, or the nearest darker one of the same hue that has the contrast wanted."""
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for share in range(100, -1, -1):
        shade = "#" + "".join(f"{c * share // 100:02x}" for c in channels)
        if contrast(shade) >= wanted:
            return shade
    return "#000000"
