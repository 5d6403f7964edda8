"""A YAML file as a tree of texts with their places; nothing is typed here.

Nodes are named tuples: a province has millions of them, and a frozen dataclass takes three times as long to make.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from congkhai.model.finding import Mark


class Text(NamedTuple):
    """A scalar. `quoted` tells whether the file protects it from other parsers' guesses."""

    value: str
    mark: Mark
    quoted: bool


class Items(NamedTuple):
    """A sequence."""

    items: tuple[Node, ...]
    mark: Mark


class Entry(NamedTuple):
    """A key of a mapping and its value."""

    key: Text
    value: Node


class Mapping(NamedTuple):
    """A mapping in the order of the file; of a repeated key the first stands."""

    entries: dict[str, Entry]
    mark: Mark


Node = Text | Items | Mapping

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def states(node: Node, field_path: str) -> bool:
    """Say whether the tree itself has a field, which a program may have filled in later."""
    return _at(node, field_path)[1]


def text_at(node: Node, field_path: str) -> str | None:
    """The text of a field; None when it is absent or no text."""
    found, whole = _at(node, field_path)
    return found.value if whole and isinstance(found, Text) else None


def mark_of(node: Node, field_path: str) -> Mark:
    """The place of a field such as `channels[0].fees[1].amount`; of the nearest ancestor when it is absent."""
    return _at(node, field_path)[0].mark


def _at(node: Node, field_path: str) -> tuple[Node, bool]:
    """The node of a field and True, or its nearest ancestor and False."""
    for name, index in _STEP.findall(field_path):
        if name and isinstance(node, Mapping) and name in node.entries:
            node = node.entries[name].value
        elif index and isinstance(node, Items) and int(index) < len(node.items):
            node = node.items[int(index)]
        else:
            return node, False
    return node, True
