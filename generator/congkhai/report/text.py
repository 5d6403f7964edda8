"""Findings for a person at a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from congkhai.catalogue import message, phrase
from congkhai.model.finding import Finding, Severity

#: Columns of a terminal that a line of the file may take, and characters of a value that a message may repeat.
_WIDTH = 100
_LONGEST = 200
_GUTTER = 8


def render(findings: Iterable[Finding], root: Path, language: str) -> Iterator[str]:
    """Yield the lines of a report: a line for machines, the snippet, the cure, and where to read more.

    What is only told, INFO, has the first line alone.
    """
    told = list(findings)
    lines: dict[str, list[str]] = {}
    for finding in told:
        text, hint = sentence(finding, language)
        yield phrase(
            "report.place",
            language,
            path=shown(finding.path),
            line=finding.mark.line,
            column=finding.mark.column,
            code=finding.code,
            severity=phrase(f"severity.{finding.severity.value}", language),
            message=text,
        )
        if finding.severity is Severity.INFO:
            continue
        if finding.path not in lines:
            read = _read_lines(root, finding.path)
            lines[finding.path] = _masked(read, (one for one in told if one.secret and one.path == finding.path))
        yield from _snippet(finding, lines[finding.path], hint)
        yield "   " + phrase("report.explain", language, code=finding.code)
        yield ""


def sentence(finding: Finding, language: str) -> tuple[str, str]:
    """The message and the cure of a finding, filled in; each is a single line, whatever the file holds."""
    text, params = message(finding.code, language), _words(finding.params, language)
    return text.message.format(**params), text.hint.format(**params)


def shown(text: str) -> str:
    """A text that may stand in a line of a log: nothing in it can end the line or steer a terminal."""
    return "".join(c if c.isprintable() else "↵" if c == "\n" else f"\\x{ord(c):02x}" for c in text)


def _words(params: Mapping[str, object], language: str) -> dict[str, object]:
    """The parameters as people read them; clauses that need one which is not known are left out."""
    words = {name: _word(name, value, language) for name, value in params.items()}
    for clause, needed in (("suggestion", "nearest"), ("sample", "example")):
        words[clause] = phrase(f"words.{clause}", language).format(**words) if params.get(needed) else ""
    return words


def _word(name: str, value: object, language: str) -> object:
    if name in {"want", "reason"}:
        return phrase(f"{'words' if name == 'want' else 'reasons'}.{value}", language)
    if not isinstance(value, str):
        return value
    if name == "kind":
        from congkhai.model.kinds import KINDS  # the records are slow to load, and a clean report needs none

        if value in KINDS:
            title = KINDS[value].title
            return title[0].lower() + title[1:] if language == "vi" else value.replace("_", " ")
    whole = name == "allowed" or len(value) <= _LONGEST
    return shown(value if whole else value[: _LONGEST - 1] + "…") or "–"


def _masked(lines: list[str], secret: Iterable[Finding]) -> list[str]:
    """The lines with personal data blotted out: a log keeps what it is shown."""
    masked = list(lines)
    for finding in secret:
        mark = finding.mark
        for number in range(mark.line, min(mark.end_line, len(masked)) + 1):
            line = masked[number - 1]
            first = mark.column - 1 if number == mark.line else 0
            last = mark.end_column - 1 if number == mark.end_line else len(line)
            blotted = "".join(" " if c == " " else "•" for c in line[first:last])
            masked[number - 1] = line[:first] + blotted + line[last:]
    return masked


def _snippet(finding: Finding, lines: list[str], hint: str) -> Iterator[str]:
    """The line of the file with the marked span underlined, and the cure beside it, or below where there is no room."""
    mark = finding.mark
    if not 0 < mark.line <= len(lines):
        if hint:
            yield " " * _GUTTER + hint
        return
    line = lines[mark.line - 1]
    first = mark.column - 1
    last = mark.end_column - 1 if mark.end_line == mark.line else len(line)
    start = _window(line, first)
    text = _fit(line[start:])
    before = _cells(line[start:first])
    under = max(1, min(_cells(line[first:last]), _cells(text) - before))
    yield f"{mark.line:5d} | {text}"
    beside = before + under + 1 + len(hint) <= _WIDTH
    yield f"      | {' ' * before}{'^' * under}{' ' + hint if hint and beside else ''}".rstrip()
    if hint and not beside:
        yield f"      | {hint}"


def _window(line: str, first: int) -> int:
    """The index from which a line is shown, so that a place far to the right is seen with what stands before it."""
    if _cells(line[: first + 1]) <= _WIDTH - _WIDTH // 4:
        return 0
    start = first
    while start > 0 and _cells(line[start - 1 : first]) <= _WIDTH // 2:
        start -= 1
    return start


def _fit(text: str) -> str:
    """As much of a text as fits the width."""
    end = room = 0
    while end < len(text) and room + _cell(text[end]) <= _WIDTH:
        room += _cell(text[end])
        end += 1
    return text[:end]


def _cells(text: str) -> int:
    return sum(map(_cell, text))


def _cell(character: str) -> int:
    """The columns that a terminal gives a character: none to a combining mark, two to a wide one."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _read_lines(root: Path, path: str) -> list[str]:
    """The lines as the reader counts them; tabs and whatever has no shape are one space each.

    None of what the reader would not open: a link that leads outside would put the file behind it into a log.
    """
    try:
        full = (root / path).resolve()
        if not full.is_relative_to(root.resolve()) or not full.is_file():
            return []
        with full.open("rb") as stream:
            data = stream.read(2_000_000)
    except (OSError, ValueError, RuntimeError):
        return []
    if b"\x00" in data:
        return []
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return ["".join(c if c.isprintable() else " " for c in line).rstrip() for line in text.split("\n")]
