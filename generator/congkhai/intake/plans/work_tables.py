"""Tables of a document as lines: those that assign work row by row, and those that only lay out a page."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.intake.slugs import folded

#: Columns of a table of work by what their heading says, with the words that the line of a cell begins with.
_COLUMNS = (
    (("phoi hop",), "Đơn vị phối hợp"),
    (("chu tri", "thuc hien", "dau moi", "phu trach", "phan cong"), "Đơn vị chủ trì"),
    (("thoi gian", "thoi han", "hoan thanh", "tien do"), "Thời gian"),
    (("san pham", "ket qua"), "Sản phẩm"),
)
_CONTENT = ("noi dung", "nhiem vu", "cong viec", "hoat dong", "ten viec", "dau viec")
_NUMBERS = frozenset({"stt", "tt", "so tt"})


def table_lines(rows: list[list[list[str]]]) -> Iterator[str]:
    """Rows of work as `- việc` with `+ Đơn vị chủ trì: …` below; other tables column by column, as headings are."""
    head = next((n for n, row in enumerate(rows[:3]) if _is_head(row)), None)
    if head is None:
        for column in range(max((len(row) for row in rows), default=0)):
            yield from (line for row in rows if column < len(row) for line in row[column])
        return
    names = [folded(" ".join(cell)) for cell in rows[head]]
    content = next(n for n, name in enumerate(names) if name.startswith(_CONTENT))
    for row in rows[head + 1 :]:
        text = " ".join(row[content]).strip() if content < len(row) else ""
        others = [(n, " ".join(cell).strip()) for n, cell in enumerate(row) if n != content and " ".join(cell).strip()]
        if not text:
            yield from (cell for _, cell in others)
            continue
        yield f"- {text}"
        yield from (f"+ {label}: {cell}" for n, cell in others if n < len(names) and (label := _label(names[n])))


def _is_head(row: list[list[str]]) -> bool:
    names = [folded(" ".join(cell)) for cell in row]
    return len(names) > 2 and any(name.startswith(_CONTENT) for name in names) and any(map(_label, names))


def _label(name: str) -> str:
    """What a cell under a heading is about; a column that is none of the known kinds keeps its heading."""
    if name in _NUMBERS or name.startswith(_CONTENT):
        return ""
    return next((label for words, label in _COLUMNS if any(word in name for word in words)), name.capitalize())
