"""A spreadsheet or a CSV file as rows of cells, whatever program made it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from congkhai.intake.cleaning import clean
from congkhai.intake.container import Unreadable, inspect_office, looks_like, unpack
from congkhai.intake.encodings import LEGACY, UnknownEncoding, decode, unfont
from congkhai.model.calendar import short_date

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DELIMITERS = (";", "\t", ",")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, and its number where the program that made the file knew it for one."""

    text: str = ""
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with rows of one width."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_sheets(path: Path) -> list[Sheet]:
    """All sheets that hold something. Raises Unreadable."""
    data = unpack(path)
    kind = looks_like(data)
    if kind == "zip":
        inspect_office(data, "cut")
    elif kind == "ole" and _ENCRYPTED in data:
        raise Unreadable("password")
    elif kind and kind != "ole":
        raise Unreadable(kind if kind != "zip" else "not_table")
    if not kind:
        return [_cleaned(_csv(path.stem, data))]
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            _sheet(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names
        ]
    except (CalamineError, ValueError, OSError):
        raise Unreadable("not_table") from None
    return [_cleaned(sheet) for sheet in sheets if any(cell.text for row in sheet.rows for cell in row)]


def _cleaned(sheet: Sheet) -> Sheet:
    """A sheet with texts as records may hold them; those typed with a legacy font are converted first."""
    encoding = unfont("\n".join(cell.text for row in sheet.rows for cell in row if cell.number is None)).encoding
    convert = LEGACY.get(encoding, str)
    rows = tuple(
        tuple(cell if cell.number is not None else Cell(clean(convert(cell.text))) for cell in row)
        for row in sheet.rows
    )
    return Sheet(clean(convert(sheet.name)), rows)


def _sheet(name: str, rows: Sequence[Sequence[object]]) -> Sheet:
    width = max((len(row) for row in rows), default=0)
    return Sheet(name, tuple(tuple(_cell(value) for value in row) + (Cell(),) * (width - len(row)) for row in rows))


def _cell(value: object) -> Cell:
    if isinstance(value, bool) or value is None:
        return Cell("" if value is None else str(value))
    if isinstance(value, int | float):
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        number = number.quantize(Decimal(1)) if number == number.to_integral_value() else round(number, 6).normalize()
        return Cell(f"{number:f}".replace(".", ","), number)
    if isinstance(value, datetime | date):
        return Cell(short_date(value.date() if isinstance(value, datetime) else value))
    return Cell(str(value).strip())


def _csv(name: str, data: bytes) -> Sheet:
    try:
        text = decode(data).text
    except UnknownEncoding:
        raise Unreadable("encoding") from None
    lines = text.splitlines()[:50]
    delimiter = max(_DELIMITERS, key=lambda sign: sum(line.count(sign) for line in lines))
    try:
        return _sheet(name, [list(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter)])
    except csv.Error:
        raise Unreadable("not_table") from None
