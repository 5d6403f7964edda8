"""Which words ask for care where lines end: hours, sums, telephones, numbers of documents, endless words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from congkhai.render.notices.compounds import kept_together

#: From so many letters on a word may have to be parted.
_LONG = 26
#: So many bytes of what stays whole; more would leave a hole at the end of a line.
_SHORT = 24
#: What stays on one line; each means the same to Python and to Typst. Every text is one element of a line of its own to
#: them: a line end is no part of a match.
_NUMBER = re.compile("[^ /(,;\\n]+(?:/[^ /,;).\\n]+)+")
_SUM = re.compile("[0-9][0-9.]* đồng(?:/[^ /,;).\\n]+)?")
_OTHERS = (
    re.compile("0[0-9]{1,3}(?: [0-9]{1,4}){2,3}"),  # telephones
    re.compile("[0-9]{2}:[0-9]{2}–[0-9]{2}:[0-9]{2}"),
)
_ENDLESS = re.compile(f"[^ \\n]{{{_LONG},}}")
#: All that stays whole, for a template that looks at one text after another, and how many bytes of it at most.
PATTERNS = {"whole": "|".join(pattern.pattern for pattern in (_SUM, _NUMBER, *_OTHERS)), "short": _SHORT}
_SPECIAL = re.compile(r"[\\.+*?()|\[\]{}^$#&\-~]")
#: So many words are looked for one by one; where there are more, the patterns themselves cost less.
_MANY = 60


@dataclass(frozen=True, slots=True)
class Breaks:
    """Patterns for Typst, empty where no text calls for one: of what stays whole where it has no more than `short`
    bytes, of what may be parted anywhere, and of what titles keep together."""

    whole: str
    endless: str
    titled: str = ""
    short: int = _SHORT


def breaks(told: object, titles: Iterable[str] = ()) -> Breaks:
    """What the texts of `told` (dictionaries, lists, texts), and those that may stand in a title, call for.

    A pattern names the words themselves, the longest first: to make `[^ ]` ready costs Typst more than to set a table.
    """
    text = "\n".join(_texts(told))
    pieces = text.replace("\n", " ").split(" ")
    # These two stay within a piece, and would try each letter of every other.
    numbered = " ".join(piece for piece in pieces if "/" in piece)
    endless = " ".join(piece for piece in pieces if len(piece) >= _LONG)
    found = {
        pattern: pattern.findall(numbered if pattern is _NUMBER else text) for pattern in (_NUMBER, _SUM, *_OTHERS)
    }
    found[_SUM] = [one if len(one.encode()) <= _SHORT else one.partition("/")[0] for one in found[_SUM]]
    together = {word for title in titles for word in kept_together(title)}
    return Breaks(_joined(found), _joined({_ENDLESS: _ENDLESS.findall(endless)}), _literals(together))


def _joined(found: Mapping[re.Pattern[str], list[str]]) -> str:
    words = {word for words in found.values() for word in words}
    if len(words) > _MANY:
        return "|".join(pattern.pattern for pattern, words in found.items() if words)
    return _literals(words)


def _literals(words: Collection[str]) -> str:
    """The longest first."""
    return "|".join(_SPECIAL.sub(r"\\\g<0>", word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _texts(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for value in told.values():
            yield from _texts(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from _texts(value)
