"""Which words ask for care where lines end: hours, sums, telephones, numbers of documents, endless words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

#: From so many letters on a word may have to be parted.
_LONG = 26
#: By the names that the templates know; each means the same to Python and to Typst. Every text is one element of a
#: line of its own to them: a line end is no part of a match.
_PATTERNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "hours": re.compile("[0-9]{2}:[0-9]{2}–[0-9]{2}:[0-9]{2}"),
        "sum": re.compile("[0-9][0-9.]* đồng"),
        "phone": re.compile("0[0-9]{1,3}(?: [0-9]{1,4}){2,3}"),
        "number": re.compile("[^ /(,;\\n]+(?:/[^ /,;).\\n]+)+"),
        "word": re.compile(f"[^ \\n]{{{_LONG},}}"),
    }
)
_SPECIAL = re.compile(r"[\\.+*?()|\[\]{}^$#&\-~]")
#: So many words are looked for one by one; where there are more, the pattern itself costs less.
_MANY = 60


def breaks(told: object) -> dict[str, str]:
    """Patterns for Typst by name, only of what the texts of `told` (dictionaries, lists, texts) call for.

    A pattern names the words themselves, the longest first: to make `[^ ]` ready costs Typst more than to set a table.
    """
    text = "\n".join(_texts(told))
    pieces = text.replace("\n", " ").split(" ")
    # These two stay within a piece, and would try each letter of every other.
    within = {
        "number": " ".join(piece for piece in pieces if "/" in piece),
        "word": " ".join(piece for piece in pieces if len(piece) >= _LONG),
    }
    out = {}
    for name, pattern in _PATTERNS.items():
        if found := set(pattern.findall(within.get(name, text))):
            words = sorted(found, key=lambda word: (-len(word), word))
            out[name] = "|".join(map(_literal, words)) if len(words) <= _MANY else pattern.pattern
    return out


def _literal(word: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", word)


def _texts(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for value in told.values():
            yield from _texts(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from _texts(value)
