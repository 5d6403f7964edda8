"""The numbers that Word counts and does not write into the text of its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of the lists of one document; `levels` by list and depth, `styles` by name."""

    levels: dict[tuple[str, int], _Level]
    styles: dict[str, tuple[str, int]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Numbering:  # noqa: ANN401 - a document of python-docx
        """Read the lists that a document defines; none where it defines none."""
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, ValueError):
            return cls({}, {})
        shapes = {_value(shape, "abstractNumId"): shape for shape in root.iter(f"{_W}abstractNum")}
        levels: dict[tuple[str, int], _Level] = {}
        for number in root.iter(f"{_W}num"):
            link = number.find(f"{_W}abstractNumId")
            shape = shapes.get(_value(link, "val")) if link is not None else None
            for level in shape.iter(f"{_W}lvl") if shape is not None else ():
                levels[_value(number, "numId"), int(_value(level, "ilvl") or 0)] = _level(level)
        styles = {}
        for style in document.styles.element.iter(f"{_W}style"):
            if found := _place(style.find(f"{_W}pPr")):
                styles[_value(style, "styleId")] = found
        return cls(levels, styles)

    def next(self, paragraph: Any) -> str:  # noqa: ANN401 - an element of the file
        """The number of a paragraph as it is printed, `-` for a bullet; empty where it has none."""
        properties = paragraph.find(f"{_W}pPr")
        place = _place(properties)
        if place is None and properties is not None:
            style = properties.find(f"{_W}pStyle")
            place = self.styles.get(_value(style, "val")) if style is not None else None
        if place is None or place not in self.levels:
            return ""
        list_id, depth = place
        counted = self.counts.setdefault(list_id, {})
        counted[depth] = counted.get(depth, self.levels[place].start - 1) + 1
        for deeper in [d for d in counted if d > depth]:
            del counted[deeper]
        return self._printed(list_id, depth, counted)

    def _printed(self, list_id: str, depth: int, counted: dict[int, int]) -> str:
        level = self.levels[list_id, depth]
        if level.form in {"bullet", "none"}:
            return "-" if level.form == "bullet" else ""

        def one(match: re.Match[str]) -> str:
            inner = int(match[1]) - 1
            shape = self.levels.get((list_id, inner), level)
            return _spelled(counted.get(inner, shape.start), shape.form)

        return re.sub(r"%(\d)", one, level.text)


def _level(level: Any) -> _Level:  # noqa: ANN401 - an element of the file
    def said(name: str, other: str) -> str:
        found = level.find(f"{_W}{name}")
        return _value(found, "val") if found is not None else other

    return _Level(said("numFmt", "decimal"), said("lvlText", "%1."), int(said("start", "1")))


def _place(properties: Any) -> tuple[str, int] | None:  # noqa: ANN401 - an element of the file
    found = properties.find(f"{_W}numPr") if properties is not None else None
    number = found.find(f"{_W}numId") if found is not None else None
    if found is None or number is None:
        return None
    depth = found.find(f"{_W}ilvl")
    return _value(number, "val"), int(_value(depth, "val") or 0) if depth is not None else 0


def _value(element: Any, name: str) -> str:  # noqa: ANN401 - an element of the file
    return str(element.get(f"{_W}{name}") or "")


def _spelled(number: int, form: str) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        rest, out = number, ""
        for value, letters in _ROMAN:
            while rest >= value:
                out, rest = out + letters, rest - value
        return out if form == "upperRoman" else out.lower()
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)
