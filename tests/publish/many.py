"""An office with as many procedures as a test wants."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bench.records import code, procedure
from tests.offices import lay_out

ROOT = Path(__file__).parents[2]


def lay_out_many(root: Path, count: int) -> Path:
    """Lay out an office at `root` with procedures 0 to `count`, and what its site needs."""
    lay_out(root)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    for number in range(count):
        text = procedure(number, "ho-tich").replace("act: luat-97-2015-qh13", "act: luat-ho-tich")
        (root / f"content/procedures/{code(number)}.yml").write_text(text, "utf-8")
    return root
