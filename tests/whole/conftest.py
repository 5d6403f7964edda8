"""One built site for all tests, and one server of it."""

import fcntl
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from congkhai.publish.build import Request, build
from congkhai.publish.serve import server
from congkhai.source.load import load
from congkhai.source.repository import Repository
from tests.shared import shared
from tests.whole.html import pages_of

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Built:
    folder: Path
    repository: Repository

    @property
    def pages(self) -> list[Path]:
        return pages_of(self.folder)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample office's site, built once however many workers test it."""
    run = shared(tmp_path_factory)
    folder = run / "sample-site"
    with (run / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run / "sample.json"
        if not done.exists():
            result = build(Request(ROOT, folder, run / "sample-state", DAY))
            done.write_text(
                json.dumps([str(result.findings), [str(r) for r in result.refusals], str(result.committed)])
            )
        findings, refusals, committed = json.loads(done.read_text())
    assert committed != "None", findings
    assert refusals == []
    return Built(folder, load(ROOT).repository)


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Where the site is served."""
    web = server(built.folder, 0)
    thread = threading.Thread(target=web.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{web.server_address[1]}/"
    web.shutdown()
    web.server_close()
