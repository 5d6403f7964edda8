"""How the files of a site stand: what its manifest says of them, and what the file system does.

To look at tens of thousands of files takes as long as to make a page anew: where there is a second processor, a copy of
the process looks while this one loads what it needs.
"""

from __future__ import annotations

import marshal
import mmap
import os
from array import array
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from congkhai.publish.forks import may_be_copied
from congkhai.publish.manifest import NAME, Manifest, Stamped
from congkhai.source.stamp import stamp

#: Size and time of change of a file in nanoseconds; negative where there is none.
Mark = tuple[int, int]


class Standing(NamedTuple):
    """The files of a manifest by path, and how each stands. `mark` changes with the manifest; `digests` are those of
    the files that have the size that it tells.
    """

    mark: bytes
    files: Mapping[str, Stamped]
    marks: Mapping[str, Mark]
    digests: Mapping[str, str]


def standing(site: Path, before: Standing | None = None) -> Standing:
    """Look at all files of a site. Its manifest is read if it is not the one that it was `before`."""
    mark, folder = mark_of_manifest(site), os.fspath(site)
    files = before.files if before and mark and before.mark == mark else Manifest.read(site).files
    marks = {path: stamp_of(f"{folder}/{path}") for path in files}
    digests = {path: told.digest for path, told in files.items() if marks[path][0] == told.size}
    return Standing(mark, files, marks, digests)


def ahead(site: Path) -> Callable[[], Standing]:
    """Begin to look in a copy of the process, where one may be made; what is given waits for what it saw.

    Who asks only after others may have changed the site is told how it stands then.
    """
    if not may_be_copied():
        return lambda: standing(site)
    told = os.memfd_create("standing")  # a pipe holds little: the copy would wait for us, and then we for it
    copy = os.fork()
    if copy == 0:
        _tell(told, site)

    def looked() -> Standing:
        _, status = os.waitpid(copy, 0)
        found = _told(told) if status == 0 else None
        os.close(told)
        return found if found and found.mark == mark_of_manifest(site) else standing(site)

    return looked


def mark_of_manifest(site: Path) -> bytes:
    """What changes when a build changes the site; empty where there is none."""
    try:
        return stamp(os.stat(site / NAME))
    except OSError:
        return b""


def stamp_of(path: str) -> Mark:
    """Size and time of a file; negative where there is none."""
    try:
        about = os.stat(path)
    except OSError:
        return -1, -1
    return about.st_size, about.st_mtime_ns


def _tell(place: int, site: Path) -> None:
    """What the copy does; it ends here, and nothing of the process that it was copied from is ended with it."""
    status = 1
    try:
        with open(place, "wb", closefd=False) as file:
            file.write(_packed(standing(site)))
        status = 0
    finally:
        os._exit(status)


def _packed(seen: Standing) -> bytes:
    marks = array("q", chain.from_iterable(seen.marks.values()))
    files = {path: tuple(one) for path, one in seen.files.items()}
    return marshal.dumps((seen.mark, files, marks.tobytes(), {**seen.digests}))


def _told(place: int) -> Standing:
    """What a copy of ourselves has told."""
    with closing(mmap.mmap(place, 0, access=mmap.ACCESS_READ)) as data:
        mark, files, packed, digests = marshal.loads(data)  # noqa: S302 - from a copy of ourselves
    marks = iter(array("q", packed))
    # Half the price of calling the class of a named tuple, and the loops are not ours.
    stamped = zip(files, map(partial(tuple.__new__, Stamped), files.values()), strict=True)
    return Standing(mark, dict(stamped), dict(zip(files, zip(marks, marks, strict=True), strict=True)), digests)
