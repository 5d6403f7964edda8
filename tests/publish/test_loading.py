"""What a build of one changed line does not load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: Slow to load; what prints, reads PDF files, counts holidays of all countries or compares texts.
_SLOW = ("typst", "pypdf", "segno", "holidays", "dateutil", "rapidfuzz", "PIL", "fontTools")


def test_a_build_without_notices_loads_nothing_that_only_printing_needs() -> None:
    words = f"import sys, congkhai.cli.building; print(*sorted({set(_SLOW)!r} & set(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == []
