"""Phrases in few bytes: each word is one character that numbers it, so that packing sees words and not letters.

Words between themselves repeat much, phrases hardly ever: a pack of so written phrases is a fifth smaller.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from congkhai.model.thesaurus import Entry

#: The number of the first word's character; those before it part phrases and entries, and the mark of quotation.
BASE = 0x23
_PHRASES = " "
_ENTRIES = "!"
#: So many words, those said most, stand first, whose characters are one byte long; the others stand by the alphabet.
_SHORT = 0x80 - BASE
#: Numbers that no character has.
_NONE = range(0xD800, 0xE000)


def vocabulary(first: Sequence[Entry], then: Sequence[Entry]) -> tuple[list[str], list[str]]:
    """The words of the first entries, and those that only the others add."""
    told, all_words = Counter(_words(first)), Counter(_words([*first, *then]))
    most = sorted(told, key=lambda word: (-all_words[word], word))
    return [*most[:_SHORT], *sorted(most[_SHORT:])], sorted(all_words.keys() - told.keys())


def written(entries: Iterable[Entry], words: Sequence[str]) -> str:
    """The term and the variants of each entry, in characters that number `words`, which has all of theirs."""
    numbers = {word: _character(number) for number, word in enumerate(words)}
    return _ENTRIES.join(_PHRASES.join(_phrase(text, numbers) for text in _texts(entry)) for entry in entries)


def _phrase(text: str, numbers: Mapping[str, str]) -> str:
    return "".join(numbers[word] for word in text.split())


def _character(number: int) -> str:
    code = BASE + number
    return chr(code if code < _NONE.start else code + len(_NONE))


def _texts(entry: Entry) -> tuple[str, ...]:
    return (entry.term, *entry.variants)


def _words(entries: Iterable[Entry]) -> Iterable[str]:
    return (word for entry in entries for text in _texts(entry) for word in text.split())
