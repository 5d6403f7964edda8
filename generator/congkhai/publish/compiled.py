"""Where compiled templates are kept: each program has its own, and leaves none of another behind."""

from __future__ import annotations

import shutil
from pathlib import Path

from congkhai.publish.program import program


def compiled_templates(state: Path) -> Path:
    """A folder that is there, below the state folder, for what this program compiles."""
    folder = state / "templates" / program()
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.mkdir(parents=True)
    return folder
