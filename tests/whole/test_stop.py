"""A mistake in the content: nothing is written, the last good site stays, everything is told."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from congkhai.cli.main import cli

DAY = "2026-11-22"


def run(*arguments: str):
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    assert run("init", str(tmp_path / "office")).exit_code == 0
    return tmp_path / "office"


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_new_office_checks_and_builds_at_once(office: Path):
    assert run("--root", str(office), "check", "--date", DAY).exit_code == 0
    built = run("--root", str(office), "build", "--date", DAY)
    assert built.exit_code == 0, built.output
    assert "Xong:" in built.output
    assert "Đăng ký khai sinh" in (office / "site/thu-tuc/1.001193/index.html").read_text()
    assert (office / "site/in/thu-tuc/1.001193.pdf").read_bytes().startswith(b"%PDF")


def test_a_mistake_leaves_the_last_good_site(office: Path):
    assert run("--root", str(office), "build", "--date", DAY, "--no-search").exit_code == 0
    before = files(office / "site")
    record = office / "content/procedures/ho-tich/1.001193.yml"
    record.write_text(record.read_text().replace("name: Đăng ký khai sinh", "name: Khác\nphi: 50.00"))
    stopped = run("--root", str(office), "build", "--date", DAY, "--no-search")
    assert stopped.exit_code == 1
    assert "YM130" in stopped.output
    assert "không ghi gì" in stopped.output
    assert files(office / "site") == before


def test_a_removed_record_leaves_a_stone_and_a_renamed_one_redirects(office: Path):
    assert run("--root", str(office), "build", "--date", DAY, "--no-search", "--no-notices").exit_code == 0
    (office / "content/fields/ho-tich.yml").rename(office / "content/fields/ho-tich-moi.yml")
    for path in (office / "content").rglob("*.yml"):
        path.write_text(path.read_text().replace("field: ho-tich\n", "field: ho-tich-moi\n"))
    told = run("--root", str(office), "build", "--date", DAY, "--no-search", "--no-notices")
    assert "/linh-vuc/ho-tich/" in told.output
    (office / "site_config/moved.yml").write_text(
        "moves:\n"
        "  - {old: linh-vuc/ho-tich/, new: linh-vuc/ho-tich-moi/, day: 2026-11-22, reason: Đổi tên.}\n"
        "  - {old: thu-tuc/9.000009/, day: 2026-11-22, reason: 'Đã bãi bỏ <script>alert(1)</script>.'}\n"
    )
    assert run("--root", str(office), "build", "--date", DAY, "--no-search", "--no-notices").exit_code == 0
    redirect = (office / "site/linh-vuc/ho-tich/index.html").read_text()
    assert 'content="0; url=../../linh-vuc/ho-tich-moi/"' in redirect
    stone = (office / "site/thu-tuc/9.000009/index.html").read_text()
    assert "Đã bãi bỏ" in stone
    assert "<script>alert" not in stone


def test_no_traceback_reaches_a_user(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    from congkhai.cli import main

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom\nsecond line")

    monkeypatch.setattr(main.cli, "main", broken)
    with pytest.raises(SystemExit) as stopped:
        main.run()
    assert stopped.value.code == 3
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "Traceback" not in told


def test_a_folder_without_an_office_is_a_usage_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert run("check").exit_code == 2
