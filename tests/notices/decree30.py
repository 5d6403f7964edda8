"""A document read back as a ruler would: runs of type with their places, and straight lines. Lengths in millimetres."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from pypdfium2 import PdfDocument, PdfObject, PdfTextPage
from pypdfium2 import raw as pdfium

POINT = 25.4 / 72


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
    """The same, and the texts in the order in which they were drawn, a line for each piece."""
    texts: list[str] = []
    runs: list[Run] = []
    rules: list[Rule] = []
    sizes: list[tuple[float, float]] = []
    with PdfDocument(data) as file:
        for number, page in enumerate(file):
            sizes.append((page.get_width() * POINT, page.get_height() * POINT))
            letters = page.get_textpage()
            lines = []
            for thing in page.get_objects():
                x, y = _origin(thing, page.get_height())
                match thing.type:
                    case pdfium.FPDF_PAGEOBJ_TEXT:
                        text = _text(thing, letters)
                        lines.append(text)
                        if text.strip():
                            runs.append(Run(number, text, *_type(thing), x, y))
                    case pdfium.FPDF_PAGEOBJ_PATH if length := _level(thing):
                        rules.append(Rule(number, x, y, length * POINT))
            texts.append("\n".join(lines))
            letters.close()
            page.close()
    return Reading(texts, list(_joined(runs)), rules, sizes)


def _origin(thing: PdfObject, height: float) -> tuple[float, float]:
    matrix = thing.get_matrix()
    return matrix.e * POINT, (height - matrix.f) * POINT


def _text(thing: PdfObject, letters: PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(thing, letters, None, 0)
    units = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFTextObj_GetText(thing, letters, units, size)
    # A hyphen at the end of a line is told as this sign.
    return bytes(units).decode("utf-16-le").rstrip("\0").replace("\x02", "-")


def _type(thing: PdfObject) -> tuple[str, float]:
    """The name of the font without the mark of its subset, and the size in points."""
    size, name = ctypes.c_float(), ctypes.create_string_buffer(128)
    pdfium.FPDFTextObj_GetFontSize(thing, size)
    pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(thing), name, len(name))
    return name.value.decode().partition("+")[2], size.value


def _level(thing: PdfObject) -> float | None:
    """The length in points of a path that is one level line to the right, drawn and not filled."""
    if pdfium.FPDFPath_CountSegments(thing) != 2:
        return None
    ends = []
    for number in range(2):
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(thing, number), x, y)
        ends.append((x.value, y.value))
    (left, top), (right, bottom) = ends
    return right if (left, top, bottom) == (0, 0, 0) and right > 0 else None


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """A word that is kept whole is a run of its own: what stands together in one font is one to the eye."""
    line: Run | None = None
    end = 0.0
    for run in runs:
        gap = run.x - end
        alike = line and (line.page, line.font, line.size) == (run.page, run.font, run.size)
        if line and alike and abs(line.y - run.y) < 0.05 and -0.5 < gap < 1.3 * _width(" ", run.font, run.size):
            parted = gap > 0.3 or run.text.startswith(" ")
            line = replace(line, text=line.text.rstrip() + " " * parted + run.text.lstrip())
        else:
            if line:
                yield line
            line = run
        end = run.x + _width(run.text.rstrip(), run.font, run.size)
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
