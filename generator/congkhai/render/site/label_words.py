"""Words of the catalogue in templates: `t.home` is written into the compiled template, and looked up no more."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from congkhai.catalogue import labels

#: The name by which templates ask for a word: `t.home`, or `t["force_" ~ force]` for one that is told at run time.
NAME = "t"


class LabelWords(Extension):
    """Puts the text in the place of `t.word`. A word that the catalogue lacks stays, and is refused when it is asked.

    With the text there Jinja2 escapes it once, and joins it with the HTML around it: a page asks for a hundred words.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._labels = labels("site")

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template with texts in the place of words."""
        tokens = list(stream)
        place = 0
        while place < len(tokens):
            text = self._text(tokens[max(place - 1, 0) : place + 3]) if place else None
            if text is None:
                yield tokens[place]
                place += 1
            else:
                yield text
                place += 3

    def _text(self, tokens: list[Token]) -> Token | None:
        """The text that the last three of four tokens ask for."""
        before, *word = tokens
        if before.type == "dot" or [token.type for token in word] != ["name", "dot", "name"] or word[0].value != NAME:
            return None
        text = self._labels.get(word[2].value)
        return None if text is None else Token(word[2].lineno, "string", text)
