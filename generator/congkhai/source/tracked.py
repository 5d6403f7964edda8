"""Whether a place lies in the repository of others, who could have put anything there."""

from __future__ import annotations

from pathlib import Path

from congkhai.source.head import has_history


def tracked(root: Path, place: str) -> bool | None:
    """Say whether git tracks a file, or any file of a folder, named relative to `root`, in whatever case it is written.

    None where nobody can tell: there is no repository or no git, or git does not want to look at it.
    """
    if not has_history(root):
        return None
    import subprocess  # slow to load, and seldom needed

    command = ["git", "ls-files", "-z", "--", f":(literal,icase){place}"]
    try:
        return bool(subprocess.run(command, cwd=root, capture_output=True, check=True).stdout)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None


#: In a folder of ours: what tells it from one that came from elsewhere.
_OWN = "own"


def is_own(folder: Path) -> bool:
    """Say whether :func:`claim` was done in this very folder. A copy, or what an archive brought, is another."""
    try:
        return (folder / _OWN).read_text("utf-8") == _place(folder)
    except (OSError, ValueError):
        return False


def claim(folder: Path) -> None:
    """Begin a folder of ours, or take one for ours that git is known not to track. Raises OSError."""
    if not is_own(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _OWN).write_text(_place(folder), "utf-8")


def _place(folder: Path) -> str:
    """Where the file system has a folder: nobody can know it who makes an archive elsewhere."""
    found = folder.stat()
    return f"{found.st_dev} {found.st_ino}"
