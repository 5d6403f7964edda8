"""Other people's programs as functions from a tree of files to a tree of files."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from congkhai import __version__
from congkhai.publish.request import ChromeEngine


class EngineError(RuntimeError):
    """A program refused its input; the text is what it said."""


class EngineMissingError(EngineError):
    """The program asked for is not installed; the text is its name."""


def draw(tree: Mapping[str, bytes], engine: ChromeEngine = ChromeEngine.MKDOCS) -> dict[str, bytes]:
    """Build the project `tree`, whose configuration is `mkdocs.yml`, and return its site. Raises EngineError."""
    with drawing(tree, engine) as drawn:
        return drawn()


@contextmanager
def drawing(tree: Mapping[str, bytes], engine: ChromeEngine) -> Iterator[Callable[[], dict[str, bytes]]]:
    """Build a project while other work is done. What is given here waits for its site, or raises EngineError."""
    with tempfile.TemporaryDirectory(prefix="congkhai-") as name, ExitStack() as left:
        folder = Path(name, "project")
        for path, data in tree.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        told, failed = (left.enter_context(Path(name, log).open("w+b")) for log in ("told", "failed"))
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
        process = subprocess.Popen(  # noqa: S603 - a fixed command, no shell
            [sys.executable, "-m", engine, "build", "--config-file", "mkdocs.yml"],
            cwd=folder,
            stdout=told,
            stderr=failed,
            env={**environment, "NO_MKDOCS_2_WARNING": "1"},
        )
        left.callback(process.wait)
        left.callback(process.kill)  # when nobody wants it any more; one that has ended is left in peace

        def drawn() -> dict[str, bytes]:
            if process.wait() != 0:
                said = _said(failed) or _said(told)
                raise EngineError(f"{engine}: {said.replace(str(folder), '').strip()}")
            out = folder / "site"
            return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}

        yield drawn


def _said(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read().decode(errors="replace")


def require(engine: ChromeEngine) -> None:
    """Raise EngineMissingError when an engine is not installed."""
    if find_spec(engine) is None:
        raise EngineMissingError(engine)


def versions(engine: ChromeEngine = ChromeEngine.MKDOCS) -> tuple[str, ...]:
    """The versions of the programs, so that a kept result is made again when one of them changes.

    Raises EngineMissingError.
    """
    from importlib.metadata import version  # slow to load, and not always needed

    require(engine)
    names = (engine.value, "mkdocs-material", "pagefind-bin", "typst")
    return (__version__, *(f"{name} {version(name)}" for name in names))
