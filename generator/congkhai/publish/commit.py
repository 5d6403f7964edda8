"""Write a site so that a reader never meets half of one.

Everything that changed is written to a staging folder first; only when all of it is there is it moved into place,
file by file, each move atomic. An interruption before that leaves the old site; one in between leaves whole files,
and because the manifest comes last, the next build moves the rest.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from congkhai.publish.manifest import NAME, Manifest, manifest_bytes
from congkhai.publish.output import Output

_STAGE = ".congkhai-stage"


@dataclass(frozen=True, slots=True)
class Committed:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


def commit(
    site: Path, outputs: Mapping[str, Output], day: date, step: Callable[[int, int], None] = lambda done, total: None
) -> Committed:
    """Make the folder `site` hold exactly `outputs` and their manifest. Raises OSError with the old site in place."""
    site.mkdir(parents=True, exist_ok=True)
    with _alone(site):
        old = Manifest.read(site)
        changed = [o for o in outputs.values() if not _same(site, old, o)]
        gone = [path for path in old.files if path not in outputs]
        stage = site / _STAGE
        shutil.rmtree(stage, ignore_errors=True)
        try:
            for number, output in enumerate(changed, 1):
                _write(stage / output.path, output.data)
                step(number, len(changed))
            _write(stage / NAME, manifest_bytes(outputs, day))
        except OSError:
            shutil.rmtree(stage, ignore_errors=True)
            raise
        for path in gone:
            _remove(site, path)
        for output in changed:
            _move(stage / output.path, site / output.path)
        os.replace(stage / NAME, site / NAME)
        shutil.rmtree(stage, ignore_errors=True)
    return Committed(len(changed), len(outputs) - len(changed), len(gone))


@contextmanager
def _alone(site: Path) -> Iterator[None]:
    """Two builds of one site follow one another."""
    with (site.parent / f".{site.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _same(site: Path, old: Manifest, output: Output) -> bool:
    known = old.files.get(output.path)
    if known is None or known.digest != output.digest:
        return False
    try:
        return (site / output.path).stat().st_size == known.size
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _move(staged: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    os.replace(staged, target)


def _remove(site: Path, path: str) -> None:
    target = site / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == site or any(parent.iterdir()):
            break
        parent.rmdir()
