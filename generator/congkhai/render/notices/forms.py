"""Forms of others, drawn so that a file which holds them keeps its standards.

A foreign PDF page can stand in no PDF/A or PDF/UA file as it is: its fonts may be missing, its contents untagged.
Typst refuses it. It is therefore redrawn from its outlines as a picture that stays sharp, with the form's own text as
alternative text; the file itself goes along as an attachment, to be filled in.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from congkhai.catalogue import phrase
from congkhai.render.notices.text import CannotPrint, clean

_MOST_PAGES = 30
_TOLD = 2000
_UNTOLD = re.compile("[\x00-\x1f\x7f\ue000-\uf8ff\ufffe\uffff]")
_DAMAGE = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page of a form: the picture's place below the press's folder, its size in points, and what is written on it."""

    picture: str
    width: float
    height: float
    words: str


@dataclass(frozen=True, slots=True)
class DrawnForm:
    """A form in the press's folder: the file itself, and its pages."""

    file: str
    pages: tuple[FormPage, ...]


def draw_form(name: str, data: bytes, folder: Path, draw: Callable[[str], list[bytes]]) -> DrawnForm:
    """Put a form and the pictures of its pages into a folder, under names made of a digest of its bytes.

    `draw` turns Typst code into one SVG picture a page. Raises CannotPrint, its field being the form's name, for what
    is no PDF file that can be read, or has over 30 pages.
    """
    stem = f"forms/{hashlib.sha256(data).hexdigest()}"
    sizes, texts = _read(name, data)
    target = folder / f"{stem}.pdf"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)
    pages = []
    code = "#set page(width: auto, height: auto, margin: 0pt)\n"
    code += "#pagebreak()\n".join(f'#image("/{stem}.pdf", page: {number})\n' for number in range(1, len(sizes) + 1))
    for number, picture in enumerate(draw(code), 1):
        (folder / f"{stem}-{number}.svg").write_bytes(picture)
        width, height = sizes[number - 1]
        pages.append(FormPage(f"/{stem}-{number}.svg", width, height, texts[number - 1]))
    return DrawnForm(f"/{stem}.pdf", tuple(pages))


def _read(name: str, data: bytes) -> tuple[list[tuple[float, float]], list[str]]:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise CannotPrint(name, phrase("refusals.form_locked"))
        if len(reader.pages) > _MOST_PAGES:
            raise CannotPrint(name, phrase("refusals.form_long", count=len(reader.pages), limit=_MOST_PAGES))
        sizes = [_size(page.cropbox.width, page.cropbox.height, page.rotation) for page in reader.pages]
        texts = [clean(_UNTOLD.sub(" ", page.extract_text()))[:_TOLD] for page in reader.pages]
    except CannotPrint:
        raise
    except _DAMAGE as error:
        raise CannotPrint(name, phrase("refusals.form_broken")) from error
    return sizes, texts


def _size(width: float, height: float, rotation: int) -> tuple[float, float]:
    return (float(height), float(width)) if rotation % 180 else (float(width), float(height))
