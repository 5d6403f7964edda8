"""QR codes as vector drawings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

#: Which of the eight patterns breaks up the picture. To try all of them costs five times as much as everything else
#: that a code needs, and readers take any.
_MASK = 3
_QUIET = 4
_RUN = re.compile(b"\x01+")


@dataclass(frozen=True, slots=True)
class Code:
    """A drawing of a code with its quiet zone, and how many modules a side of it has."""

    svg: str
    modules: int


@cache
def drawn_by() -> str:
    """What a drawing depends on besides its text."""
    from importlib.metadata import version  # slow to load, and not always needed

    return f"segno {version('segno')} m {_MASK} {_QUIET}"


def qr_code(text: str) -> Code:
    """The code of a text as SVG, with a quiet zone of four modules; 15 % of it may be lost (level M)."""
    import segno  # slow to load, and seldom needed

    code = segno.make(text, error="m", micro=False, mask=_MASK)
    side = len(code.matrix) + 2 * _QUIET
    strokes = "".join(
        f"M{run.start() + _QUIET} {row + _QUIET}.5h{run.end() - run.start()}"
        for row, modules in enumerate(code.matrix)
        for run in _RUN.finditer(modules)
    )
    path = f'<path stroke="#000" d="{strokes}"/>'
    return Code(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">{path}</svg>', side)
