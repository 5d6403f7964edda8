"""A disk that is full for what is kept, not for the site: one line tells, the site is right, the next build heals."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.offices import TODAY
from tests.publish.many import lay_out_many

from congkhai.publish.build import build
from congkhai.publish.request import Request
from congkhai.publish.store import Store
from congkhai.source.shelf import NAME
from congkhai.source.tracked import claim

ROOT = Path(__file__).parents[2]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return lay_out_many(tmp_path / "office", 120)


def _request(root: Path) -> Request:
    return Request(root, root / "site", root / ".congkhai", TODAY, with_notices=False, with_search=False)


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _limited(root: Path, most: int) -> subprocess.CompletedProcess[str]:
    """Build where no file can grow beyond so many bytes, as on a disk that is full by then."""
    words = ["--root", str(root), "build", "--no-notices", "--no-search", "--date", TODAY.isoformat(), "--quiet"]
    return subprocess.run(
        [sys.executable, "-m", "congkhai", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),  # noqa: PLW1509 - no threads here
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_build_whose_results_cannot_be_kept_says_so_and_leaves_a_right_site(office: Path) -> None:
    claim(office / ".congkhai")
    build(_request(office))
    right, kept = _files(office / "site"), office / ".congkhai" / NAME
    most = max(map(len, right.values())) + 4096
    assert kept.stat().st_size > most, "what is kept is larger than any file of the site"
    shutil.rmtree(office / "site")
    for path in kept.parent.glob(f"{NAME}*"):
        path.unlink()
    done = _limited(office, most)
    assert done.returncode == 0, done.stderr
    assert "Không ghi được kết quả vào .congkhai" in done.stderr
    assert len(done.stderr.strip().split("\n")) == 1
    assert _files(office / "site") == right
    healed = build(_request(office))
    assert not healed.unkept
    assert not healed.healed
    assert healed.committed is not None
    assert healed.committed.written == 0
    assert _files(office / "site") == right


def test_what_a_store_cannot_take_is_missing_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "store")
    store.put("aa1", b"first")
    assert not store.failed

    def full(source: str, target: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        store.put("aa2", b"second")
    assert store.failed
    assert (store.get("aa1"), store.get("aa2")) == (b"first", None)
    assert [path.name for path in (tmp_path / "store").rglob("*") if path.is_file()] == ["aa1"]
    (tmp_path / "file").write_bytes(b"")
    blocked = Store(tmp_path / "file")
    blocked.put("bb1", b"x")
    assert blocked.failed
