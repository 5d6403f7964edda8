"""A text as the syllables, numbers and marks it is made of, each with its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from congkhai.model.phrases.normal import canonical

_PIECE = re.compile(r"[0-9]+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*|[^\w\s]|_")
_LINE = re.compile(r"[\n\r\u2028]")
#: Longer runs of digits are codes and telephone numbers.
_LONGEST_NUMBER = 6


class Hidden(Enum):
    """Why a stretch of text is kept from the readers of time."""

    DOCUMENT = "§document"
    REFERENCE = "§reference"
    NAME = "§name"
    NUMBER = "§number"
    BLANK = "§blank"


@dataclass(frozen=True, slots=True)
class Token:
    """One syllable, number or mark.

    `raw` is the text in NFC, `word` its canonical small-letter form; `number` the value of a run of digits;
    `glued` says that nothing stands between it and the token before; `fresh` that it begins a line.
    """

    start: int
    end: int
    raw: str
    word: str
    number: int | None
    glued: bool
    fresh: bool

    @property
    def capital(self) -> bool:
        """The first letter is a capital."""
        return self.raw[:1].isupper()


@dataclass(frozen=True, slots=True)
class Text:
    """The tokens of a text. Every question about a place outside it is answered with nothing."""

    source: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, source: str) -> Text:
        """Cut a text into tokens, in time linear in its length."""
        tokens: list[Token] = []
        last = 0
        for match in _PIECE.finditer(source):
            start, end = match.span()
            raw, word = canonical(match[0])
            digits = raw[:1].isascii() and raw.isdigit()
            number = int(raw) if digits and len(raw) <= _LONGEST_NUMBER else None
            between = source[last:start]
            fresh = not tokens or _LINE.search(between) is not None
            tokens.append(Token(start, end, raw, word, number, bool(tokens) and not between, fresh))
            last = end
        return cls(source, tuple(tokens), tuple(token.word for token in tokens))

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, i: int) -> str:
        """The canonical word at a place, or an empty text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def number(self, i: int) -> int | None:
        """The value of the digits at a place, if there are digits."""
        return self.tokens[i].number if 0 <= i < len(self.tokens) else None

    def digits(self, i: int) -> int:
        """How many digits stand at a place."""
        return len(self.tokens[i].raw) if self.number(i) is not None else 0

    def at(self, i: int, *words: str) -> bool:
        """Say whether these words follow each other from a place on."""
        return i >= 0 and self.words[i : i + len(words)] == words

    def among(self, i: int, words: Collection[str]) -> bool:
        """Say whether the word at a place is one of some."""
        return self.word(i) in words

    def glued(self, i: int) -> bool:
        """Say whether the token touches the one before."""
        return 0 <= i < len(self.tokens) and self.tokens[i].glued

    def capital(self, i: int) -> bool:
        """Say whether the token begins with a capital."""
        return 0 <= i < len(self.tokens) and self.tokens[i].capital

    def hidden(self, i: int) -> Hidden | None:
        """Why the token is hidden, if it is."""
        word = self.word(i)
        return Hidden(word) if word[:1] == "§" and len(word) > 1 else None

    def breaks(self, i: int) -> bool:
        """Say whether a new line with a new thought begins at a place."""
        if not 0 <= i < len(self.tokens) or not self.tokens[i].fresh:
            return False
        token = self.tokens[i]
        return token.capital or not (token.raw[:1].isalnum() or token.raw[:1] in "/(")

    def place(self, i: int, end: int) -> tuple[int, int]:
        """Where the tokens from `i` to before `end` lie in the source."""
        return self.tokens[i].start, self.tokens[end - 1].end

    def wording(self, i: int, end: int) -> str:
        """The source text of the tokens from `i` to before `end`."""
        start, stop = self.place(i, end)
        return self.source[start:stop]

    def only(self, places: Iterable[int]) -> Text:
        """The same text with only some of its tokens; their places in the source stay."""
        tokens = tuple(self.tokens[i] for i in places)
        return Text(self.source, tokens, tuple(token.word for token in tokens))

    def hide(self, places: Iterable[tuple[int, Hidden]]) -> Text:
        """The same text with some tokens made unreadable for every reader of time."""
        tokens = list(self.tokens)
        for i, why in places:
            tokens[i] = replace(tokens[i], word=why.value, number=None)
        return Text(self.source, tuple(tokens), tuple(token.word for token in tokens))


class Phrases:
    """A set of phrases, parted by bars; the longest one that stands at a place is found."""

    def __init__(self, phrases: str) -> None:
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            by_first.setdefault(words[0], []).append(words)
        self._by_first = {first: tuple(sorted(some, key=len, reverse=True)) for first, some in by_first.items()}

    def end(self, text: Text, i: int) -> int | None:
        """Where the longest phrase that begins at `i` ends, if any does."""
        some = self._by_first.get(text.word(i))
        if some:
            for words in some:
                if text.words[i : i + len(words)] == words:
                    return i + len(words)
        return None

    def begin(self, text: Text, end: int) -> int | None:
        """Where a phrase that ends before `end` begins, if any does."""
        starts = (
            end - len(words)
            for some in self._by_first.values()
            for words in some
            if words[-1] == text.word(end - 1) and end >= len(words) and text.at(end - len(words), *words)
        )
        return min(starts, default=None)
