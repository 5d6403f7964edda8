"""A document read back as a ruler would: runs of type with their places, and straight lines. Lengths in millimetres."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tests.notices.samples import reader

POINT = 25.4 / 72
_LINE = re.compile(rb"q 1 0 0 -1 ([\d.]+) ([\d.]+) cm[^\n]*? 0 0 m ([\d.]+) 0 l\nS")


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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
    for number, page in enumerate(reader(data).pages):
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
