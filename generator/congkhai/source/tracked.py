"""Whether a place lies in the repository of others, who could have put anything there."""

from __future__ import annotations

import subprocess
from pathlib import Path


def tracked(root: Path, place: str) -> bool:
    """Say whether git tracks a file, or any file of a folder, named relative to `root`; False where there is no git."""
    command = ["git", "ls-files", "-z", "--", f":(literal){place}"]
    try:
        return bool(subprocess.run(command, cwd=root, capture_output=True, check=True).stdout)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return False
