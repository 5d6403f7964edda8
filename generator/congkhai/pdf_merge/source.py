"""A file that is to be merged: opened, and looked through for what a merge would lose."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

from congkhai.pdf_merge.claim import Claim, read_claim
from congkhai.pdf_merge.reading import entry, items, mapping, table, true, whole, word
from congkhai.pdf_merge.refusal import MergeError, Reason
from congkhai.pdf_merge.trees import numbers

#: What reading a file that is not as it should be can raise, in pypdf and here.
DAMAGE = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, AssertionError,
    NotImplementedError, RecursionError, zlib.error, struct.error,
)  # fmt: skip
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_MERGED_NAMES = {"/Dests", "/EmbeddedFiles"}


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page by its place, with what its ancestors in the page tree say for it."""

    place: IndirectObject
    page: DictionaryObject
    inherited: dict[NameObject, PdfObject]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that can be merged without a loss. `next_key` is above every key of its parent tree."""

    name: str
    reader: PdfReader
    catalogue: DictionaryObject
    pages: tuple[SourcePage, ...]
    nodes: tuple[IndirectObject, ...]
    claim: Claim
    title: str
    language: str
    profile: str
    next_key: int


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turn whatever a damaged file makes pypdf raise into a MergeError of that file."""
    try:
        yield
    except MergeError:
        raise
    except DAMAGE as error:
        raise MergeError(name, Reason.BROKEN, f"{type(error).__name__} {error}".strip()[:200]) from error


def open_source(name: str, data: bytes) -> SourceFile:
    """Open a file. Raises MergeError for one that is damaged, or that a merge would change for the worse."""
    with readable(name):
        reader = PdfReader(io.BytesIO(data), strict=True)
        if reader.is_encrypted:
            raise MergeError(name, Reason.ENCRYPTED)
        catalogue = reader.root_object
        if str(entry(catalogue, "/Version") or reader.pdf_header).strip("/%PDF-") >= "2":
            raise MergeError(name, Reason.VERSION, "PDF 2.0")
        if (found := read_claim(reader)) is None:
            raise MergeError(name, Reason.VERSION, "PDF/A, PDF/UA")
        claim, title = found
        _refuse_extras(name, catalogue)
        language = _tagged(name, catalogue)
        pages, nodes = _pages(catalogue)
        next_key = _structure(name, table(catalogue, "/StructTreeRoot"), pages)
        profile = _profile(catalogue)
        return SourceFile(name, reader, catalogue, pages, nodes, claim, title, language, profile, next_key)


def _tagged(name: str, catalogue: DictionaryObject) -> str:
    """The language of a tagged file."""
    mark, tree = table(catalogue, "/MarkInfo"), table(catalogue, "/StructTreeRoot")
    if not true(mark, "/Marked") or not entry(tree, "/K"):
        raise MergeError(name, Reason.UNTAGGED)
    if true(mark, "/Suspects"):
        raise MergeError(name, Reason.SUSPECT)
    language = str(entry(catalogue, "/Lang") or "").strip()
    if not language:
        raise MergeError(name, Reason.LANGUAGE)
    return language


def _refuse_extras(name: str, catalogue: DictionaryObject) -> None:
    form = table(catalogue, "/AcroForm")
    if (fields := items(form, "/Fields")) or "/XFA" in form:
        raise MergeError(name, Reason.FIELDS, f"{len(fields)}")
    action = word(table(catalogue, "/OpenAction"), "/S")
    if action not in {"", "/GoTo"}:
        raise MergeError(name, Reason.ACTIONS, action)
    tables = table(catalogue, "/Names")
    if "/AA" in catalogue or "/JavaScript" in tables:
        raise MergeError(name, Reason.ACTIONS)
    if "/OCProperties" in catalogue:
        raise MergeError(name, Reason.LAYERS)
    if others := sorted(set(tables) - _MERGED_NAMES):
        raise MergeError(name, Reason.NAMES, ", ".join(others))
    if "/Perms" in catalogue:
        raise MergeError(name, Reason.FIELDS, "/Perms")


def _pages(catalogue: DictionaryObject) -> tuple[tuple[SourcePage, ...], tuple[IndirectObject, ...]]:
    """The pages in order, and the nodes of the page tree."""
    found: list[SourcePage] = []
    nodes: dict[int, IndirectObject] = {}
    waiting: list[tuple[PdfObject, dict[NameObject, PdfObject]]] = [(catalogue.raw_get("/Pages"), {})]
    seen: set[int] = set()
    while waiting:
        place, above = waiting.pop()
        if not isinstance(place, IndirectObject) or place.idnum in seen:
            raise ValueError("page tree")
        seen.add(place.idnum)
        node = place.get_object()
        if not isinstance(node, DictionaryObject):
            raise ValueError("page tree")
        own = {NameObject(key): node.raw_get(key) for key in _INHERITED if key in node}
        if "/Kids" in node:
            nodes[place.idnum] = place
            waiting += [(child, {**above, **own}) for child in reversed(items(node, "/Kids"))]
        else:
            missing = {key: value for key, value in above.items() if key not in own}
            found.append(SourcePage(place, node, missing))
    if not found:
        raise ValueError("no pages")
    return tuple(found), tuple(nodes.values())


def _structure(name: str, tree: DictionaryObject, pages: tuple[SourcePage, ...]) -> int:
    """A number above every key of the parent tree."""
    keys = {key for key, _ in numbers(table(tree, "/ParentTree"))}
    for number, one in enumerate(pages, 1):
        asked = [whole(one.page, "/StructParents")]
        asked += [whole(mapping(annotation), "/StructParent") for annotation in items(one.page, "/Annots")]
        if any(key is not None and key not in keys for key in asked):
            raise MergeError(name, Reason.STRUCTURE, f"{number}")
        if "/AA" in one.page:
            raise MergeError(name, Reason.ACTIONS, f"{number}")
    return max([*keys, -1]) + 1


def _profile(catalogue: DictionaryObject) -> str:
    """What the colours of a file are measured by, as a digest; empty when it needs nothing."""
    for one in map(mapping, items(catalogue, "/OutputIntents")):
        if word(one, "/S") == "/GTS_PDFA1":
            profile = entry(one, "/DestOutputProfile")
            data = profile.get_data() if isinstance(profile, StreamObject) else b""
            return hashlib.sha256(data + str(entry(one, "/OutputConditionIdentifier")).encode()).hexdigest()
    return ""
