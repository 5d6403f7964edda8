"""`congkhai check` and `congkhai explain` as they are called: statuses, languages, formats, and no traceback ever."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from congkhai.catalogue import codes
from congkhai.cli import main
from tests.offices import TESTS

DAY = ("--date", "2026-11-22")


def congkhai(*words: str) -> Result:
    return CliRunner().invoke(main.cli, [str(word) for word in words])


@pytest.fixture
def broken(office: Path) -> Path:
    (office / "content/fields/thu.yml").write_text("name: Thử\nsummary: Điều 5: Lệ phí\n", "utf-8")
    return office


def test_a_clean_office(office: Path) -> None:
    result = congkhai("--root", office, "check", *DAY)
    assert result.exit_code == 0
    assert result.output.startswith("Không có lỗi.")


def test_an_office_with_mistakes(broken: Path) -> None:
    result = congkhai("--root", broken, "check", *DAY)
    assert result.exit_code == 1
    assert result.output.startswith("content/fields/thu.yml:2:16: YM103 lỗi: ")
    assert "1 lỗi, 0 cảnh báo trong 1 tệp" in result.output
    assert "có thể còn lỗi khác" in result.output


def test_english(broken: Path) -> None:
    result = congkhai("--root", broken, "--lang", "en", "check", *DAY)
    assert result.output.startswith("content/fields/thu.yml:2:16: YM103 error: ")
    assert "must be quoted" in result.output


def test_warnings_alone_do_not_fail(office: Path) -> None:
    shutil.copytree(TESTS / "bad/value-unquoted/content", office / "content", dirs_exist_ok=True)
    result = congkhai("--root", office, "check", *DAY)
    assert result.exit_code == 0
    assert "cảnh báo" in result.output


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_machine_formats(broken: Path, form: str) -> None:
    result = congkhai("--root", broken, "check", "--format", form, *DAY)
    assert result.exit_code == 1
    assert result.output.startswith("::error file=") if form == "github" else json.loads(result.output)


def test_the_root_is_found_upwards(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (office / "mkdocs.yml").touch()
    monkeypatch.chdir(office / "content/units")
    assert congkhai("check", *DAY).exit_code == 0


def test_dates_are_read_in_both_spellings(office: Path) -> None:
    assert congkhai("--root", office, "check", "--date", "22/11/2026").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--date", "31/02/2026"),
        ("check", "--format", "xml"),
        ("--lang", "fr", "check"),
        ("--root", "/none", "check"),
        ("explain", "XX999"),
        ("kiem-tra",),
    ],
)
def test_wrong_usage(words: tuple[str, ...]) -> None:
    assert congkhai(*words).exit_code == 2


def test_without_a_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = congkhai("check")
    assert result.exit_code == 2
    assert "--root" in result.output


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_code_is_explained(language: str) -> None:
    listed = congkhai("--lang", language, "explain").output
    for code in codes():
        assert f"{code}  " in listed
    for code in codes()[::10]:
        result = congkhai("--lang", language, "explain", code.lower())
        assert result.exit_code == 0
        assert result.output.startswith(f"{code} – ")


@pytest.mark.parametrize("debug", [False, True])
def test_an_error_of_ours_is_one_line(
    office: Path, debug: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("hỏng\nhai dòng")

    monkeypatch.setattr("congkhai.cli.check.checked", fail)
    monkeypatch.setattr("sys.argv", ["congkhai", *(["--debug"] if debug else []), "--root", str(office), "check"])
    with pytest.raises(SystemExit) as caught:
        main.run()
    assert caught.value.code == 3
    told = capsys.readouterr().err
    assert ("Traceback" in told) == debug
    assert told.splitlines()[-1].startswith("congkhai: lỗi của chương trình (RuntimeError: hỏng hai dòng)")
    assert debug or len(told.splitlines()) == 1


def _plan(count: int) -> str:
    phrases = "".join(f"          - trước ngày {1 + n % 28:02d}/11/2026\n" for n in range(count))
    return (
        'title: Thử\nissuer: ubnd-xa\ndate: 2026-01-15\nsections:\n  - number: "I"\n    tasks:\n'
        f"      - id: viec\n        text: Làm việc\n        deadlines:\n{phrases}"
    )


def test_how_phrases_were_understood_is_told_below_and_counts_as_nothing(office: Path) -> None:
    (office / "plans").mkdir()
    (office / "plans/thu.yml").write_text(_plan(1), "utf-8")
    result = congkhai("--root", office, "check", *DAY)
    first, last = result.output.splitlines()
    assert "“trước ngày 01/11/2026” được hiểu là: đến hết ngày 31/10/2026" in first
    assert result.exit_code == 0
    assert last.startswith("Không có lỗi.")


def test_very_many_readings_are_cut(office: Path) -> None:
    (office / "plans").mkdir()
    (office / "plans/thu.yml").write_text(_plan(100), "utf-8")
    told = congkhai("--root", office, "check", *DAY).output.splitlines()
    assert len([line for line in told if "KH110" in line]) == 60
    assert told[-2].startswith("… và 40 cách hiểu khác")
    rows = json.loads(congkhai("--root", office, "check", *DAY, "--format", "json").output)
    assert len(rows) == 100
    assert {row["severity"] for row in rows} == {"info"}
