"""Write a site so that a reader never meets half of one.

Everything that changed is written to a staging folder as it is made; only when all of it is there is it moved into
place, file by file, each move atomic. An interruption before that leaves the old site; one in between leaves whole
files and a list of what was being moved, which the next build makes again. A site that is new appears at once.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from congkhai.publish.manifest import NAME, Stamped, entry, manifest_pieces
from congkhai.publish.output import Output, OutputError
from congkhai.publish.standing import Mark, Standing, mark_of_manifest, stamp_of, standing

#: What is known of files by path, and where those of them stand that were staged.
Part = tuple[dict[str, Stamped], dict[str, str]]

_STAGE = ".congkhai-stage"
#: In the staging folder: the paths that are being moved or removed, one a line.
_MOVING = "moving"


@dataclass(frozen=True, slots=True)
class Committed:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


class Staging:
    """One build's way into the folder `site`, which nobody else writes to meanwhile. See :func:`staging`.

    `intact` are the files of the old site that are as its manifest says, with their digests. `looked` tells how the
    files stand.
    """

    def __init__(self, site: Path, looked: Callable[[Path], Standing] = standing) -> None:
        self._site = os.fspath(site)
        self._new = not site.is_dir() or not any(site.iterdir())
        self._stage = f"{site.parent}/.{site.name}.new" if self._new else f"{site}/{_STAGE}"
        moving = _moving(site)
        shutil.rmtree(self._stage, ignore_errors=True)
        _, self._old, self._stamps, intact = looked(site)
        self.intact = {path: digest for path, digest in intact.items() if path not in moving} if moving else intact
        self._found: dict[str, Stamped] = {}
        self._staged: dict[str, str] = {}
        self._folders: set[str] = set()
        self._names: Iterator[str] = map(str, count())
        os.makedirs(self._stage, exist_ok=True)

    def put(self, output: Output) -> str:
        """Stage a file unless the site has it; its digest. Raises OSError, and OutputError for a path that is taken."""
        digest = output.digest
        self._claim(output.path, entry(output.path, digest, len(output.data), output.sources))
        if self.intact.get(output.path) != digest:
            target = f"{self._stage}/{output.path if self._new else next(self._names)}"
            if self._new:
                self._make_folder(os.path.dirname(target))
            _write(target, output.data)
            self._staged[output.path] = target
        return digest

    def branch(self) -> None:
        """Begin to stage in a copy of the process, at the same time as others; what it stages is theirs to adopt."""
        self._found, self._staged = {}, {}
        self._names = (f"{os.getpid()}-{number}" for number in count())

    def take(self) -> Part:
        """What was staged in this copy since it was asked for the last time."""
        part = self._found, self._staged
        self._found, self._staged = {}, {}
        return part

    def adopt(self, part: Part) -> None:
        """Take over what a copy staged. Raises OutputError for a path that is taken."""
        found, staged = part
        for path, stamped in found.items():
            self._claim(path, stamped)
        self._staged.update(staged)

    def keep(self, paths: Iterable[str]) -> None:
        """Leave files as they are. Raises KeyError when the old site does not have one of them whole."""
        for path in paths:
            self._claim(path, self._old[path])

    def astray(self, made: Mapping[str, str]) -> frozenset[str]:
        """Of files that were made with these digests, those that the site does not have whole."""
        if made.items() <= self.intact.items():
            return frozenset()
        return frozenset(path for path, digest in made.items() if self.intact.get(path) != digest)

    @property
    def digests(self) -> Mapping[str, str]:
        """The files of the new site, in the order of their paths."""
        return {path: stamped.digest for path, stamped in self._sorted().items()}

    def stamps(self) -> Mapping[str, Mark]:
        """Sizes and times of all files of the site, once it is committed."""
        made = {path: stamp_of(f"{self._site}/{path}") for path in (*self._staged, NAME)}
        kept = {**self._stamps}
        for path in self.gone():
            del kept[path]
        return {**kept, **made}

    def left(self) -> Standing:
        """How the site stands once it is committed."""
        return Standing(mark_of_manifest(Path(self._site)), self._sorted(), {}, {})

    def gone(self) -> Iterator[str]:
        """The files that were published before and now are not."""
        return (path for path in self._old if path not in self._found)

    def commit(self, day: date, step: Callable[[int, int], None] = lambda done, total: None) -> Committed:
        """Make the site hold exactly what was put and kept, and a manifest. Raises OSError."""
        _no_file_is_a_folder(self._found)
        gone = list(self.gone())
        written = len(self._staged)
        with open(f"{self._stage}/{NAME}", "w", encoding="utf-8", newline="") as file:
            file.writelines(manifest_pieces(self._found, day))
        if self._new:
            with suppress(FileNotFoundError):
                os.rmdir(self._site)
            os.replace(self._stage, self._site)
        elif written or gone or _differ(f"{self._stage}/{NAME}", f"{self._site}/{NAME}"):
            _write(f"{self._stage}/{_MOVING}", "\n".join([*gone, *self._staged]).encode())
            _cut_links(self._site, (*gone, *self._staged))
            for path in gone:
                _remove(Path(self._site), path)
            for number, (path, staged) in enumerate(self._staged.items(), 1):
                _move(Path(staged), Path(self._site, path))
                step(number, written)
            os.replace(f"{self._stage}/{NAME}", f"{self._site}/{NAME}")
        shutil.rmtree(self._stage, ignore_errors=True)
        return Committed(written, len(self._found) - written, len(gone))

    def drop(self) -> None:
        """Leave the old site as it is."""
        shutil.rmtree(self._stage, ignore_errors=True)

    def _sorted(self) -> dict[str, Stamped]:
        return {path: self._found[path] for path in sorted(self._found)}

    def _claim(self, path: str, stamped: Stamped) -> None:
        if path in self._found:
            raise OutputError(f"{path}: {self._found[path].line}, {stamped.line}")
        self._found[path] = stamped

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            try:
                os.mkdir(folder)  # most lie in one that is there, and are new
            except (FileExistsError, FileNotFoundError):
                os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)


@contextmanager
def staging(site: Path, looked: Callable[[Path], Standing] = standing) -> Iterator[Staging]:
    """Begin to write a site. What is not committed in the end is dropped, except when the process is killed.

    `looked` tells how the files of the site stand.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with _alone(site):
        begun = Staging(site, looked)
        try:
            yield begun
        except Exception:
            if not _being_moved(site):
                begun.drop()
            raise
        begun.drop()


def commit(
    site: Path, outputs: Mapping[str, Output], day: date, step: Callable[[int, int], None] = lambda done, total: None
) -> Committed:
    """Make the folder `site` hold exactly `outputs` and their manifest. Raises OSError with the old site in place."""
    with staging(site) as begun:
        for output in outputs.values():
            begun.put(output)
        return begun.commit(day, step)


@contextmanager
def _alone(site: Path) -> Iterator[None]:
    """Two builds of one site follow one another."""
    place = os.open(site.parent / f".{site.name}.lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(place, fcntl.LOCK_EX)
        yield
    finally:
        os.close(place)


def _being_moved(site: Path) -> bool:
    return (site / _STAGE / _MOVING).exists()


def _moving(site: Path) -> frozenset[str]:
    """What an earlier build was moving when it was killed."""
    try:
        return frozenset((site / _STAGE / _MOVING).read_text("utf-8").split("\n"))
    except (OSError, ValueError):
        return frozenset()


def _differ(one: str, other: str) -> bool:
    try:
        return Path(one).read_bytes() != Path(other).read_bytes()
    except OSError:
        return True


def _no_file_is_a_folder(found: Mapping[str, Stamped]) -> None:
    """Raise OutputError when an output would be a folder that another's file stands in."""
    folders = {path.rpartition("/")[0] for path in found}
    for folder in list(folders):
        while folder := folder.rpartition("/")[0]:
            folders.add(folder)
    clash = next((folder for folder in folders if folder in found), None)
    if clash is not None:
        raise OutputError(clash)


def _write(path: str, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        written = os.write(handle, data)
        while written < len(data):
            written += os.write(handle, data[written:])
    finally:
        os.close(handle)


def _cut_links(site: str, paths: Iterable[str]) -> None:
    """Take away links in the place of folders that some paths lie in: what stands behind them is not ours."""
    looked: set[str] = set()
    for path in paths:
        parts = path.split("/")[:-1]
        for size in range(1, len(parts) + 1):
            folder = "/".join(parts[:size])
            if folder not in looked:
                looked.add(folder)
                if os.path.islink(f"{site}/{folder}"):
                    os.unlink(f"{site}/{folder}")


def _move(staged: Path, target: Path) -> None:
    try:
        os.replace(staged, target)
    except OSError:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        os.replace(staged, target)


def _remove(site: Path, path: str) -> None:
    target = site / path
    with suppress(FileNotFoundError, NotADirectoryError):
        target.unlink()
    for parent in target.parents:
        if parent == site or any(parent.iterdir()):
            break
        parent.rmdir()
