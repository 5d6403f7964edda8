"""The bytes of a file: objects in compressed groups, an index, and an identity made of the contents."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from congkhai.pdf_merge.graph import Graph
from congkhai.pdf_merge.syntax import written

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_GROUP = 200


def file_of(graph: Graph, catalogue: IndirectObject, info: IndirectObject, same: Mapping[int, int]) -> bytes:
    """What is reachable from the catalogue, as a file. `same` names the objects for which another stands.

    The bytes depend on nothing but the objects, in the order in which the catalogue leads to them.
    """
    order = _order(graph, [catalogue, info], same)
    new = {old: place for place, old in enumerate(order, 1)}

    def number(old: int) -> int:
        return new[same.get(old, old)]

    out = bytearray(_HEAD)
    index: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    packed: list[tuple[int, bytes]] = []
    for old in order:
        value = graph.get_object(old)
        if isinstance(value, StreamObject):
            index[new[old]] = (1, len(out), 0)
            dictionary = written(value, number)[:-2] + b"/Length %d>>" % len(value._data)
            out += b"%d 0 obj\n%b\nstream\n" % (new[old], dictionary) + value._data + b"\nendstream\nendobj\n"
        else:
            packed.append((new[old], written(value, number)))
    last = len(order)
    for at in range(0, len(packed), _GROUP):
        group = packed[at : at + _GROUP]
        last += 1
        index[last] = (1, len(out), 0)
        for place, (one, _) in enumerate(group):
            index[one] = (2, last, place)
        out += _group(last, group)
    last += 1
    index[last] = (1, len(out), 0)
    start = len(out)
    identity = hashlib.sha256(bytes(out)).hexdigest()[:32].encode()
    rows = b"".join(kind.to_bytes(1) + a.to_bytes(5) + b.to_bytes(2) for _, (kind, a, b) in sorted(index.items()))
    data = zlib.compress(rows, 9)
    out += (
        b"%d 0 obj\n<</Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]/Filter/FlateDecode"
        b"/Length %d>>\nstream\n"
        % (last, last + 1, number(catalogue.idnum), number(info.idnum), identity, identity, len(data))
    )
    out += data + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _group(number: int, objects: list[tuple[int, bytes]]) -> bytes:
    heads, bodies, at = [], [], 0
    for one, body in objects:
        heads.append(b"%d %d" % (one, at))
        bodies.append(body)
        at += len(body) + 1
    head = b" ".join(heads) + b"\n"
    data = zlib.compress(head + b"\n".join(bodies), 9)
    return (
        b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n"
        % (number, len(objects), len(head), len(data))
        + data
        + b"\nendstream\nendobj\n"
    )


def _order(graph: Graph, roots: list[IndirectObject], same: Mapping[int, int]) -> list[int]:
    seen: dict[int, None] = {}
    waiting: list[PdfObject] = list(reversed(roots))
    while waiting:
        value: Any = waiting.pop()
        if isinstance(value, IndirectObject):
            old = same.get(value.idnum, value.idnum)
            if old in seen:
                continue
            seen[old] = None
            value = graph.get_object(old)
        if isinstance(value, DictionaryObject):
            waiting += reversed(list(value.values()))
        elif isinstance(value, ArrayObject):
            waiting += reversed(list(value))
    return list(seen)
