"""Pagefind's bundle, made the same for the same pages.

Pagefind writes the values of a filter, and the filters themselves, in an order that changes from run to run. Here
they are sorted, named by their content and packed anew, what no page of ours loads is left out, and what is read before
a page is found is joined, to be packed with that of the other bundles (packs.py).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from congkhai.render.search import cbor, packs
from congkhai.render.search.cbor import CborError, Value

_ENTRY = "pagefind-entry.json"
#: What is to be packed, among the files of a bundle.
INDEX = "index"
#: Pagefind's own interfaces, its highlighter and its worker: search.js and beside.js take their place.
_UNUSED = re.compile(r"pagefind-(?:component-ui|modular-ui|ui|highlight|worker)\.(?:js|css)")
#: The programs, of which one bundle is enough.
_PROGRAM = re.compile(r"pagefind\.js|wasm\..+\.pagefind")
#: Where the lists of chunks and of filters stand in the file that describes a language; the name we give to it.
_CHUNKS, _FILTERS = 2, 3
_DESCRIBED = "all"


class BundleError(ValueError):
    """A bundle that is not built as this version of Pagefind builds it; the text names the file."""


def canonical(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The bundle in an order of its own: fragments, filters, programs and, as INDEX, what packs.py packs.

    Raises BundleError.
    """
    kept = {path: data for path, data in files.items() if not _UNUSED.fullmatch(path)}
    try:
        entry: dict[str, Any] = json.loads(kept.pop(_ENTRY))
        ((code, language),) = entry["languages"].items()
        meta = cbor.decode(_unpack(kept.pop(f"pagefind.{language['hash']}.pf_meta")))
        if not isinstance(meta, list):
            raise BundleError(code)
        chunks = [_unpack(kept.pop(f"index/{name}.pf_index")) for name in _named(meta[_CHUNKS])]
        meta[_CHUNKS], meta[_FILTERS] = packs.listed(), _filters(kept, meta[_FILTERS], code)
        words = packs.cut(chunks)
    except (KeyError, IndexError, TypeError, ValueError, CborError, gzip.BadGzipFile) as error:
        raise BundleError(str(error)) from error
    language["hash"] = _DESCRIBED
    told = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    kept[INDEX] = packs.joined([told, packs.compressed(cbor.encode(meta)), *words])
    return dict(sorted(kept.items()))


def without_programs(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A bundle as it is merged into another, whose programs read it."""
    return {path: data for path, data in files.items() if not _PROGRAM.fullmatch(path)}


def _named(chunks: Value) -> list[str]:
    """The names of the files of words."""
    if not isinstance(chunks, list):
        raise BundleError("pf_index")
    return [str(chunk[2]) for chunk in chunks if isinstance(chunk, list)]


def _filters(files: dict[str, bytes], filters: Value, code: str) -> list[Value]:
    """Put the sorted filters in place of the old; return their list."""
    if not isinstance(filters, list):
        raise BundleError("pf_filter")
    found: list[tuple[str, str]] = []
    for item in filters:
        if not isinstance(item, list):
            raise BundleError("pf_filter")
        title, old = str(item[0]), str(item[1])
        content = cbor.decode(_unpack(files.pop(f"filter/{old}.pf_filter")))
        if not isinstance(content, list) or not isinstance(content[1], list):
            raise BundleError(old)
        ordered: Value = [content[0], sorted(content[1], key=_label)]
        new = _name(code, ordered)
        files[f"filter/{new}.pf_filter"] = packs.compressed(cbor.encode(ordered))
        found.append((title, new))
    return [list(pair) for pair in sorted(found)]


def _label(value: Value) -> str:
    if not isinstance(value, list):
        raise BundleError("pf_filter")
    return str(value[0])


def _unpack(data: bytes) -> bytes:
    raw = gzip.decompress(data)
    if not raw.startswith(packs.SIGNATURE):
        raise BundleError(packs.SIGNATURE.decode())
    return raw.removeprefix(packs.SIGNATURE)


def _name(code: str, value: Value) -> str:
    return f"{code}_{hashlib.sha256(cbor.encode(value)).hexdigest()[:10]}"
