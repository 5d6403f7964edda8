"""Where the table begins on a sheet, and what its columns are called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congkhai.intake.slugs import folded
from congkhai.intake.tables.figures import figure
from congkhai.intake.tables.grid import Cell, Sheet

_NUMBERS = frozenset({"stt", "so tt", "tt", "so thu tu"})
#: The row of column numbers under a heading: `A B 1 2 3=2/1`.
_GUIDE = re.compile(r"[A-Z]|\(?\d{1,2}\)?(?:\s*=.*)?")


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a table: where outline number and label stand, and group and name of the others."""

    first: int
    body: int
    number: int | None
    label: int
    names: dict[int, tuple[str, str]]


def find_heading(sheet: Sheet, labels: tuple[str, ...]) -> Heading | None:
    """The heading of the first table whose label column is called one of `labels` (folded), if there is one."""
    for place, row in enumerate(sheet.rows):
        texts = [folded(cell.text) for cell in row]
        label = next((c for c, text in enumerate(texts) if any(text.startswith(name) for name in labels)), None)
        others = [c for c, text in enumerate(texts) if text and c != label]
        if label is not None and others:
            number = next((c for c, text in enumerate(texts[:label]) if text in _NUMBERS), None)
            body = _body(sheet, place, label)
            return Heading(place, body, number, label, _names(sheet.rows[place:body], label, number))
    return None


def one_above_the_other(sheet: Sheet, labels: tuple[str, ...]) -> Sheet:
    """A sheet whose heading has the label column twice, as balances print revenue beside spending, with the right half
    put below the left; any other sheet as it is."""
    for place, row in enumerate(sheet.rows):
        found = [c for c, cell in enumerate(row) if folded(cell.text).startswith(labels)]
        if len(found) < 2:
            continue
        right = found[1] - (1 if found[1] and folded(row[found[1] - 1].text) in _NUMBERS else 0)
        before = found[1] - right
        numbers = found[0] if folded(row[0].text) in _NUMBERS else 0
        blank = (Cell(),) * max(0, numbers - before)
        body = _body(Sheet(sheet.name, tuple(cells[:right] for cells in sheet.rows)), place, found[0])
        filled = [n for n in range(body, len(sheet.rows)) if any(cell.text for cell in sheet.rows[n][right:])]
        last = filled[-1] + 1 if filled else body
        halves = [cells[:right] for cells in sheet.rows[:last]]
        halves += [(*blank, *sheet.rows[n][right:]) for n in filled]
        halves += [cells[:right] for cells in sheet.rows[last:]]
        width = max(len(cells) for cells in halves)
        return Sheet(sheet.name, tuple((*cells, *[Cell()] * (width - len(cells))) for cells in halves))
    return sheet


def _body(sheet: Sheet, place: int, label: int) -> int:
    """The first row after the heading: one with a label or a figure, the row of column numbers passed over."""
    for row in range(place + 1, len(sheet.rows)):
        cells = sheet.rows[row]
        if _is_guide(cells):
            return row + 1
        if cells[label].text or any(figure(cell) not in {None, ""} for cell in cells):
            return row
    return len(sheet.rows)


def _is_guide(cells: tuple[Cell, ...]) -> bool:
    texts = [cell.text for cell in cells if cell.text]
    return (
        len(texts) > 1
        and all(_GUIDE.fullmatch(text) for text in texts)
        and any(text.startswith(("A", "B", "1", "(1")) for text in texts)
    )


def _names(rows: tuple[tuple[Cell, ...], ...], label: int, number: int | None) -> dict[int, tuple[str, str]]:
    """Group and name by column; a merged cell of the heading counts for the empty ones to its right."""
    filled = [row for row in rows if not _is_guide(row)]
    names: dict[int, tuple[str, str]] = {}
    upper = ""
    for column in range(label + 1, len(filled[0])):
        if column == number:
            continue
        texts = [" ".join(row[column].text.split()) for row in filled]
        upper = texts[0] or upper
        lower = next((text for text in reversed(texts[1:]) if text), "")
        if texts[0] or lower:
            names[column] = (upper, lower) if lower and upper != lower else ("", texts[0] or upper)
    return names
