"""Figures in cells, in the Vietnamese spelling in which tables keep them."""

from __future__ import annotations

import re
from decimal import Decimal

from congkhai.intake.tables.grid import Cell

_VIETNAMESE = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_ENGLISH = re.compile(r"-?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|-?\d{1,3}(?:,\d{3})+\.\d+")
_BRACKETS = re.compile(r"\(([^()-]+)\)")
#: Signs that stand for nothing, as tables print them.
_DASHES = frozenset("-–—")


def figure(cell: Cell) -> str | None:
    """The text that a record keeps for a cell: `1.234,5`, `-` for a dash, an empty text; None for what is no figure."""
    if cell.number is not None:
        return spelled(cell.number)
    text = cell.text.replace(" ", "").rstrip("%")
    if text in _DASHES:
        return "-"
    if bracketed := _BRACKETS.fullmatch(text):
        text = f"-{bracketed[1]}"
    if not text:
        return ""
    if _ENGLISH.fullmatch(text):
        return spelled(Decimal(text.replace(",", "")))
    if _VIETNAMESE.fullmatch(text):
        return spelled(Decimal(text.replace(".", "").replace(",", ".")))
    return None


def spelled(number: Decimal) -> str:
    """`1.234.567,5`."""
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))
