"""Same content, same day: same bytes, whatever the machine looks like."""

import os
import subprocess
import sys
from pathlib import Path

from tests.whole.conftest import ROOT, Built


def test_a_second_build_elsewhere_is_the_same_to_the_byte(built: Built, tmp_path: Path):
    site = tmp_path / "elsewhere" / "site"
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "77",
        "TZ": "America/Lima",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT / "generator"),
    }
    script = (
        "from congkhai.publish.build import *; from datetime import date; from pathlib import Path; import sys;"
        "build(Request(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), date(2026, 11, 22)))"
    )
    subprocess.run(
        [sys.executable, "-c", script, str(ROOT), str(site), str(tmp_path / "state")],
        check=True,
        env=environment,
        cwd=tmp_path,
    )
    ours, theirs = (
        {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        for folder in (built.folder, site)
    )
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
