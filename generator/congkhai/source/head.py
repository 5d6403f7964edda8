"""Which commit an office's repository stands at."""

from __future__ import annotations

import os
import re
from pathlib import Path

_NAME = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")


def has_history(root: Path) -> bool:
    """Say whether git may know the folder: where it surely does not, it need not be asked."""
    return "GIT_DIR" in os.environ or any(os.path.lexists(place / ".git") for place in (root, *root.absolute().parents))


def head(root: Path) -> str:
    """What names the state of the history; empty where there is none."""
    if not has_history(root):
        return ""
    return _written(root / ".git") or _asked(root)


def _written(git: Path) -> str:
    """The commit as a plain repository writes it down; empty where git must be asked."""
    if "GIT_DIR" in os.environ:
        return ""
    try:
        told = (git / "HEAD").read_text("utf-8").strip()
        if told.startswith("ref: refs/heads/"):
            told = (git / told.removeprefix("ref: ")).read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""
    return told if _NAME.fullmatch(told) else ""


def _asked(root: Path) -> str:
    import subprocess  # slow to load, and seldom needed

    command = ["git", "rev-parse", "HEAD"]
    try:
        return subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode().strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return ""
