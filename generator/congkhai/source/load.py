"""Walk an office's folders and read every record."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rapidfuzz import process

from congkhai.model.finding import Finding, Mark, Severity
from congkhai.model.kinds import KINDS, Kind
from congkhai.model.problem import ValueProblem
from congkhai.model.scalars import read_slug
from congkhai.source.bind import Reference, bind
from congkhai.source.reader import MAX_BYTES, read
from congkhai.source.repository import Key, Repository, Source

OFFICES = "content/offices"
FILES = "content/files"
_ROOTS = ("content", "plans")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read, what is wrong with the rest, and every reference, from unreadable records too."""

    repository: Repository
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: its record (None when it has errors), the key it would have, and what was found."""

    source: Source | None
    key: Key | None
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...] = ()


def load(root: Path, step: Callable[[int, int], None] = lambda done, total: None) -> Loaded:
    """Read all records below `root`. `step` is told how many of how many files are done."""
    findings: list[Finding] = []
    references: list[Reference] = []
    sources: dict[Key, Source] = {}
    paths: dict[Key, str] = {}
    places = list(_places(root, findings))
    for number, (path, kind, office) in enumerate(places, 1):
        one = read_file(root, path, kind, office)
        findings.extend(one.findings)
        references.extend(one.references)
        if one.key and one.key in paths:
            mark = one.source.mark("id") if one.source else Mark.start_of_file()
            findings.append(_finding("YM142", path, mark, id=one.key.id, other=paths[one.key]))
        elif one.key:
            paths[one.key] = path
            if one.source:
                sources[one.key] = one.source
        step(number, len(places))
    if not any(kind.name == "site" for _, kind, _ in places):
        findings.append(_finding("YM145", KINDS["site"].folder, Mark.start_of_file()))
    return Loaded(Repository(sources, frozenset(paths)), tuple(findings), tuple(references))


def read_file(root: Path, path: str, kind: Kind, office: str) -> ReadFile:
    """Read one file as a record of `kind`."""
    start = Mark.start_of_file()
    try:
        full = root / path
        if not full.resolve().is_relative_to(root.resolve()):
            return ReadFile(None, None, (_finding("YM146", path, start),))
        with full.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        size = full.stat().st_size
    except OSError:
        return ReadFile(None, None, (_finding("YM100", path, start),))
    if size > MAX_BYTES:
        too_large = _finding("YM101", path, start, size=size // 1000, limit=MAX_BYTES // 1000)
        return ReadFile(None, None, (too_large,))
    tree, findings = read(path, data)
    stem = PurePosixPath(path).stem
    if tree is None:
        return ReadFile(None, _key(kind, stem, office), tuple(findings))
    bound = bind(kind.record, tree, path, office)
    findings += bound.findings
    key = _key(kind, getattr(bound.record, "id", None) or stem, office)
    if key is None:
        findings.append(_finding("YM141", path, start, value=stem))
    if key is None or bound.record is None or any(f.severity is Severity.ERROR for f in findings):
        return ReadFile(None, key, tuple(findings), bound.references)
    source = Source(key, path, bound.record, tree, hashlib.sha256(data).hexdigest())
    return ReadFile(source, key, tuple(findings), bound.references)


def _key(kind: Kind, name: str, office: str) -> Key | None:
    try:
        return Key(kind.name, read_slug(name), office)
    except ValueProblem:
        return None


def _finding(code: str, path: str, mark: Mark, **params: object) -> Finding:
    return Finding(code, Severity.ERROR, path, mark, params=params)


def _places(root: Path, findings: list[Finding]) -> Iterator[tuple[str, Kind, str]]:
    """Every record file as (path, kind, office), sorted; strangers among the files become findings."""
    site = KINDS["site"]
    if (root / site.folder).exists():
        yield site.folder, site, ""
    for path in sorted(_yaml_files(root)):
        if path.startswith(FILES + "/"):
            continue
        place, office = path, ""
        if path.startswith(OFFICES + "/"):
            office, _, rest = path.removeprefix(OFFICES + "/").partition("/")
            place = rest if rest.startswith("plans/") else f"content/{rest}"
        kind = _kind_of(place)
        if kind:
            yield path, kind, office
        else:
            folder = str(PurePosixPath(place).parent)
            folders = [k.folder for k in KINDS.values()]
            nearest = process.extractOne(folder, folders)
            findings.append(_finding("YM140", path, Mark.start_of_file(), nearest=nearest[0] if nearest else ""))


def _kind_of(place: str) -> Kind | None:
    return next((k for k in KINDS.values() if place.startswith(k.folder + "/")), None)


def _yaml_files(root: Path) -> Iterator[str]:
    for top in _ROOTS:
        for folder, folders, names in os.walk(root / top):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            for name in names:
                if name.endswith((".yml", ".yaml")) and not name.startswith("."):
                    yield Path(folder, name).relative_to(root).as_posix()
