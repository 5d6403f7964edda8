"""What a reader of texts says of one."""

from __future__ import annotations

from collections.abc import Callable

from congkhai.model.problem import ValueProblem


def problem_of(reader: Callable[[str], object], text: str) -> str | None:
    """The code of the problem that a reader has with a text; None when it reads it. Any other error is let through."""
    try:
        reader(text)
    except ValueProblem as problem:
        return problem.code
    return None
