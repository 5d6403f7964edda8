"""Walk an office's folders and read every record."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rapidfuzz import process

from congkhai.model.finding import Finding, Mark, Severity
from congkhai.model.kinds import KINDS, Kind
from congkhai.model.scalars import is_slug
from congkhai.source.bind import Reference
from congkhai.source.memory import many_objects
from congkhai.source.one_file import ReadFile, key_of, typed
from congkhai.source.reader import MAX_BYTES
from congkhai.source.register import shipped
from congkhai.source.repository import Key, Repository, Source

OFFICES = "content/offices"
FILES = "content/files"
_ROOTS = ("content", "plans", "site_config/duties", "site_config/general-rules")
_SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read, what is wrong with the rest, and every reference, from unreadable records too."""

    repository: Repository
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...]


@many_objects()
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
    for source in shipped():
        if source.key not in paths:
            paths[source.key] = source.path
            sources[source.key] = source
    return Loaded(Repository(sources, frozenset(paths)), tuple(findings), tuple(references))


def read_file(root: Path, path: str, kind: Kind, office: str) -> ReadFile:
    """Read one file as a record of `kind`. Its folder must lie below `root`, links followed."""
    key = key_of(kind, PurePosixPath(path).stem, office)

    def failed(code: str, **params: object) -> ReadFile:
        return ReadFile(None, key, (_finding(code, path, Mark.start_of_file(), **params),))

    if office and not is_slug(office):
        return failed("YM141", value=office)
    place = os.path.join(root, path)
    if os.path.islink(place) and not _stays_inside(root, root / path):
        return failed("YM146")
    try:
        about = os.stat(place)
        if not stat.S_ISREG(about.st_mode):  # opening a pipe would wait for ever
            return failed("YM100")
        with open(place, "rb", buffering=0) as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        return failed("YM100")
    if len(data) > MAX_BYTES:
        return failed("YM101", size=about.st_size // 1000, limit=MAX_BYTES // 1000)
    return typed(path, data, kind, office)


def _finding(code: str, path: str, mark: Mark, **params: object) -> Finding:
    return Finding(code, Severity.ERROR, path, mark, params=params)


def _places(root: Path, findings: list[Finding]) -> Iterator[tuple[str, Kind, str]]:
    """Every record file as (path, kind, office), sorted; strangers among the files become findings."""
    for kind in KINDS.values():
        if kind.single and os.path.lexists(root / kind.folder):
            if _stays_inside(root, root / kind.folder):
                yield kind.folder, kind, ""
            else:
                findings.append(_finding("YM146", kind.folder, Mark.start_of_file()))
    for path in sorted(_yaml_files(root, findings)):
        if path.startswith(FILES + "/"):
            continue
        place, office = path, ""
        if path.startswith(OFFICES + "/"):
            office, _, rest = path.removeprefix(OFFICES + "/").partition("/")
            place = rest if rest.startswith("plans/") else f"content/{rest}"
        found = _kind_of(place)
        if found:
            yield path, found, office
        else:
            folder = str(PurePosixPath(place).parent)
            folders = [k.folder for k in KINDS.values()]
            nearest = process.extractOne(folder, folders)
            findings.append(_finding("YM140", path, Mark.start_of_file(), nearest=nearest[0] if nearest else ""))


def _kind_of(place: str) -> Kind | None:
    return next((k for k in KINDS.values() if place.startswith(k.folder + "/")), None)


def _yaml_files(root: Path, findings: list[Finding]) -> Iterator[str]:
    """Paths of all files named as YAML; whatever is not walked through becomes a finding."""

    def unreadable(error: OSError) -> None:
        findings.append(_finding("YM100", _relative(root, Path(error.filename)), Mark.start_of_file()))

    for top in _ROOTS:
        if not (root / top).exists():
            continue
        for folder, folders, names in os.walk(root / top, onerror=unreadable):
            inner = [Path(folder, name) for name in sorted(folders) if not name.startswith(".")]
            closed = [path for path in inner if path.name.lower().endswith(_SUFFIXES) or path.is_symlink()]
            folders[:] = [path.name for path in inner if path not in closed]
            for path in closed:
                code = "YM100" if _stays_inside(root, path) else "YM146"
                findings.append(_finding(code, _relative(root, path), Mark.start_of_file()))
            for name in names:
                if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
                    relative = Path(folder, name).relative_to(root).as_posix()
                    if relative.isprintable():
                        yield relative
                    else:
                        shown = _relative(root, Path(folder, name))
                        findings.append(_finding("YM141", shown, Mark.start_of_file(), value=PurePosixPath(shown).stem))


def _relative(root: Path, path: Path) -> str:
    """A path for a report; a name that is no UTF-8, or holds a line break, would spoil every report."""
    relative = path.relative_to(root).as_posix()
    return relative if relative.isprintable() else ascii(relative)[1:-1]


def _stays_inside(root: Path, path: Path) -> bool:
    """Say whether a path stays below the root when all links are followed; links in a circle lead nowhere."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except RuntimeError:
        return True
