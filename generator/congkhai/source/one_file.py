"""The bytes of one file as a typed record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from congkhai.model.finding import Finding, Mark, Severity
from congkhai.model.kinds import Kind
from congkhai.model.scalars import is_slug
from congkhai.source.bind import Reference, bind
from congkhai.source.nodes import Mapping, Text
from congkhai.source.reader import read
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: its record (None when it has errors), the key it would have, and what was found."""

    source: Source | None
    key: Key | None
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...] = ()


def typed(path: str, data: bytes, kind: Kind, office: str = "") -> ReadFile:
    """Read the bytes of one file as a record of `kind`; `path` gives its id and is named in findings."""
    stem = PurePosixPath(path).stem
    tree, findings = read(path, data)
    if tree is None:
        return ReadFile(None, key_of(kind, stem, office), tuple(findings))
    bound = bind(kind.record, tree, path, office)
    findings += bound.findings
    key = key_of(kind, _given_id(tree) or stem, office)
    if key is None:
        findings.append(Finding("YM141", Severity.ERROR, path, Mark.start_of_file(), params={"value": stem}))
    if key is None or bound.record is None or any(f.severity is Severity.ERROR for f in findings):
        return ReadFile(None, key, tuple(findings), bound.references)
    record = kind.finish(bound.record)
    source = Source(key, path, record, tree, hashlib.sha256(data).hexdigest())
    return ReadFile(source, key, tuple(findings), bound.references)


def _given_id(tree: Mapping) -> str:
    """The id that the file states, also when other fields are wrong: its name must not depend on them."""
    entry = tree.entries.get("id")
    value = entry.value.value if entry and isinstance(entry.value, Text) else ""
    return value if is_slug(value) else ""


def key_of(kind: Kind, name: str, office: str) -> Key | None:
    """The key of a record of that name; None when the name cannot be an id."""
    return Key(kind.name, name, office) if is_slug(name) else None
