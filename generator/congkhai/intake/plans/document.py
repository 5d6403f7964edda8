"""A document as lines, whether it is text or a Word file."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from congkhai.intake.cleaning import clean
from congkhai.intake.container import MAX_BYTES, Unreadable, looks_like, unpack
from congkhai.intake.encodings import UnknownEncoding, decode

#: Crumbs of the web page that a text was copied from.
_JUNK = re.compile(
    r"\d{1,2}:\d{2} [AP]M.*|SỐ LƯỢT TRUY CẬP.*|Thứ \d, Ngày [\d/]+|Chủ nhật, Ngày [\d/]+|[-_=*\s]{4,}|\[\.\.\.\]",
    re.IGNORECASE,
)
_PACKED_MACROS = "vbaProject.bin"


def read_lines(path: Path) -> list[str]:
    """The lines of a document, columns of a heading one after the other, page furniture left out. Raises Unreadable."""
    data = unpack(path)
    kind = looks_like(data)
    if kind == "zip":
        return _tidy(_word(data))
    if kind == "ole":
        raise Unreadable("old_word")
    if kind:
        raise Unreadable(kind)
    try:
        text = decode(data).text
    except UnknownEncoding:
        raise Unreadable("encoding") from None
    return _tidy(clean(text).split("\n"))


def _tidy(lines: list[str]) -> list[str]:
    rows = (" ".join(part.split()) for line in lines for part in clean(line).split("\t"))
    return [row for row in rows if not _JUNK.fullmatch(row)]


def _word(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
        if sum(part.file_size for part in parts) > MAX_BYTES:
            raise Unreadable("large")
        if any(part.filename.endswith(_PACKED_MACROS) for part in parts):
            raise Unreadable("macros")
        document = Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise Unreadable("not_word") from None
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            lines += block.text.split("\n")
        elif isinstance(block, Table):
            columns = [list(column.cells) for column in block.columns]
            for cells in columns:
                lines += [line for cell in dict.fromkeys(cells) for line in cell.text.split("\n")]
    return lines
