"""A document read back as a ruler would: runs of type with their places, and straight lines. Lengths in millimetres."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader

POINT = 25.4 / 72
_LINE = re.compile(rb"q 1 0 0 -1 ([\d.]+) ([\d.]+) cm[^\n]*? 0 0 m ([\d.]+) 0 l\nS")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one font: left end and baseline from the top left of the page, size in points."""

    page: int
    text: str
    font: str
    size: float
    x: float
    y: float

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line."""

    page: int
    x: float
    y: float
    length: float


def measure(data: bytes) -> tuple[list[Run], list[Rule], list[tuple[float, float]]]:
    """Runs and rules in reading order, and the width and height of each page."""
    runs: list[Run] = []
    rules: list[Rule] = []
    sizes: list[tuple[float, float]] = []
    for number, page in enumerate(PdfReader(io.BytesIO(data)).pages):
        height = float(page.mediabox.height)
        sizes.append((float(page.mediabox.width) * POINT, height * POINT))

        def keep(
            text: str, cm: Any, tm: Any, font: Any, size: float, number: int = number, height: float = height
        ) -> None:
            if text.strip():
                name = str(font["/BaseFont"]).partition("+")[2]
                runs.append(Run(number, text.strip("\n"), name, size, cm[4] * POINT, (height - cm[5]) * POINT))

        page.extract_text(visitor_text=keep)
        for x, y, length in _LINE.findall(page.get_contents().get_data()):
            rules.append(Rule(number, float(x) * POINT, (height - float(y)) * POINT, float(length) * POINT))
    return runs, rules, sizes


@dataclass(frozen=True)
class Document:
    """A printed document: its runs and rules, and the sizes of its pages."""

    runs: list[Run]
    rules: list[Rule]
    sizes: list[tuple[float, float]]

    def find(self, words: str, page: int = 0) -> Run:
        return next(r for r in self.runs if r.page == page and r.text.strip().startswith(words))

    @property
    def body(self) -> list[Run]:
        """The runs of the document proper: not the foot of the page, the page number, the appendix, the colophon."""
        last = next((r.page for r in self.runs if r.text.strip().startswith("Phụ lục")), len(self.sizes))
        return [r for r in self.runs if r.page < last and r.font.startswith("Tinos") and 18 < r.y < 280]


def width(text: str, size: float, bold: bool) -> float:
    """The width of a text in millimetres, by the metrics of our own font."""
    from fontTools.ttLib import TTFont

    from tests.notices.test_fonts import FOLDERS

    font = TTFont(FOLDERS["notices"] / f"Tinos-{'Bold' if bold else 'Regular'}.ttf")
    names, advances = font.getBestCmap(), font["hmtx"]
    return sum(advances[names[ord(c)]][0] for c in text) / font["head"].unitsPerEm * size * 25.4 / 72
