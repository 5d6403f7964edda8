"""The shared records come into a fresh office by the command; it checks and its pages are made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from congkhai.cli.main import cli
from tests.intake.reading import PARSED, RAW, shared
from tests.intake.samples import SCRAPED, scraped


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), *arguments], catch_exceptions=False)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    root = tmp_path / "moi"
    assert CliRunner().invoke(cli, ["init", str(root)], catch_exceptions=False).exit_code == 0
    return root


def source(root: Path, *found: dict[str, object]) -> str:
    path = root.parent / "nguon.json"
    path.write_text(json.dumps(list(found), ensure_ascii=False), "utf-8")
    return str(path)


def test_all_shared_records_come_in_check_and_build(fresh: Path) -> None:
    raw, parsed = shared(RAW), shared(PARSED)
    first = run(fresh, "import", "procedures", str(raw), "--jobs", "1", "--drafts", str(fresh.parent / "nhap"))
    second = run(fresh, "import", "procedures", str(parsed), "--jobs", "1", "--drafts", str(fresh.parent / "nhap"))
    assert "40 bản ghi trong nguồn" in first.output
    assert "207 bản ghi trong nguồn" in second.output
    written = len(list((fresh / "content/procedures").rglob("*.yml"))) - 1  # the starter has one of its own
    assert written == 247
    assert not (fresh.parent / "nhap").exists()
    assert run(fresh, "check").exit_code == 0
    built = run(fresh, "build", "--no-notices", "--no-search", "--quiet")
    assert built.exit_code == 0, built.output
    pages = "".join(path.read_text("utf-8") for path in (fresh / "site").rglob("*.html"))
    assert "Xóa đăng ký thường trú" in pages
    for office_only in ("Tệp biểu mẫu:", "Mã kết quả:", "Loại thủ tục: TTHC"):
        assert office_only not in pages


def test_dry_run_shows_and_writes_nothing(fresh: Path) -> None:
    before = sorted(path for path in fresh.rglob("*"))
    done = run(fresh, "import", "procedures", source(fresh, SCRAPED), "--jobs", "1", "--dry-run")
    assert done.exit_code == 0
    assert '--- content/procedures/ho-tich/1.000001.yml\ncode: "1.000001"\n' in done.output
    assert sorted(path for path in fresh.rglob("*")) == before


def test_a_dry_run_on_newer_input_shows_the_changes_alone(fresh: Path) -> None:
    run(fresh, "import", "procedures", source(fresh, SCRAPED), "--jobs", "1")
    table = str(SCRAPED["cach_thuc_thuc_hien"]).replace("Trực tiếp5", "Trực tiếp3")
    newer = source(fresh, SCRAPED | {"cach_thuc_thuc_hien": table}, scraped("1.000009"))
    before = (fresh / "content/procedures/ho-tich/1.000001.yml").read_bytes()
    done = run(fresh, "import", "procedures", newer, "--jobs", "1", "--dry-run")
    assert "Thời hạn giải quyết: 5 ngày làm việc → 3 ngày làm việc" in done.output
    assert "--- content/procedures/ho-tich/1.000009.yml" in done.output
    assert "--- content/procedures/ho-tich/1.000001.yml" not in done.output
    assert (fresh / "content/procedures/ho-tich/1.000001.yml").read_bytes() == before


def test_keep_going_decides_about_good_records(fresh: Path) -> None:
    path = source(fresh, SCRAPED, scraped("khong-phai-ma"))
    stopped = run(fresh, "import", "procedures", path, "--jobs", "1")
    assert stopped.exit_code == 1
    assert not list((fresh / "content/procedures").rglob("1.000001.yml"))
    done = run(fresh, "import", "procedures", path, "--jobs", "1", "--keep-going")
    assert done.exit_code == 1
    assert list((fresh / "content/procedures").rglob("1.000001.yml"))


def test_jobs_do_not_change_the_outcome(fresh: Path, tmp_path: Path) -> None:
    path = source(fresh, *(scraped(f"1.{n:06d}") for n in range(60)))
    trees = []
    for jobs in ("1", "3"):
        root = tmp_path / f"ban-{jobs}"
        CliRunner().invoke(cli, ["init", str(root)])
        assert run(root, "import", "procedures", path, "--jobs", jobs).exit_code == 0
        trees.append({p.relative_to(root): p.read_bytes() for p in root.rglob("*") if p.is_file()})
    assert trees[0] == trees[1]


def test_a_time_that_cannot_be_read_keeps_the_words_of_the_source(fresh: Path) -> None:
    table = str(SCRAPED["cach_thuc_thuc_hien"]).replace("Trực tiếp5 Ngày làm việc8,000", "Trực tiếp58,000")
    run(fresh, "import", "procedures", source(fresh, SCRAPED | {"cach_thuc_thuc_hien": table}), "--jobs", "1")
    written = (fresh / "content/procedures/ho-tich/1.000001.yml").read_text("utf-8")
    assert 'time_limit: xem ghi chú\n    time_note: "Nguồn ghi thời hạn: 5"\n' in written
    assert "amount: 8000" in written
    assert run(fresh, "check").exit_code == 0


def test_a_record_that_breaks_a_rule_is_set_aside(fresh: Path) -> None:
    done = run(
        fresh,
        "import",
        "procedures",
        source(fresh, SCRAPED | {"cach_thuc_thuc_hien": ""}),
        "--jobs",
        "1",
        "--drafts",
        str(fresh / "nhap"),
    )
    assert "NK110" in done.output
    assert (fresh / "nhap/1.000001.yml").is_file()
    assert not (fresh / "content/procedures/ho-tich/1.000001.yml").exists()
