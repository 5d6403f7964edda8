"""Other people's programs as functions from a tree of files to a tree of files."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from congkhai import __version__
from congkhai.publish.request import ChromeEngine


class EngineError(RuntimeError):
    """A program refused its input; the text is what it said."""


class EngineMissingError(EngineError):
    """The program asked for is not installed; the text is its name."""


def draw(tree: Mapping[str, bytes], engine: ChromeEngine = ChromeEngine.MKDOCS) -> dict[str, bytes]:
    """Build the project `tree`, whose configuration is `mkdocs.yml`, and return its site. Raises EngineError."""
    return _run(tree, [engine, "build", "--config-file", "mkdocs.yml"], {"NO_MKDOCS_2_WARNING": "1"})


def _run(tree: Mapping[str, bytes], command: list[str], extra: Mapping[str, str]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory(prefix="congkhai-") as name:
        folder = Path(name)
        for path, data in tree.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", **extra}
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell
            [sys.executable, "-m", *command], cwd=folder, capture_output=True, env=environment, check=False
        )
        said = (done.stderr or done.stdout).decode(errors="replace").replace(name, "").strip()
        if done.returncode != 0:
            raise EngineError(f"{command[0]}: {said}")
        out = folder / "site"
        return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


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
