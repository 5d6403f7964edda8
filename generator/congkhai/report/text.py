"""Findings for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from congkhai.catalogue import message, phrase
from congkhai.model.finding import Finding

_WIDTH = 100


def render(findings: Iterable[Finding], root: Path, language: str) -> Iterator[str]:
    """Yield the lines of a report: a line for machines, the snippet, the cure, and where to read more."""
    lines: dict[str, list[str]] = {}
    for finding in findings:
        text = message(finding.code, language)
        params = _words(finding.params, language)
        yield phrase(
            "report.place",
            language,
            path=finding.path,
            line=finding.mark.line,
            column=finding.mark.column,
            code=finding.code,
            severity=phrase(f"severity.{finding.severity.value}", language),
            message=text.message.format(**params),
        )
        yield from _snippet(finding, lines, root)
        if text.hint:
            yield f"        {text.hint.format(**params)}"
        yield "   " + phrase("report.explain", language, code=finding.code)
        yield ""


def sentence(finding: Finding, language: str) -> tuple[str, str]:
    """The message and the cure of a finding, filled in."""
    text, params = message(finding.code, language), _words(finding.params, language)
    return text.message.format(**params), text.hint.format(**params)


def _words(params: Mapping[str, object], language: str) -> dict[str, object]:
    words = dict(params)
    if "want" in words:
        words["want"] = phrase(f"words.{words['want']}", language)
    if "reason" in words:
        words["reason"] = phrase(f"reasons.{words['reason']}", language)
    for name in ("nearest", "example"):
        if name in words and not words[name]:
            words[name] = "–"
    return words


def _snippet(finding: Finding, cache: dict[str, list[str]], root: Path) -> Iterator[str]:
    if finding.path not in cache:
        cache[finding.path] = _read_lines(root / finding.path)
    lines, mark = cache[finding.path], finding.mark
    if not 0 < mark.line <= len(lines):
        return
    line = lines[mark.line - 1].replace("\t", " ").rstrip()
    end = mark.end_column if mark.end_line == mark.line else len(line) + 1
    shift = max(0, mark.column - _WIDTH // 2) if len(line) > _WIDTH else 0
    shown = line[shift : shift + _WIDTH]
    caret = max(1, min(end - mark.column, len(shown) - (mark.column - 1 - shift)))
    yield f"{mark.line:5d} | {shown}"
    yield " " * 8 + " " * (mark.column - 1 - shift) + "^" * caret


def _read_lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as stream:
            data = stream.read(2_000_000)
    except OSError:
        return []
    if b"\x00" in data:
        return []
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return ["".join(c if c.isprintable() else " " for c in line) for line in text.split("\n")]
