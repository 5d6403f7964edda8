"""Whether a place lies in the repository of others, who could have put anything there."""

from __future__ import annotations

from pathlib import Path

from congkhai.source.head import has_history


def tracked(root: Path, place: str) -> bool:
    """Say whether git tracks a file, or any file of a folder, named relative to `root`; False where there is no git."""
    if not has_history(root):
        return False
    import subprocess  # slow to load, and seldom needed

    command = ["git", "ls-files", "-z", "--", f":(literal){place}"]
    try:
        return bool(subprocess.run(command, cwd=root, capture_output=True, check=True).stdout)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return False
