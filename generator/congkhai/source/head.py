"""Which commit an office's repository stands at."""

from __future__ import annotations

import subprocess
from pathlib import Path


def head(root: Path) -> str:
    """What names the state of the history; empty where there is none."""
    command = ["git", "rev-parse", "HEAD"]
    try:
        return subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode().strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return ""
