"""Whether letters can be Vietnamese: what tells the right encoding of a text from the wrong ones."""

from __future__ import annotations

import re
import unicodedata

from congkhai.intake.slugs import unmarked

_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?"
#: Vowels that end in a glide close their syllable.
_GLIDES = r"(?:[aeo]?[ou]?a[iouy]|oeo|[eu]o|[ieu]u|[ou]i|ie?u|ye?u|uo[iu]|uy[au]?)"
_SYLLABLE = re.compile(rf"{_ONSET}(?:{_GLIDES}|[aeiouy]{{1,3}}?(?<!a[iouy])(?<!eo)(?<!eu)(?<!oi)(?:ch|ng|nh|[cmnpt])?)")
#: Runs of characters between spaces and punctuation: a symbol of a wrong encoding stays in its word.
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~“”‘’–—…•]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ALPHABET = frozenset(
    unicodedata.normalize("NFC", letter + tone)
    for letter in "aăâeêioôơuưybcdđghklmnpqrstvx"
    for tone in ("", *(_TONES if letter in "aăâeêioôơuưy" else ()))
)
#: The letters for a character class of a regular expression: ranges such as `à-ỹ` mix small letters and capitals.
SMALL = "".join(sorted(_ALPHABET)) + "fjwz"
CAPITAL = SMALL.upper()

#: Words joined without a space, as in tables made one string, part where a capital follows.
_PART = re.compile(rf"[{CAPITAL}]*[^{CAPITAL}]+|[{CAPITAL}]+")


def is_syllable(word: str) -> bool:
    """Say whether a composed word has Vietnamese letters only, and the shape of one syllable with one tone."""
    small = word.lower()
    if not _ALPHABET.issuperset(small):
        return False
    tones = sum(mark in _TONES for mark in unicodedata.normalize("NFD", small))
    return tones < 2 and _SYLLABLE.fullmatch(unmarked(small)) is not None


def likeness(text: str) -> float:
    """The share of the words with characters outside ASCII that are Vietnamese syllables; 0 where there is none."""
    odd = [part for word in _WORD.findall(text) for part in _PART.findall(word) if not part.isascii()]
    if not odd:
        return 0.0
    return sum(is_syllable(word) for word in odd) / len(odd)
