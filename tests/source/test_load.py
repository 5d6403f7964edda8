"""A repository on disk to records: whatever lies there, one mistake never hides another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from congkhai.source.files import attached_files
from congkhai.source.load import load
from tests.offices import brief, findings


def test_the_base_office_is_read(office: Path) -> None:
    steps: list[tuple[int, int]] = []
    loaded = load(office, lambda done, total: steps.append((done, total)))
    assert loaded.findings == ()
    assert steps == [(n, len(steps)) for n in range(1, len(steps) + 1)]
    assert len(steps) == 12
    unit = loaded.repository.find("unit", "ubnd-xa")
    assert unit is not None
    assert unit.path == "content/units/ubnd-xa.yml"
    assert (unit.mark("level").line, unit.mark("none").line) == (2, 1)
    assert len(unit.digest) == 64


def test_records_come_in_the_order_of_their_files(office: Path) -> None:
    paths = [source.path for source in load(office).repository if (office / source.path).exists()]
    assert paths[0] == "site_config/site.yml"
    assert paths[1:] == sorted(paths[1:])
    assert len(paths) == 12


@pytest.mark.parametrize("error", [PermissionError, FileNotFoundError, OSError])
def test_a_file_that_cannot_be_opened(office: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError]) -> None:
    opened = os.open

    def refuse(path: Any, *args: Any, **kwargs: Any) -> Any:
        if str(path).endswith("ubnd-xa.yml"):
            raise error(13, "no")
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", refuse)
    assert brief(findings(office)) == ["YM100 content/units/ubnd-xa.yml:1:1"]


def test_a_folder_that_cannot_be_listed(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("units"):
            raise PermissionError(13, "no", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert "YM100 content/units:1:1" in brief(findings(office))


def test_an_empty_folder_only_lacks_its_office(tmp_path: Path) -> None:
    assert brief(findings(tmp_path)) == ["YM145 site_config/site.yml:1:1"]


def test_an_office_finds_its_own_record_first_then_that_of_all(office: Path) -> None:
    own = office / "content/offices/xa-khac/units"
    own.mkdir(parents=True)
    (own / "ubnd-xa.yml").write_text("name: UBND xã Khác\nlevel: commune\ntype: peoples_committee\n", "utf-8")
    repository = load(office).repository
    assert repository.find("unit", "ubnd-xa", "xa-khac").record.name == "UBND xã Khác"
    assert repository.find("unit", "ubnd-xa").record.name == "Ủy ban nhân dân xã Thử Nghiệm"
    assert repository.find("unit", "phong-tu-phap", "xa-khac") is not None
    assert repository.knows("unit", "ubnd-xa", "xa-la")
    assert repository.ids("unit") == ["phong-tu-phap", "ubnd-xa"]


def test_attached_files_are_real_files(office: Path) -> None:
    files = office / "content/files/bieu-mau"
    files.mkdir(parents=True)
    (files / "a.pdf").write_bytes(b"%PDF")
    (files / "b.pdf").symlink_to("/etc/passwd")
    assert attached_files(office) == {"bieu-mau/a.pdf"}
    assert attached_files(office / "none") == frozenset()
