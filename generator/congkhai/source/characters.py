"""Characters that do not belong in administrative text, found before YAML is parsed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from congkhai.model.finding import Finding, Mark, Severity

#: Characters that are never meant in administrative text: controls, line separators that editors do not count,
#: bidi marks and overrides, zero-width and soft hyphens, private use, tags, replacement and non-characters.
#: A line break and a tab are left to the parser.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\uffff\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_HIDDEN = re.compile(f"{FORBIDDEN.pattern}+")
#: How many of each sort are told of one file; a file with more is broken as a whole.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without its forbidden characters, and where they stood, so that places stay those of the file."""

    text: str
    gaps: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def column(self, line: int, column: int) -> int:
        """The column in the file of a column in the cleaned text; both, and the line, count from 0."""
        for gap in self.gaps.get(line, ()):
            if gap > column:
                break
            column += 1
        return column


def clean(path: str, text: str) -> tuple[Cleaned, list[Finding]]:
    """Take out what is forbidden (YM109) and tell of words with combining marks (YM108), the first of each line.

    A hidden character would also make a key unknown and a line ill indented; taken out, the file is told of
    its other mistakes at the same time.
    """
    if not FORBIDDEN.search(text) and unicodedata.is_normalized("NFC", text):
        return Cleaned(text), []
    lines = text.split("\n")
    findings = [*_first(_hidden(path, lines)), *_first(_decomposed(path, text, lines))]
    gaps = {n: tuple(m.start() for m in FORBIDDEN.finditer(line)) for n, line in enumerate(lines)}
    return Cleaned(FORBIDDEN.sub("", text), {n: found for n, found in gaps.items() if found}), findings


def code_point(character: str) -> str:
    """`U+200B`."""
    return f"U+{ord(character):04X}"


def _first(findings: Iterator[Finding]) -> Iterator[Finding]:
    for _, finding in zip(range(_MOST), findings, strict=False):
        yield finding


def _hidden(path: str, lines: list[str]) -> Iterator[Finding]:
    for number, line in enumerate(lines, 1):
        for match in _HIDDEN.finditer(line):
            params = {"character": code_point(match[0][0])}
            yield Finding("YM109", Severity.ERROR, path, _mark(number, match), params=params, fix="")


def _decomposed(path: str, text: str, lines: list[str]) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(lines, 1):
        for word in re.finditer(r"\S+", line):
            if not unicodedata.is_normalized("NFC", word[0]):
                composed = unicodedata.normalize("NFC", word[0])
                params = {"value": composed}
                yield Finding("YM108", Severity.ERROR, path, _mark(number, word), params=params, fix=composed)
                break


def _mark(line: int, match: re.Match[str]) -> Mark:
    return Mark(line, match.start() + 1, line, match.end() + 1)
