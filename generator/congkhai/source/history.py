"""When each file was last changed, as git remembers it."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

_MARK = "\x01"


def last_changes(root: Path) -> Mapping[str, date]:
    """Path (relative to `root`) to the day of its last commit; empty where there is no git or no history."""
    command = [
        "git", "-c", "core.quotePath=false", "log", f"--format={_MARK}%cI", "--name-only", "--relative",
        "--no-renames", "--", "content", "plans", "site_config", "docs",
    ]  # fmt: skip
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True, encoding="utf-8")  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return {}
    changes: dict[str, date] = {}
    day: date | None = None
    for line in done.stdout.splitlines():
        if line.startswith(_MARK):
            day = datetime.fromisoformat(line[1:]).date()
        elif line and day:
            changes.setdefault(line, day)
    return changes
