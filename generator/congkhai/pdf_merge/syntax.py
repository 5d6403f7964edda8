"""Values as they are written in a PDF file."""

from __future__ import annotations

import io
from collections.abc import Callable

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    TextStringObject,
)


def written(value: PdfObject, number: Callable[[int], int]) -> bytes:
    """A value in the syntax of PDF; of a stream, its dictionary. `number` says which object a reference leads to."""
    out: list[bytes] = []
    _write(value, number, out)
    return b"".join(out)


def _write(value: PdfObject, number: Callable[[int], int], out: list[bytes]) -> None:
    if isinstance(value, IndirectObject):
        out.append(b"%d 0 R" % number(value.idnum))
    elif isinstance(value, DictionaryObject):
        out.append(b"<<")
        for key, inner in value.items():
            out.append(key.renumber())
            out.append(b" ")
            _write(inner, number, out)
        out.append(b">>")
    elif isinstance(value, ArrayObject):
        out.append(b"[")
        for place, inner in enumerate(value):
            if place:
                out.append(b" ")
            _write(inner, number, out)
        out.append(b"]")
    elif isinstance(value, NameObject):
        out.append(value.renumber())
    elif isinstance(value, TextStringObject | ByteStringObject):
        out.append(b"<" + value.original_bytes.hex().encode() + b">")
    else:
        stream = io.BytesIO()
        value.write_to_stream(stream)
        out.append(stream.getvalue())
