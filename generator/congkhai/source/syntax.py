"""What a clerk most likely did where YAML cannot be parsed."""

from __future__ import annotations

from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class SyntaxSlip:
    """Where reading failed, counted from 0, and the key of the cure in the catalogue's table `reasons`."""

    line: int
    column: int
    reason: str


def diagnose(error: yaml.YAMLError, lines: list[str]) -> SyntaxSlip:
    """Name the likeliest slip behind a parser's error.

    The parser often stops far below the mistake (at the end of the file for a quotation mark left open); where it
    knows the beginning of the construct, that is the place told.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return SyntaxSlip(0, 0, "other")
    problem, context = str(error.problem or ""), str(error.context or "")
    reason = _reason(problem, context)
    begins = reason in {"quote", "bracket", "missing_colon"}
    mark = (error.context_mark if begins else None) or error.problem_mark or error.context_mark
    if mark is None:
        return SyntaxSlip(0, 0, reason)
    line = max(0, min(mark.line, len(lines) - 1))
    before = lines[line][: mark.column]
    if "\t" in before[: len(before) - len(before.lstrip())] or lines[line][mark.column : mark.column + 1] == "\t":
        reason = "tab"
    elif reason == "colon" and ": " not in before:
        reason = "indent"
    elif reason == "indent" and before.rstrip().endswith(('"', "'")):
        reason = "quote"
    return SyntaxSlip(line, mark.column, reason)


def _reason(problem: str, context: str) -> str:
    if "mapping values are not allowed" in problem:
        return "colon"
    if "escape" in problem:
        return "escape"
    if "quoted scalar" in context or "unexpected end of stream" in problem:
        return "quote"
    if "flow" in context or "flow" in problem:
        return "bracket"
    if "could not find expected ':'" in problem:
        return "missing_colon"
    if "block sequence entries are not allowed" in problem:
        return "dash"
    if "cannot start any token" in problem:
        return "character"
    if "did not find expected" in problem:
        return "indent"
    return "other"
