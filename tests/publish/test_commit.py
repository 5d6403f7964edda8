"""Writing a site: whole files only, nothing left over, the old site safe from every interruption."""

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from congkhai.publish import commit as module
from congkhai.publish.commit import commit, staging
from congkhai.publish.manifest import Manifest
from congkhai.publish.output import Output, OutputError, gather

DAY = date(2026, 11, 22)


def outputs(**files: str) -> dict[str, Output]:
    return dict(gather(Output(path.replace("__", "/"), text.encode(), ("a.yml",)) for path, text in files.items()))


def tree(site: Path) -> dict[str, str]:
    return {
        p.relative_to(site).as_posix(): p.read_text()
        for p in sorted(site.rglob("*"))
        if p.is_file() and p.name != "manifest.json"
    }


def test_first_build_writes_everything_with_its_manifest(tmp_path):
    done = commit(tmp_path / "site", outputs(a="1", b__c="2"), DAY)
    assert (done.written, done.unchanged, done.removed) == (2, 0, 0)
    assert tree(tmp_path / "site") == {"a": "1", "b/c": "2"}
    manifest = json.loads((tmp_path / "site/manifest.json").read_text())
    assert manifest["date"] == "2026-11-22"
    assert [f["path"] for f in manifest["files"]] == ["a", "b/c"]
    assert manifest["files"][0]["sources"] == ["a.yml"]


def test_unchanged_files_are_not_touched_and_stale_ones_go_with_their_folders(tmp_path):
    site = tmp_path / "site"
    commit(site, outputs(a="1", b__c__d="2"), DAY)
    os.utime(site / "a", (1, 1))
    done = commit(site, outputs(a="1", e="3"), DAY)
    assert (done.written, done.unchanged, done.removed) == (1, 1, 1)
    assert (site / "a").stat().st_mtime == 1
    assert tree(site) == {"a": "1", "e": "3"}
    assert not (site / "b").exists()


def test_a_stranger_in_the_folder_is_left_alone(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "CNAME").write_text("x")
    commit(site, outputs(a="1"), DAY)
    commit(site, outputs(b="1"), DAY)
    assert tree(site) == {"CNAME": "x", "b": "1"}


def test_a_file_may_become_a_folder_and_back(tmp_path):
    site = tmp_path / "site"
    for files in ({"a": "1"}, {"a__b": "2"}, {"a": "3"}):
        commit(site, outputs(**files), DAY)
        assert tree(site) == {path.replace("__", "/"): text for path, text in files.items()}


def test_a_full_disk_leaves_the_last_good_site(tmp_path, monkeypatch):
    site = tmp_path / "site"
    commit(site, outputs(a="1", b="1"), DAY)
    before = tree(site), (site / "manifest.json").read_bytes()
    real = module._write

    def full(path: str, data: bytes) -> None:
        if data == b"3":
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path, data)

    monkeypatch.setattr(module, "_write", full)
    with pytest.raises(OSError, match="No space left"):
        commit(site, outputs(a="2", b="3"), DAY)
    assert (tree(site), (site / "manifest.json").read_bytes()) == before
    assert sorted(path.name for path in site.iterdir()) == ["a", "b", "manifest.json"]


def _killed_before_b(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin to commit a second state of `a` and `b`, and die with `a` moved."""
    real = module._move

    def killed(staged: Path, target: Path) -> None:
        if target.name == "b":
            raise KeyboardInterrupt
        real(staged, target)

    with monkeypatch.context() as patch:
        patch.setattr(module, "_move", killed)
        with pytest.raises(KeyboardInterrupt):
            commit(site, outputs(a="2", b="2"), DAY)


def test_a_build_killed_between_moves_heals_in_the_next(tmp_path, monkeypatch):
    site = tmp_path / "site"
    commit(site, outputs(a="1", b="1", c="1"), DAY)
    _killed_before_b(site, monkeypatch)
    commit(site, outputs(a="2", b="2"), DAY)
    assert tree(site) == {"a": "2", "b": "2"}


def test_a_build_killed_between_moves_heals_also_when_the_old_state_comes_back(tmp_path, monkeypatch):
    site = tmp_path / "site"
    commit(site, outputs(a="1", b="1"), DAY)
    _killed_before_b(site, monkeypatch)
    assert tree(site)["a"] == "2"
    commit(site, outputs(a="1", b="1"), DAY)
    assert tree(site) == {"a": "1", "b": "1"}


def test_a_new_site_appears_at_once(tmp_path, monkeypatch):
    def build() -> None:
        with staging(tmp_path / "site") as begun:
            begun.put(Output("a", b"1"))
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        build()
    assert not (tmp_path / "site").exists()
    assert [path.name for path in tmp_path.iterdir()] == [".site.lock"]


def test_a_damaged_manifest_or_file_is_noticed(tmp_path):
    site = tmp_path / "site"
    commit(site, outputs(a="1", b="1"), DAY)
    (site / "a").write_text("cut short by somebody")
    (site / "b").unlink()
    commit(site, outputs(a="1", b="1"), DAY)
    assert tree(site) == {"a": "1", "b": "1"}
    (site / "manifest.json").write_text('{"files": [{"path":')
    assert Manifest.read(site).files == {}
    assert commit(site, outputs(a="1", b="1"), DAY).written == 2


def test_two_builds_at_once_leave_one_whole_site(tmp_path):
    site = tmp_path / "site"
    jobs = [outputs(**{f"f{n}": str(job) for n in range(40)}) for job in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda files: commit(site, files, DAY), jobs))
    found = tree(site)
    assert len(found) == 40
    assert len(set(found.values())) == 1


@pytest.mark.parametrize("path", ["../x", "/x", "a/../b", "a//b", "", "a\\b", ".git/x", "a b", "a/", "x\n"])
def test_no_path_leaves_the_site(path):
    with pytest.raises(OutputError):
        Output(path, b"")


def test_two_outputs_may_not_claim_one_place():
    with pytest.raises(OutputError):
        gather([Output("a", b"1"), Output("a", b"2")])
    with pytest.raises(OutputError):
        gather([Output("a", b"1"), Output("a/b", b"2")])
