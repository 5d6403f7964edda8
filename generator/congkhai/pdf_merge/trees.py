"""Name trees and number trees: sorted pairs, spread over nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from congkhai.pdf_merge.graph import Graph
from congkhai.pdf_merge.reading import found, items, mapping

_LEAF = 64
_DEEPEST = 40


def octets(text: object) -> bytes:
    """The bytes of a string as they stand in the file."""
    if isinstance(text, TextStringObject | ByteStringObject):
        return text.original_bytes
    raise ValueError(f"no string: {text!r}")


def names(tree: DictionaryObject) -> Iterator[tuple[bytes, PdfObject]]:
    """The pairs of a name tree. Raises ValueError for what is none."""
    for key, value in _pairs(tree, "/Names", 0):
        yield octets(key), value


def numbers(tree: DictionaryObject) -> Iterator[tuple[int, PdfObject]]:
    """The pairs of a number tree. Raises ValueError for what is none."""
    for key, value in _pairs(tree, "/Nums", 0):
        if not isinstance(key, int):
            raise ValueError(f"no number: {key!r}")
        yield int(key), value


def _pairs(node: DictionaryObject, leaves: str, depth: int) -> Iterator[tuple[PdfObject | None, PdfObject]]:
    if depth > _DEEPEST:
        raise ValueError("no tree")
    flat = items(node, leaves)
    if len(flat) % 2:
        raise ValueError("a key without a value")
    yield from zip(map(found, flat[::2]), flat[1::2], strict=True)
    for child in items(node, "/Kids"):
        yield from _pairs(mapping(child), leaves, depth + 1)


def name_tree(graph: Graph, pairs: Iterable[tuple[bytes, PdfObject]]) -> DictionaryObject:
    """The root of a name tree."""
    return _tree(graph, "/Names", [(ByteStringObject(key), value) for key, value in sorted(pairs, key=lambda p: p[0])])


def number_tree(graph: Graph, pairs: Iterable[tuple[int, PdfObject]]) -> DictionaryObject:
    """The root of a number tree."""
    return _tree(graph, "/Nums", [(NumberObject(key), value) for key, value in sorted(pairs, key=lambda p: p[0])])


def _tree(graph: Graph, leaves: str, pairs: list[tuple[PdfObject, PdfObject]]) -> DictionaryObject:
    if len(pairs) <= _LEAF:
        return _node(leaves, [item for pair in pairs for item in pair])
    level: list[tuple[PdfObject, PdfObject, DictionaryObject]] = []
    for at in range(0, len(pairs), _LEAF):
        part = pairs[at : at + _LEAF]
        level.append((part[0][0], part[-1][0], _node(leaves, [item for pair in part for item in pair])))
    while True:
        for first, last, node in level:
            node[NameObject("/Limits")] = ArrayObject([first, last])
        groups = [level[at : at + _LEAF] for at in range(0, len(level), _LEAF)]
        level = [(g[0][0], g[-1][1], _node("/Kids", [graph.add(node) for _, _, node in g])) for g in groups]
        if len(level) == 1:
            return level[0][2]


def _node(key: str, items: list[PdfObject]) -> DictionaryObject:
    node = DictionaryObject()
    node[NameObject(key)] = ArrayObject(items)
    return node
