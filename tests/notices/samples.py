"""What tests of notices share: the sample office's place, and ways to read a printed file back."""

from __future__ import annotations

import fcntl
import io
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from tests.notices.decree30 import Reading, Rule, Run, read
from tests.requirements import program

_NUMBER = r'="(-?[\d.]+)"'
#: A page or a word in what poppler tells.
_BOX = re.compile(
    f"<page width{_NUMBER} height{_NUMBER}|<word xMin{_NUMBER} yMin{_NUMBER} xMax{_NUMBER} yMax{_NUMBER}>(.*)</word>"
)
ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Shelf:
    """The printed files of a run of tests: the worker that first asks for one prints it, for all."""

    folder: Path
    press: Press

    def take(self, notice: Notice) -> Path:
        """The file of a notice."""
        path = self.folder / notice.address.replace("/", "_")
        with path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                made = self.press.print(notice)
                assert isinstance(made, bytes), made
                path.write_bytes(made)
        return path


@dataclass(frozen=True)
class Sheet:
    """A notice, printed when something of its file is asked for."""

    notice: Notice
    shelf: Shelf

    def __str__(self) -> str:
        return self.notice.address

    @cached_property
    def path(self) -> Path:
        return self.shelf.take(self.notice)

    @property
    def data(self) -> bytes:
        """The file's bytes, read anew each time: all of them would fill the memory."""
        return self.path.read_bytes()

    @cached_property
    def _read(self) -> Reading:
        """Read once: to walk through the letters of a file is what tests spend most of their time on."""
        return read(self.data)

    @property
    def pages(self) -> list[str]:
        """The text of each page in reading order, as pypdf gives it."""
        return self._read.texts

    @property
    def measured(self) -> tuple[list[Run], list[Rule], list[tuple[float, float]]]:
        """The runs of letters, the rules, and the sizes of pages, in millimetres and points."""
        return self._read.runs, self._read.rules, self._read.sizes

    @cached_property
    def boxes(self) -> tuple[list[Word], list[tuple[float, float]]]:
        return words(self.path)


def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def squeezed(words: str) -> str:
    """Text without white space and case, for comparing across line ends."""
    return re.sub(r"\s+", "", words).casefold()


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in plain data with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, f"{path}[{number}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, f"{path}.{name}" if path else name)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of poppler's: its text and its box, in points from the top left of the page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def words(path: Path) -> tuple[list[Word], list[tuple[float, float]]]:
    """The words of a file, and the width and height of each page."""
    tool = program("pdftotext", package="poppler-utils")
    out = subprocess.run([tool, "-bbox", str(path), "-"], capture_output=True, check=True).stdout.decode()
    found: list[Word] = []
    sizes: list[tuple[float, float]] = []
    for width, height, *box, text in _BOX.findall(out):
        if width:
            sizes.append((float(width), float(height)))
        else:
            left, top, right, bottom = map(float, box)
            found.append(Word(len(sizes) - 1, text, left, top, right, bottom))
    return found, sizes


def texts(path: Path) -> list[str]:
    """The text of each page in the order in which it was drawn, as poppler gives it: much faster than pypdf."""
    tool = program("pdftotext", package="poppler-utils")
    told = subprocess.run([tool, "-raw", str(path), "-"], capture_output=True, check=True)
    return told.stdout.decode().split("\f")[:-1]


def pictures(path: Path, folder: Path, dpi: int) -> list[Path]:
    """Each page of a file as a picture."""
    tool = program("pdftoppm", package="poppler-utils")
    subprocess.run([tool, "-r", str(dpi), "-gray", str(path), str(folder / "page")], capture_output=True, check=True)
    return sorted(folder.glob("page*.pgm"))


def scanned(picture: Path) -> list[str]:
    """What a reader of codes finds in a picture."""
    tool = program("zbarimg", package="zbar-tools")
    told = subprocess.run([tool, "--quiet", "--raw", str(picture)], capture_output=True, check=False)
    return told.stdout.decode().split("\n")[:-1]


def each(function: Callable[[Sheet], list[str]], sheets: tuple[Sheet, ...]) -> dict[str, list[str]]:
    """What a check says of every sheet that it has something to say about."""
    return {str(sheet): found for sheet in sheets if (found := function(sheet))}
