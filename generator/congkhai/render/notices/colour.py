"""The office's colour, made dark enough to be read on white paper."""

from __future__ import annotations

#: Contrast against white that text of a notice must have.
READABLE = 7.0


def contrast(colour: str) -> float:
    """The WCAG contrast of `#rrggbb` against white, from 1 to 21."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def readable(colour: str) -> str:
    """The colour itself, or the nearest darker one of the same hue that has contrast 7."""
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for share in range(100, -1, -1):
        shade = "#" + "".join(f"{c * share // 100:02x}" for c in channels)
        if contrast(shade) >= READABLE:
            return shade
    return "#000000"
