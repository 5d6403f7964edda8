"""A Word file as lines: numbers that Word counts, text in boxes and tables, without what tracked changes took out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from congkhai.intake.container import Unreadable, inspect_office
from congkhai.intake.plans.numbering import Numbering
from congkhai.intake.plans.work_tables import table_lines

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def word_lines(data: bytes) -> list[str]:
    """The lines of a Word file in reading order: headers, then the body. Raises Unreadable."""
    inspect_office(data, "not_word")
    try:
        document = Document(io.BytesIO(data))
        numbering = Numbering.of(document)
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise Unreadable("not_word") from None
    headers = [line for section in document.sections for line in _blocks(section.header._element, numbering)]
    told = [line for line in dict.fromkeys(headers) if any(c.isalpha() for c in line)]
    return [*told, *_blocks(document.element.body, numbering)]


def _blocks(parent: Any, numbering: Numbering) -> Iterator[str]:  # noqa: ANN401 - an element of the file
    for block in parent:
        if block.tag == f"{_W}p":
            yield from _paragraph(block, numbering)
        elif block.tag == f"{_W}tbl":
            yield from table_lines(_rows(block, numbering))
        elif block.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}smartTag"}:
            yield from _blocks(block, numbering)


def _paragraph(paragraph: Any, numbering: Numbering) -> Iterator[str]:  # noqa: ANN401 - as above
    """The lines of a paragraph with its number, and after them those of the boxes that hang on it."""
    text = "".join(_texts(paragraph))
    number = numbering.next(paragraph) if text.strip() else ""
    yield from f"{number} {text}".strip().split("\n") if number else text.split("\n")
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from _blocks(box, numbering)


def _texts(element: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    """What a reader sees of a paragraph: insertions, no deletions, no boxes."""
    for child in element:
        if child.tag in {f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}pPr", f"{_W}drawing", f"{_W}pict"}:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag != "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent":
            yield from _texts(child)


def _rows(table: Any, numbering: Numbering) -> list[list[list[str]]]:  # noqa: ANN401 - as above
    """The cells of a table, each as its lines; cells that go on from the row above are empty."""
    rows = []
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is table:
            cells = [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]
            rows.append([list(_blocks(cell, numbering)) for cell in cells])
    return rows
