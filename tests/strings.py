"""The texts that are written in modules."""

from __future__ import annotations

import ast
from pathlib import Path


def strings_of(folder: Path) -> set[str]:
    """Every text constant in the modules below a folder; of a text with places, the parts between them."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        found |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return found
