"""What came into an office's folder from others makes nothing happen outside it."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import threading
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from congkhai.cli import main
from congkhai.cli.building import why
from congkhai.publish.commit import commit, staging
from congkhai.publish.configuration import refused
from congkhai.publish.engines import EngineError
from congkhai.publish.manifest import NAME, Manifest, entry, manifest_pieces
from congkhai.publish.output import Output
from congkhai.publish.serve import server
from congkhai.publish.tree import read_tree

DAY = date(2026, 11, 22)
OURS = Path(__file__).parents[2] / "mkdocs.yml"


@pytest.mark.parametrize("path", ["../elsewhere/a.txt", "a/../../elsewhere/a.txt", "ABSOLUTE", "./a.txt", "a//b.txt"])
def test_a_manifest_that_leads_out_of_the_site_counts_as_none(tmp_path: Path, path: str):
    other = tmp_path / "elsewhere/a.txt"
    other.parent.mkdir()
    other.write_text("theirs", "utf-8")
    path = str(other) if path == "ABSOLUTE" else path
    site = tmp_path / "site"
    site.mkdir()
    told = {path: entry(path, "a" * 64, 6, ())}
    (site / NAME).write_text("".join(manifest_pieces(told, DAY)), "utf-8")
    assert not Manifest.read(site).files
    commit(site, {"b.txt": Output("b.txt", b"ours")}, DAY)
    assert other.read_text("utf-8") == "theirs"


def test_links_in_the_place_of_folders_are_cut(tmp_path: Path):
    site, other = tmp_path / "site", tmp_path / "elsewhere"
    commit(site, {"x/a.txt": Output("x/a.txt", b"1"), "y.txt": Output("y.txt", b"1")}, DAY)
    other.mkdir()
    (other / "a.txt").write_text("theirs", "utf-8")
    (site / "x/a.txt").unlink()
    (site / "x").rmdir()
    (site / "x").symlink_to(other)
    commit(site, {"x/a.txt": Output("x/a.txt", b"2")}, DAY)
    assert (other / "a.txt").read_text("utf-8") == "theirs"
    assert (site / "x/a.txt").read_bytes() == b"2"


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path):
    other = tmp_path / "theirs.txt"
    other.write_text("theirs", "utf-8")
    (tmp_path / ".site.lock").symlink_to(other)
    with pytest.raises(OSError), staging(tmp_path / "site"):  # noqa: PT011 - whatever the system says
        pass
    assert other.read_text("utf-8") == "theirs"


@pytest.mark.parametrize("inside", ["docs", "site_config/overrides"])
def test_a_link_in_the_place_of_a_folder_brings_nothing(tmp_path: Path, inside: str):
    other, root = tmp_path / "elsewhere", tmp_path / "office"
    (other / "overrides").mkdir(parents=True)
    (other / "overrides/secret.txt").write_text("theirs", "utf-8")
    root.mkdir()
    (root / inside.partition("/")[0]).symlink_to(other)
    assert read_tree(root, inside) == {}


def test_the_folder_of_an_office_may_itself_be_a_link(tmp_path: Path):
    (tmp_path / "a/docs").mkdir(parents=True)
    (tmp_path / "a/docs/x.md").write_text("x", "utf-8")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert read_tree(tmp_path / "b", "docs") == {"x.md": b"x"}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("hooks: [docs/h.py]", "hooks"),
        ("INHERIT: ../x.yml", "INHERIT"),
        ("extra_javascript: [x.js]", "extra_javascript"),
        ("plugins: [search]", "plugins"),
        ("theme: {name: material, hooks: x}", "theme.hooks"),
        ("markdown_extensions: [docs.h]", "markdown_extensions: docs.h"),
        ("markdown_extensions: [{pymdownx.snippets: {base_path: /}}]", "markdown_extensions: pymdownx.snippets"),
        ("extra: {x: !!python/name:os.system }", "could not determine a constructor"),
        ("- a list", ""),
    ],
)
def test_a_configuration_is_no_code(more: str, found: str):
    assert found in refused(f"site_name: x\n{more}\n".encode())
    assert refused(f"site_name: x\n{more}\n".encode())


def test_our_own_configuration_is_taken():
    assert refused(OURS.read_bytes()) == ""
    assert refused(b"- a\n") == "site_name"


def test_what_an_engine_said_steers_no_terminal_and_no_log():
    told = why(EngineError("mkdocs: q\x1b]0;x\x07\n::error file=x::pwn"), "vi")
    assert "\x1b" not in told
    assert not any(line.startswith("::") for line in told.splitlines())


@pytest.mark.parametrize(("host", "status"), [("localhost:1", 200), ("127.0.0.1:1", 200), ("evil.example", 421)])
def test_a_site_that_is_tried_answers_to_this_machine_only(tmp_path: Path, host: str, status: int):
    (tmp_path / "index.html").write_text("<p>x</p>", "utf-8")
    opened = server(tmp_path, 0)
    thread = threading.Thread(target=opened.serve_forever, daemon=True)
    thread.start()
    line = http.client.HTTPConnection("127.0.0.1", opened.server_address[1], timeout=30)
    line.request("GET", "/", headers={"Host": host})
    assert line.getresponse().status == status
    line.close()
    opened.shutdown()
    opened.server_close()


def _check(office: Path) -> int:
    return CliRunner().invoke(main.cli, ["--root", str(office), "check"]).exit_code


def test_kept_results_that_came_with_a_copy_are_thrown_away(office: Path):
    assert _check(office) == 0
    own = office / ".congkhai/own"
    own.write_text("1 1", "utf-8")  # as an archive brings it
    (office / ".congkhai/aa").mkdir(exist_ok=True)
    planted = office / ".congkhai/aa/planted"
    planted.write_bytes(b"x")
    assert _check(office) == 0
    assert not planted.exists()
    assert own.read_text("utf-8") == f"{own.parent.stat().st_dev} {own.parent.stat().st_ino}"


def test_where_git_does_not_want_to_look_kept_results_are_not_trusted(office: Path, monkeypatch: pytest.MonkeyPatch):
    subprocess.run(["git", "init", "-q"], cwd=office, check=True)
    monkeypatch.setenv("PATH", os.devnull)
    (office / ".congkhai").mkdir(exist_ok=True)
    planted = office / ".congkhai/planted"
    planted.write_text(json.dumps("x"), "utf-8")
    assert _check(office) == 0
    assert not planted.exists()
