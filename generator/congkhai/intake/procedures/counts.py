"""How many originals and copies of a paper a cell asks for."""

from __future__ import annotations

import re

from congkhai.intake.slugs import folded
from congkhai.intake.zeros import with_zeros

_ORIGINAL = r"(?:chinh|goc)"
_COPY = r"(?:sao|photo(?:copy)?|chup)"
_WORDS = r"b[ảa]n\s+(?:ch[íi]nh|g[ốo]c|sao|photo(?:copy)?|ch[ụu]p)"
_SAID = re.compile(
    rf"{_WORDS}\s*:\s*[\doO]{{1,3}}\b|[\doO]{{1,3}}\s*(?:\([^()\d]*\)\s*)?{_WORDS}|\b(?:và|,|;|-)\s*$|^\s*[-,;]",
    re.IGNORECASE,
)
_LONE_O = re.compile(r"(?<=:)\s*o\b")


def _named(kind: str) -> re.Pattern[str]:
    return re.compile(rf"ban {kind}\s*:\s*(\d{{1,3}})")


def _spoken(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(\d{{1,3}})\s*(?:\([^()\d]*\)\s*)?ban {kind}")


_FORMS = tuple((form(_ORIGINAL), form(_COPY)) for form in (_named, _spoken))


def without_counts(text: str) -> str:
    """What a cell says besides its counts."""
    return _SAID.sub(" ", text).strip(" ,;.-")


def read_counts(text: str) -> tuple[int, int] | None:
    """Originals and copies of `Bản chính: 1 Bản sao: 0`, `01 bản gốc và 2 bản photo`; None where none is said."""
    plain = _LONE_O.sub(" 0", folded(with_zeros(text)))
    for originals, copies in _FORMS:
        first, second = originals.search(plain), copies.search(plain)
        if first or second:
            return int(first[1]) if first else 0, int(second[1]) if second else 0
    return None
