"""All detectors over one text."""

from __future__ import annotations

import re
import unicodedata

from congkhai.check.personal import births, health, mail, numbers
from congkhai.check.personal.hit import Hit

#: A text without any of these holds nothing that is looked for.
_WORTH = re.compile(r"\d\W{0,3}\d|@|\bat\b|hiv|aids|ung thư|tâm thần|động kinh|lao |phong|giang mai|viêm gan|thận|trầm cảm|"
                    r"ma t|nghiện|tật", re.IGNORECASE)  # fmt: skip
_SPACES = {ord(space): " " for space in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f\u3000\t"}
_DASHES = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2212"}


def find(text: str, label: str = "", listed: bool = False) -> tuple[Hit, ...]:
    """Every place of a text that holds personal data, in its order.

    `label` says what the text is, such as the head of its column; with `listed` it is a row of a list of persons.
    """
    if not _WORTH.search(text):
        return ()
    head = f"{label}: " if label else ""
    plain = head + _plain(text)
    found = [*numbers.find(plain), *births.find(plain), *mail.find(plain), *health.find(plain, listed)]
    shift = len(head)
    hits = (Hit(hit.kind, hit.start - shift, hit.end - shift) for hit in found if hit.start >= shift)
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end)))


def _plain(text: str) -> str:
    """The text with ASCII digits, spaces and dashes; every character keeps its place."""
    text = text.translate(_SPACES | _DASHES)
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and unicodedata.digit(c, None) is not None else c for c in text)
