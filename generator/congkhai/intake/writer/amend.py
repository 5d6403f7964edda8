"""A changed record into the file that holds it: only the lines of what changed are touched.

Every other line of the file stays byte for byte: comments, order of keys, quotes, empty lines, line ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from congkhai.intake.writer.emit import given, is_record, to_yaml
from congkhai.intake.writer.scalars import scalar
from congkhai.model.spec import Member, members


class CannotAmend(ValueError):  # noqa: N818 - it says what happened, in the words of this house
    """A file written in a way that cannot be changed line by line. `field` is the path of the field."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def amended(text: str, old: object, new: object) -> str:
    """The file `text`, whose record is `old`, with what makes it `new`.

    Values may be added or replaced, and items added to lists. Raises CannotAmend for what would have to be taken out,
    and for a field that is written on one line with others.
    """
    file = _File(text)
    root = yaml.compose(file.body, Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise CannotAmend("")
    file.mapping(root, old, new, "")
    return file.text()


@dataclass(slots=True)
class _Edit:
    """`lines` come after the line `after`; or the columns of one line are replaced."""

    after: int
    lines: tuple[str, ...] = ()
    columns: tuple[int, int] | None = None
    word: str = ""


class _File:
    """The lines of a file, and the edits to make; places are those of the file as it was."""

    def __init__(self, text: str) -> None:
        self.mark = "\ufeff" if text.startswith("\ufeff") else ""
        self.body = text.removeprefix("\ufeff")
        self.end = "\r\n" if "\r\n" in self.body else "\n"
        self.rows = self.body.splitlines(keepends=True)
        self.edits: list[_Edit] = []

    def text(self) -> str:
        """The file with all edits made, from the last line to the first."""
        rows = list(self.rows)
        for number in sorted(range(len(self.edits)), key=lambda n: (self.edits[n].after, n), reverse=True):
            edit = self.edits[number]
            if edit.columns:
                row = rows[edit.after]
                rows[edit.after] = row[: edit.columns[0]] + edit.word + row[edit.columns[1] :]
            if edit.lines:
                self._insert(rows, edit)
        return self.mark + "".join(rows)

    def _insert(self, rows: list[str], edit: _Edit) -> None:
        made = [line + self.end for line in edit.lines]
        if not rows[edit.after].endswith(("\n", "\r")):
            rows[edit.after] += self.end
            made[-1] = made[-1].removesuffix(self.end)
        rows[edit.after + 1 : edit.after + 1] = made

    def mapping(self, node: yaml.MappingNode, old: object, new: object, path: str) -> None:
        """Make the mapping of a record say what the new record says."""
        found = {key.value: (key, value) for key, value in node.value}
        for name, member in members(type(new)).items():
            before, after = getattr(old, name), getattr(new, name)
            place = f"{path}.{name}" if path else name
            if before == after:
                continue
            if name not in found:
                self._add(node, member, new, place)
            elif after in (None, ()):
                raise CannotAmend(place)
            elif member.many:
                self._items(found[name], member, (before, after), place)
            elif is_record(after):
                inner = found[name][1]
                if not isinstance(inner, yaml.MappingNode) or inner.flow_style:
                    raise CannotAmend(place)
                self.mapping(inner, before, after, place)
            else:
                self._replace(found[name][1], after, place)

    def _add(self, node: yaml.MappingNode, member: Member, new: object, place: str) -> None:
        """A key that the file does not have, after the last key that the model has before it."""
        if node.flow_style or not node.value:
            raise CannotAmend(place)
        names = list(members(type(new)))
        earlier = set(names[: names.index(member.name)])
        above = [value for key, value in node.value if key.value in earlier]
        first = node.value[0][0].start_mark.column
        if above:
            after = max(self._last(value) for value in above)
        else:
            after = node.value[0][0].start_mark.line - 1
            if after < 0 or self.rows[after + 1][:first].strip():
                raise CannotAmend(place)  # the first key of a file or of an item: nothing stands above it
        self.edits.append(_Edit(after, tuple(" " * first + row for row in _rows(new, member))))

    def _items(self, entry: tuple[yaml.Node, yaml.Node], member: Member, pair: tuple[Any, Any], place: str) -> None:
        key, node = entry
        old, new = pair
        if not isinstance(node, yaml.SequenceNode) or len(new) < len(old):
            raise CannotAmend(place)
        if node.flow_style and not node.value and node.start_mark.line == node.end_mark.line:
            self.edits.append(_Edit(node.start_mark.line, (), (node.start_mark.column, node.end_mark.column)))
            dash, after = key.start_mark.column + 2, node.end_mark.line
        elif node.flow_style:
            raise CannotAmend(place)
        else:
            dash, after = node.start_mark.column, self._last(node)
        for number, (before, item) in enumerate(zip(old, new, strict=False)):
            if before == item:
                continue
            inner = node.value[number]
            if is_record(item) and isinstance(inner, yaml.MappingNode) and not inner.flow_style:
                self.mapping(inner, before, item, f"{place}[{number}]")
            elif not is_record(item):
                self._replace(inner, item, f"{place}[{number}]")
            else:
                raise CannotAmend(f"{place}[{number}]")
        added = [row for item in new[len(old) :] for row in _item_rows(item)]
        if added:
            self.edits.append(_Edit(after, tuple(" " * dash + row for row in added)))

    def _replace(self, node: yaml.Node, value: object, place: str) -> None:
        start, end = node.start_mark, node.end_mark
        words = scalar(value, start.column, start.column)
        if not isinstance(node, yaml.ScalarNode) or start.line != end.line or start.column == end.column:
            raise CannotAmend(place)
        if len(words) != 1:
            raise CannotAmend(place)
        self.edits.append(_Edit(start.line, (), (start.column, end.column), words[0]))

    def _last(self, node: yaml.Node) -> int:
        """The last line that belongs to a value; comments and empty lines after it do not."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            inner = node.value[-1]
            return self._last(inner[1] if isinstance(inner, tuple) else inner)
        line: int = node.end_mark.line
        if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
            if line >= len(self.rows) or node.end_mark.column == 0:
                line -= 1
            while line > node.start_mark.line and not self.rows[line].strip():
                line -= 1
        return min(line, len(self.rows) - 1)


def _rows(record: object, member: Member) -> Iterator[str]:
    """The lines of one field as the canonical writer puts them."""
    names = members(type(record))
    wanted = {one.name for one, _ in given(record)} & {member.name}
    if not wanted:
        return
    values = {n: getattr(record, n) if n == member.name else (() if names[n].many else None) for n in names}
    yield from to_yaml(type(record)(**values)).splitlines()


def _item_rows(item: object) -> Iterator[str]:
    if is_record(item):
        first, *others = to_yaml(item).splitlines()
        yield f"- {first}"
        yield from (f"  {row}" for row in others)
    else:
        first, *others = scalar(item, 2, 2)
        yield f"- {first}"
        yield from others
