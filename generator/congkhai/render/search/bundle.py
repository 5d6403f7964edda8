"""Pagefind's bundle, made the same for the same pages.

Pagefind writes the values of a filter, and the filters themselves, in an order that changes from run to run. Here
they are sorted, named by their content and packed anew, and what no page of ours loads is left out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from congkhai.render.search import cbor
from congkhai.render.search.cbor import CborError, Value

_MAGIC = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
#: Pagefind's own interfaces, and its highlighter: search.js takes their place.
_UNUSED = re.compile(r"pagefind-(?:component-ui|modular-ui|ui|highlight)\.(?:js|css)")
#: The programs, of which one bundle is enough.
_PROGRAM = re.compile(r"pagefind(?:-worker)?\.js|wasm\..+\.pagefind")
#: Where the list of filters stands in the file that describes a language.
_FILTERS = 3


class BundleError(ValueError):
    """A bundle that is not built as this version of Pagefind builds it; the text names the file."""


def canonical(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The bundle in an order of its own. Raises BundleError."""
    kept = {path: data for path, data in files.items() if not _UNUSED.fullmatch(path)}
    try:
        entry: dict[str, Any] = json.loads(kept[_ENTRY])
        for code, language in sorted(entry["languages"].items()):
            described = f"pagefind.{language['hash']}.pf_meta"
            meta = _unpack(kept.pop(described))
            if not isinstance(meta, list):
                raise BundleError(described)
            meta[_FILTERS] = _filters(kept, meta[_FILTERS], code)
            packed, name = _pack(meta), _name(code, meta)
            language["hash"] = name
            kept[f"pagefind.{name}.pf_meta"] = packed
    except (KeyError, IndexError, TypeError, CborError, gzip.BadGzipFile) as error:
        raise BundleError(str(error)) from error
    kept[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(kept.items()))


def without_programs(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A bundle as it is merged into another, whose programs read it."""
    return {path: data for path, data in files.items() if not _PROGRAM.fullmatch(path)}


def _filters(files: dict[str, bytes], filters: Value, code: str) -> list[Value]:
    """Put the sorted filters in place of the old; return their list."""
    if not isinstance(filters, list):
        raise BundleError("pf_filter")
    found: list[tuple[str, str]] = []
    for item in filters:
        if not isinstance(item, list):
            raise BundleError("pf_filter")
        title, old = str(item[0]), str(item[1])
        content = _unpack(files.pop(f"filter/{old}.pf_filter"))
        if not isinstance(content, list) or not isinstance(content[1], list):
            raise BundleError(old)
        ordered: Value = [content[0], sorted(content[1], key=_label)]
        new = _name(code, ordered)
        files[f"filter/{new}.pf_filter"] = _pack(ordered)
        found.append((title, new))
    return [list(pair) for pair in sorted(found)]


def _label(value: Value) -> str:
    if not isinstance(value, list):
        raise BundleError("pf_filter")
    return str(value[0])


def _unpack(data: bytes) -> Value:
    raw = gzip.decompress(data)
    if not raw.startswith(_MAGIC):
        raise BundleError(_MAGIC.decode())
    return cbor.decode(raw.removeprefix(_MAGIC))


def _pack(value: Value) -> bytes:
    return gzip.compress(_MAGIC + cbor.encode(value), compresslevel=9, mtime=0)


def _name(code: str, value: Value) -> str:
    return f"{code}_{hashlib.sha256(cbor.encode(value)).hexdigest()[:10]}"
