"""Many repositories are built by many workers: the same bytes as one by one, also when a worker dies in between."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cluster import two_workers
from tests.offices import TODAY, lay_out

from congkhai.cli.main import cli
from congkhai.publish import shards
from congkhai.publish.build import build
from congkhai.publish.request import Request
from congkhai.publish.shards import OtherProgramError, build_shard, build_shards, repositories
from congkhai.publish.workers import workers

ROOT = Path(__file__).parents[2]


def _office(root: Path, name: str) -> Path:
    root.parent.mkdir(parents=True, exist_ok=True)
    lay_out(root)
    shutil.copy(ROOT / "mkdocs.yml", root)
    site = root / "site_config/site.yml"
    lines = [line for line in site.read_text("utf-8").split("\n") if not line.startswith("name:")]
    site.write_text("\n".join([f"name: {name}", *lines]), "utf-8")
    return root


def _request(root: Path, folder: Path, *, with_all: bool = True) -> Request:
    return Request(root, folder / root.name / "site", folder / root.name / "state", TODAY, with_all, with_all)


def _tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and "state" not in path.relative_to(folder).parts[:2])
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if path.name != ".site.lock"}


def test_repositories_are_found_at_any_depth_and_not_in_one_another(tmp_path: Path):
    for place in ("xa-b", "huyen/xa-a", "xa-b/docs/xa-c", ".an/xa-d"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "mkdocs.yml").touch()
    assert [path.relative_to(tmp_path).as_posix() for path in repositories(tmp_path)] == ["huyen/xa-a", "xa-b"]


def test_workers_of_a_cluster_die_in_the_middle_and_the_bytes_are_the_same(tmp_path: Path):
    offices = [_office(tmp_path / f"kho/xa-{number}", f"Ủy ban nhân dân xã Thử {number}") for number in range(2)]
    for office in offices:
        assert build(_request(office, tmp_path / "one")).committed
    with (
        two_workers() as address,
        pytest.importorskip("distributed").Client(address, set_as_default=False) as client,
        workers(address)(len(offices)) as executor,
    ):
        pids = sorted(client.run(os.getpid).values())
        begun = tmp_path / "many"
        killed = threading.Event()

        def kill() -> None:
            """One is writing a site at least: whichever it is leaves one that is half made."""
            while not list(begun.glob("*/.site.new")):
                time.sleep(0.005)
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
            killed.set()

        threading.Thread(target=kill, daemon=True).start()
        built = list(build_shards([_request(office, begun) for office in offices], executor))
        assert killed.is_set(), "no worker was killed in mid-build"
        client.wait_for_workers(2)
        assert not {*pids} & {*client.run(os.getpid).values()}
    assert [one.error for one in built] == [None] * 2
    assert all(one.result and one.result.committed and one.result.notices for one in built)
    assert _tree(tmp_path / "one") == _tree(tmp_path / "many")


def test_one_that_fails_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    offices = [_office(tmp_path / f"xa-{number}", "Ủy ban nhân dân xã Thử") for number in range(2)]
    (offices[0] / "mkdocs.yml").write_text("site_name: [", "utf-8")
    with ThreadPoolExecutor(1) as executor:
        steps: list[tuple[int, int]] = []
        requests = [_request(office, tmp_path / "out", with_all=False) for office in offices]
        broken, whole = build_shards(requests, executor, lambda done, total: steps.append((done, total)))
    assert broken.result is None
    assert broken.error is not None
    assert whole.result is not None
    assert whole.result.committed
    assert steps == [(1, 2), (2, 2)]
    again = build_shard(requests[1], shards.engines.versions())
    assert again.committed
    assert again.committed.written == 0
    with pytest.raises(OtherProgramError, match="typst 0.0"):
        build_shard(requests[1], ("typst 0.0",))


def test_the_command_builds_all_and_says_which_failed(tmp_path: Path):
    top = tmp_path / "kho"
    offices = [_office(top / f"xa-{number}", "Ủy ban nhân dân xã Thử") for number in range(2)]
    procedure = next((offices[1] / "content/procedures").glob("*.yml"))
    procedure.write_text(procedure.read_text("utf-8") + "khac: 1\n", "utf-8")
    words = ["build-all", str(top), "--out", str(tmp_path / "out"), "--no-notices", "--no-search"]
    done = CliRunner().invoke(cli, [*words, "--date", TODAY.isoformat()])
    assert done.exit_code == 1, done.output
    assert "xa-1: dữ liệu có 1 lỗi nên không ghi gì" in done.output
    assert "Xong 1/2 kho dữ liệu" in done.output
    assert (tmp_path / "out/xa-0/index.html").is_file()
    assert not (tmp_path / "out/xa-1").exists()
    empty = CliRunner().invoke(cli, ["build-all", str(tmp_path / "out"), "--out", str(tmp_path / "ra")])
    assert empty.exit_code == 2
    assert "không có kho dữ liệu nào" in empty.output
