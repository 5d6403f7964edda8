"""Walk an office's folders and read every record."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from congkhai.model.finding import Finding, Mark, Severity
from congkhai.model.kinds import KINDS, Kind
from congkhai.model.scalars import PUBLISHED, is_slug
from congkhai.source.library import Body, Library, Opened, Packed, Plain, packed
from congkhai.source.memory import many_objects
from congkhai.source.one_file import ReadFile, key_of, typed
from congkhai.source.reader import MAX_BYTES
from congkhai.source.register import shipped
from congkhai.source.repository import Key, Repository, Source
from congkhai.source.shelved import Names, Shelved, Sources
from congkhai.source.survey import Survey

#: Spreads the reading of files over several processes; it may do so with none or some of them.
Share = Callable[
    [Callable[[tuple[str, ...]], list[tuple[str, Packed]]], Sequence[str]], Iterator[list[tuple[str, Packed]]]
]

OFFICES = "content/offices"
FILES = "content/files"
_ROOTS = ("content", "plans", "site_config/duties", "site_config/general-rules")
_SUFFIXES = (".yml", ".yaml")
#: Opening a pipe would wait for ever, but for the last.
_READING = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK


@dataclass(frozen=True)
class Loaded:
    """What could be read, and what is wrong with the rest.

    `strays` are the findings of walking the folders. `files` are the paths of all files that should hold a record;
    `read` gives what was found in one of them and the references it makes, also when it holds no record. `heads` tell
    of all files, and of what came with the program, how they stand; they are there when a library was used. `again`
    are the files that were read again where only these may have changed.
    """

    repository: Repository
    strays: tuple[Finding, ...]
    files: tuple[str, ...]
    read: Callable[[str], Body]
    heads: Mapping[str, Plain] = field(default_factory=dict)
    again: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of reading."""
        return (*self.strays, *(finding for path in self.files for finding in self.read(path).findings))

    def with_files(self, repository: Repository, changed: Mapping[str, ReadFile]) -> Loaded:
        """The same with some files in place of, or beside, those of the same path."""
        bodies = {path: Body(None, one.findings, one.references) for path, one in changed.items()}
        files = dict.fromkeys((*self.files, *changed))
        return Loaded(repository, self.strays, tuple(files), lambda path: bodies.get(path) or self.read(path))


@many_objects()
def load(
    root: Path,
    step: Callable[[int, int], None] = lambda done, total: None,
    library: Library | None = None,
    seen: Survey | None = None,
    share: Share | None = None,
) -> Loaded:
    """Read all records below `root`; those that the library knows are fetched from there when they are asked for.

    `step` is told how many of how many files are done. `seen` is how the files stood just before: with it, files that
    did not change since the library came to know them are not looked at again. Many files that the library does not
    know are read by several processes where `share` spreads the work.
    """
    if library is not None and seen is not None:
        changed = library.changed(seen)
        if changed is not None and _read_again(root, library, changed):
            library.shelve(library.heads, seen.names)
            return _as_before(library, tuple(changed))
    strays: list[Finding] = []
    bodies: dict[str, Body] = {}
    unread: dict[str, Plain] = {}
    sources: dict[Key, Source] = {}
    paths: dict[Key, str] = {}
    places = list(_places(root, strays))
    ahead = _Ahead(_read_ahead(root, places, library, share) if library and share else iter(()))
    for number, (path, kind, office) in enumerate(places, 1):
        key, source = _known(root, path, kind, office, library, bodies, ahead.take(path))
        if path in bodies:
            unread[path] = (kind.name, office, key.id if key else "", f"{bodies[path].findings}", "", False)
        if key and key in paths:
            mark = source.mark("id") if source else Mark.start_of_file()
            strays.append(_finding("YM142", path, mark, id=key.id, other=paths[key]))
        elif key:
            paths[key] = path
            if source:
                sources[key] = source
        step(number, len(places))
    if not any(kind.name == "site" for _, kind, _ in places):
        strays.append(_finding("YM145", KINDS["site"].folder, Mark.start_of_file()))
    if library:
        library.shelve((path for path, _, _ in places), seen.names if seen and not strays and not unread else "")
    came = library.shipped() if library else shipped()
    for source in came:
        if source.key not in paths:
            paths[source.key] = source.path
            sources[source.key] = source
    repository = Repository(sources, frozenset(paths))

    def read(path: str) -> Body:
        return bodies[path] if library is None or path in bodies else library.read(path)

    used = [source for source in came if sources.get(source.key) is source]
    heads = {**library.heads, **unread, **_heads_of(used)} if library else {}
    return Loaded(repository, tuple(strays), tuple(path for path, _, _ in places), read, heads)


class _Ahead:
    """Files that are being read elsewhere, in the order in which they are taken here: they need not wait in memory."""

    def __init__(self, pairs: Iterator[tuple[str, Packed]]) -> None:
        self._pairs = pairs
        self._next = next(pairs, None)

    def take(self, path: str) -> Packed | None:
        """The file of a path, which is asked for in that order; None when it was not read there."""
        if self._next is None or self._next[0] != path:
            return None
        _, found = self._next
        self._next = next(self._pairs, None)
        return found


def _read_ahead(
    root: Path, places: Iterable[tuple[str, Kind, str]], library: Library, share: Share
) -> Iterator[tuple[str, Packed]]:
    """The files that the library does not know, as several processes read them; what cannot be read is left out."""
    wanted = {path: (kind, office) for path, kind, office in places if path not in library.heads}

    def read(paths: tuple[str, ...]) -> list[tuple[str, Packed]]:
        found: list[tuple[str, Packed]] = []
        for path in paths:
            kind, office = wanted[path]
            opened = open_file(root, path, kind, office)
            if not isinstance(opened, ReadFile):
                found.append((path, packed(opened, typed(path, opened.data, kind, office), kind, office)))
        return found

    return (pair for pairs in share(read, list(wanted)) for pair in pairs)


def _heads_of(sources: Iterable[Source]) -> Mapping[str, Plain]:
    return {s.path: (s.key.kind, s.key.office, s.key.id, s.digest, "", True) for s in sources}


def _read_again(root: Path, library: Library, changed: Iterable[str]) -> bool:
    """Bring what is known of some files up to date; say whether they still are the records that they were."""
    for path in changed:
        before = library.heads[path]
        kind, office, id_, _, _, readable = before
        bodies: dict[str, Body] = {}
        _known(root, path, KINDS[kind], office, library, bodies)
        now = library.heads[path]
        if bodies or (now[2], now[5]) != (id_, readable):
            return False
    return True


def _as_before(library: Library, again: tuple[str, ...]) -> Loaded:
    """An office whose files all bear the names that they bore, and hold records of the same keys; those `again` were
    read anew.
    """
    names = {head[:3]: path for path, head in library.heads.items() if head[2]}
    readable = {name: path for name, path in names.items() if library.heads[path][5]}
    own, came = len(readable), library.shipped()
    made: dict[str, Source] = {}
    for source in came:
        name = (source.key.kind, source.key.office, source.key.id)
        if name not in names:
            names[name] = readable[name] = source.path
            made[source.path] = source
    sources = Sources(readable, lambda path: made.get(path) or library.source(path))
    repository = Shelved(sources=sources, names=Names(names.keys()), own=own)
    heads = {**library.heads, **_heads_of(made.values())}
    return Loaded(repository, (), tuple(library.heads), library.read, heads, again)


def _known(  # noqa: PLR0913 - a file, and where it may be known from
    root: Path,
    path: str,
    kind: Kind,
    office: str,
    library: Library | None,
    bodies: dict[str, Body],
    read: Packed | None = None,
) -> tuple[Key | None, Source | None]:
    """Key and source of a file, from the library if it may be; `bodies` gets what is not in the library.

    `read` is the file when another process has read it just now.
    """
    if library is not None and read is not None:
        return library.take(path, read).key, library.source(path)
    if library is not None and is_slug(office or "a"):
        head = library.unchanged(path, root)
        if head is not None:
            return head.key, library.source(path)
    opened = open_file(root, path, kind, office)
    if isinstance(opened, ReadFile):
        bodies[path] = Body(None, opened.findings, opened.references)
        return opened.key, None
    if library is not None:
        head = library.same(path, opened)
        if head is None:
            head = library.add(path, opened, typed(path, opened.data, kind, office), kind, office)
        return head.key, library.source(path)
    one = typed(path, opened.data, kind, office)
    bodies[path] = Body(None, one.findings, one.references)
    return one.key, one.source


def read_file(root: Path, path: str, kind: Kind, office: str) -> ReadFile:
    """Read one file as a record of `kind`. Its folder must lie below `root`, links followed."""
    opened = open_file(root, path, kind, office)
    return opened if isinstance(opened, ReadFile) else typed(path, opened.data, kind, office)


def open_file(root: Path, path: str, kind: Kind, office: str) -> Opened | ReadFile:
    """The bytes of one file, or what prevents reading it."""
    key = key_of(kind, PurePosixPath(path).stem, office)

    def failed(code: str, **params: object) -> ReadFile:
        return ReadFile(None, key, (_finding(code, path, Mark.start_of_file(), **params),))

    if office and not is_slug(office):
        return failed("YM141", value=office)
    place = os.path.join(root, path)
    try:
        handle = _opened(place)
        if handle is None:
            if not _stays_inside(root, root / path):
                return failed("YM146")
            handle = os.open(place, _READING)
    except OSError:
        return failed("YM100")
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            return failed("YM100")
        data = _read(handle, about.st_size)
    except OSError:
        return failed("YM100")
    finally:
        os.close(handle)
    if len(data) > MAX_BYTES:
        return failed("YM101", size=about.st_size // 1000, limit=MAX_BYTES // 1000)
    return Opened(data, about)


def _opened(place: str) -> int | None:
    """A file opened for reading; None when it is a link. Raises OSError."""
    try:
        return os.open(place, _READING | os.O_NOFOLLOW)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None
        raise


def _read(handle: int, size: int) -> bytes:
    """A file to its end, or so much that it is too large; most come whole with the first call. Raises OSError."""
    data = os.read(handle, min(size, MAX_BYTES) + 1)
    while size < len(data) <= MAX_BYTES and (more := os.read(handle, MAX_BYTES + 1 - len(data))):
        data += more
    return data


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
        place, office = _own_place(path)
        found = _kind_of(place)
        if found:
            yield path, found, office
        else:
            folder = str(PurePosixPath(place).parent)
            folders = [k.folder for k in KINDS.values()]
            from rapidfuzz import process  # slow to load, and seldom needed

            nearest = process.extractOne(folder, folders)
            findings.append(_finding("YM140", path, Mark.start_of_file(), nearest=nearest[0] if nearest else ""))


def placed_at(path: str) -> tuple[Kind, str] | None:
    """The kind and the office of a record file by its path alone; None for any other file."""
    place, office = _own_place(path)
    kind = _kind_of(place) if path.endswith(_SUFFIXES) and is_slug(office or "a") else None
    return (kind, office) if kind else None


def _own_place(path: str) -> tuple[str, str]:
    """Where a file would lie if its office were alone, and that office."""
    if not path.startswith(OFFICES + "/"):
        return path, ""
    office, _, rest = path.removeprefix(OFFICES + "/").partition("/")
    return rest if rest.startswith("plans/") else f"content/{rest}", office


def _kind_of(place: str) -> Kind | None:
    return next((k for k in KINDS.values() if place.startswith(k.folder + "/")), None)


def _is_no_page(path: str) -> bool:
    """Say whether a file stands among those that are published and may not be: a browser would run it, or nobody can
    look at its words.
    """
    place = PurePosixPath(path)
    return path.startswith(FILES + "/") and not place.name.startswith(".") and place.suffix.lower() not in PUBLISHED


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
                if _is_no_page(relative := Path(folder, name).relative_to(root).as_posix()):
                    shown = _relative(root, Path(folder, name))
                    findings.append(_finding("YM147", shown, Mark.start_of_file(), suffix=PurePosixPath(name).suffix))
                if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
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
