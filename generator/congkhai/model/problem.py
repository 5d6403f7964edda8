"""Why a text could not be read as the value that a field asks for."""

from __future__ import annotations


class ValueProblem(ValueError):  # noqa: N818 - a problem of the text, told to a person; no error of ours
    """A text that does not mean what its field needs.

    `code` names the rule in the catalogue; `params` fill its message; `start` and `end` are offsets in the
    text when only a part of it is wrong.
    """

    def __init__(self, code: str, *, start: int = 0, end: int | None = None, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
        self.start = start
        self.end = end
