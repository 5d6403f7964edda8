"""The office's colour, made dark enough to be read on white paper."""

from __future__ import annotations

from congkhai.model.colour import darkened

#: Contrast against white that text of a notice must have.
READABLE = 7.0


def readable(colour: str) -> str:
    """The colour itself, or the nearest darker one of the same hue that has contrast 7."""
    return darkened(colour, READABLE)
