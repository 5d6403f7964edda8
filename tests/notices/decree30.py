"""A document read back as a ruler would: runs of type with their places, and straight lines. Lengths in millimetres."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
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


@dataclass(frozen=True, slots=True)
class Reading:
    """What one walk through a file tells: the text of each page, and what a ruler finds on them."""

    texts: list[str]
    runs: list[Run]
    rules: list[Rule]
    sizes: list[tuple[float, float]]


def measure(data: bytes) -> tuple[list[Run], list[Rule], list[tuple[float, float]]]:
    """Runs and rules in reading order, and the width and height of each page."""
    found = read(data)
    return found.runs, found.rules, found.sizes


def read(data: bytes) -> Reading:
    """The same, and the texts as pypdf puts them together."""
    texts: list[str] = []
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

        texts.append(page.extract_text(visitor_text=keep))
        for x, y, length in _LINE.findall(page.get_contents().get_data()):
            rules.append(Rule(number, float(x) * POINT, (height - float(y)) * POINT, float(length) * POINT))
    return Reading(texts, list(_joined(runs)), rules, sizes)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """A word that is kept whole is a run of its own: what stands together in one font is one to the eye."""
    line: Run | None = None
    end = 0.0
    for run in runs:
        gap = run.x - end
        alike = line and (line.page, line.font, line.size) == (run.page, run.font, run.size)
        if line and alike and abs(line.y - run.y) < 0.05 and -0.5 < gap < 1.3 * _width(" ", run.font, run.size):
            between = " " if gap > 0.3 and not line.text.endswith(" ") else ""
            line = replace(line, text=line.text + between + run.text)
        else:
            if line:
                yield line
            line = run
        end = run.x + _width(run.text, run.font, run.size)
    if line:
        yield line


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
    return _width(text, f"Tinos-{'Bold' if bold else 'Regular'}", size)


def _width(text: str, font: str, size: float) -> float:
    advances, units = _advances(font)
    return sum(advances.get(c, 0) for c in text) / units * size * POINT


@cache
def _advances(font: str) -> tuple[dict[str, int], int]:
    """How far each character of a font goes, and how many units its size has."""
    from fontTools.ttLib import TTFont

    from tests.notices.test_fonts import FOLDERS

    face = TTFont(FOLDERS["notices"] / f"{font}.ttf")
    table = face["hmtx"]
    return {chr(point): table[name][0] for point, name in face.getBestCmap().items()}, face["head"].unitsPerEm
