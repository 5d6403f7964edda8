"""QR codes as vector drawings."""

from __future__ import annotations

import io
from dataclasses import dataclass

#: Which of the eight patterns breaks up the picture. To try all of them costs five times as much as everything else
#: that a code needs, and readers take any.
_MASK = 3


@dataclass(frozen=True, slots=True)
class Code:
    """A drawing of a code with its quiet zone, and how many modules a side of it has."""

    svg: str
    modules: int


def qr_code(text: str) -> Code:
    """The code of a text as SVG, with a quiet zone of four modules; 15 % of it may be lost (level M)."""
    out = io.BytesIO()
    import segno  # slow to load, and seldom needed

    code = segno.make(text, error="m", micro=False, mask=_MASK)
    code.save(out, kind="svg", border=4, xmldecl=False, svgns=True, svgclass=None, lineclass=None, omitsize=True)
    return Code(out.getvalue().decode(), int(code.symbol_size(border=4)[0]))
