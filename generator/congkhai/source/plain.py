"""A quick way to read the files that are written plainly, which is nearly all of them.

Only block mappings and sequences, scalars of one line, simple lists in brackets, and block scalars of even
indentation are read here, and only where the whole file is made of nothing else; for any other file the answer is
None, and libyaml reads it. What is read here equals what libyaml reads, places included; a test compares the two.
"""

from __future__ import annotations

import re

from congkhai.model.finding import Mark
from congkhai.source.nodes import Entry, Items, Mapping, Node, Text

#: The first character of a plain scalar means nothing else; inside, `: ` and ` #` would end it.
_PLAIN = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#]*(?:(?::(?! |$)|(?<! )#)[^:#]*)*(?<! )"
_IN_BRACKETS = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#,\[\]{}]*(?<! )"
_LINE = re.compile(
    r"( *)(- +)?(?:([A-Za-z_][A-Za-z0-9_]*):(?: +|$))?"
    rf"""(?:({_PLAIN})|("[^"\\]*"|'[^']*')|([|>])(-?)|\[((?:{_IN_BRACKETS})?(?:, {_IN_BRACKETS})*)\])?$"""
)
_MAX_DEPTH = 20

_new = tuple.__new__  # half the price of calling the class of a named tuple


class _Level:
    """An open mapping (`entries`) or sequence (`items`), and the key or dash that waits for its value."""

    __slots__ = ("column", "entries", "items", "key", "mark", "waits")

    def __init__(self, column: int, mapping: bool, mark: Mark) -> None:
        self.column = column
        self.entries: dict[str, Entry] | None = {} if mapping else None
        self.items: list[Node] = []
        self.key: Text | None = None
        self.waits = False
        self.mark = mark

    def add(self, node: Node) -> None:
        if self.entries is None:
            self.items.append(node)
        else:
            assert self.key is not None, "a value follows its key"
            self.entries[self.key.value] = _new(Entry, (self.key, node))

    def close(self) -> Node:
        if self.entries is None:
            return _new(Items, (tuple(self.items), self.mark))
        return _new(Mapping, (self.entries, self.mark))


def read_plain(text: str) -> Mapping | None:
    """The tree of a text without tabs, hidden characters and combining marks; None when it is not written plainly."""
    if "\t" in text:
        return None
    lines = text.split("\n")
    stack: list[_Level] = []
    number, count, after_block = 0, len(lines), False
    match = _LINE.match
    while number < count:
        line = lines[number]
        number += 1
        bare = line.lstrip(" ")
        if not bare or bare[0] == "#":
            if after_block and bare:
                return None
            continue
        found = match(line)
        if found is None:
            return None
        indent, dash, name, plain, quoted, block, chomp, listed = found.groups()
        column = len(indent)
        level: _Level | None = stack[-1] if stack else None
        if level is None or level.waits or level.column != column or (dash is None) is (level.entries is None):
            level = _level_at(stack, column, dash is not None, number)  # most lines go on where the last one stood
            if level is None:
                return None
        if dash is not None and name is not None:
            inner = column + len(dash)
            stack.append(_Level(inner, True, _new(Mark, (number, inner + 1, number, inner + 1))))
            if len(stack) > _MAX_DEPTH:
                return None
            level = stack[-1]
            column = inner
        if name is not None:
            entries = level.entries
            if entries is None or name in entries:
                return None
            end = column + 1 + len(name)
            level.key = _new(Text, (name, _new(Mark, (number, column + 1, number, end)), False))
        elif level.entries is not None:
            return None
        after_block = False
        if plain is not None:
            start = found.start(4) + 1
            level.add(_new(Text, (plain, _new(Mark, (number, start, number, start + len(plain))), False)))
        elif quoted is not None:
            start = found.start(5) + 1
            level.add(_new(Text, (quoted[1:-1], _new(Mark, (number, start, number, start + len(quoted))), True)))
        elif block is not None:
            read = _block(lines, number, stack[-1].column, block, chomp)
            if read is None:
                return None
            value, end = read
            level.add(_new(Text, (value, _new(Mark, (number, found.start(6) + 1, end + 1, 1)), True)))
            number, after_block = end, True
        elif listed is not None:
            level.add(_in_brackets(listed, number, found.start(8)))
        else:
            if name is None:
                return None
            level.waits = True
    return _root(stack, count)


def _level_at(stack: list[_Level], column: int, dash: bool, number: int) -> _Level | None:
    """The level that a line at a column belongs to, opened or closed as needed; None when it belongs to none."""
    if not stack:
        if dash:
            return None
        stack.append(_Level(column, True, _new(Mark, (number, column + 1, number, column + 1))))
        return stack[0]
    top = stack[-1]
    if top.waits:
        if column > top.column or (dash and column == top.column):
            top.waits = False
            wide = column + 1 + (dash and column == top.column)
            stack.append(_Level(column, not dash, _new(Mark, (number, column + 1, number, wide))))
            return stack[-1] if len(stack) <= _MAX_DEPTH else None
        _nothing(top)
    while stack and (stack[-1].column > column or (stack[-1].column == column and dash is (top.entries is not None))):
        if len(stack) == 1:
            return None
        done = stack.pop()
        stack[-1].add(done.close())
        top = stack[-1]
    return top if stack and top.column == column and dash is (top.entries is None) else None


def _nothing(level: _Level) -> None:
    """Give a key that stands alone its empty value, which lies behind the colon."""
    assert level.key is not None, "only keys wait"
    place = level.key.mark
    level.waits = False
    level.add(_new(Text, ("", _new(Mark, (place.line, place.end_column + 1, place.line, place.end_column + 1)), False)))


def _root(stack: list[_Level], count: int) -> Mapping | None:
    if not stack:
        return None
    if stack[-1].waits:
        _nothing(stack[-1])
    while len(stack) > 1:
        done = stack.pop()
        stack[-1].add(done.close())
    root = stack[0].close()
    return root if isinstance(root, Mapping) else None


def _in_brackets(listed: str, line: int, start: int) -> Items:
    """The scalars of a list in brackets; `start` counts from 0 and is where the first may begin."""
    items: list[Node] = []
    column = start + 1
    for piece in listed.split(", ") if listed else ():
        items.append(_new(Text, (piece, _new(Mark, (line, column, line, column + len(piece))), False)))
        column += len(piece) + 2
    return Items(tuple(items), _new(Mark, (line, start, line, start + 1)))


def _block(lines: list[str], number: int, column: int, style: str, chomp: str) -> tuple[str, int] | None:
    """The text of a block scalar whose lines begin at index `number`, and the index of the line behind it."""
    first = lines[number] if number < len(lines) else ""
    inner = len(first) - len(first.lstrip(" "))
    if inner <= column or inner == len(first):
        return None
    found = [first[inner:]]
    number += 1
    margin = " " * inner
    last = number
    while number < len(lines):
        line = lines[number]
        if line == "":
            found.append("")
        elif line.startswith(margin) and line[inner] != " ":
            found.append(line[inner:])
            last = number + 1
        elif line.startswith(" " * (column + 1)) or not line.strip(" "):
            return None
        else:
            break
        number += 1
    if number == len(lines) and last == number - 1:
        found.pop()
    elif number != last or number == len(lines):
        return None
    text = "\n".join(found) if style == "|" else _folded(found)
    return (text if chomp else f"{text}\n"), last


def _folded(lines: list[str]) -> str:
    """Lines joined by spaces; an empty line is a line break."""
    if "" not in lines:
        return " ".join(lines)
    pieces = [lines[0]]
    for before, line in zip(lines, lines[1:], strict=False):
        if line == "":
            pieces.append("\n")
        else:
            pieces.append(line if before == "" else " " + line)
    return "".join(pieces)
