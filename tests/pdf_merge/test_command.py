"""`congkhai merge-notices` as it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from congkhai.cli import main
from tests.pdf_merge.made import changed, plain
from tests.pdf_merge.readback import opened


def congkhai(*words: object) -> Result:
    return CliRunner().invoke(main.cli, [str(word) for word in words])


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / f"{name}.pdf" for name in ("mot", "hai")]
    for path in found:
        path.write_bytes(plain(path.stem).data)
    return found


def test_files_are_merged_in_their_order(files: list[Path], tmp_path: Path):
    out = tmp_path / "ra" / "tap.pdf"
    for order in (files, files[::-1]):
        done = congkhai("merge-notices", *order, "--out", out, "--title", "Thay tháng 11", "--date", "2026-11-22")
        assert (done.exit_code, done.output) == (0, f"Đã ghép 2 tệp vào {out}.\n")
        book = opened(out.read_bytes())
        assert book.metadata.title == "Thay tháng 11"
        assert [one.title for one in book.outline if not isinstance(one, list)] == [path.stem for path in order]


def test_all_files_that_cannot_be_merged_are_named_and_nothing_is_written(files: list[Path], tmp_path: Path):
    broken, bare = tmp_path / "hong.pdf", tmp_path / "tran.pdf"
    broken.write_bytes(b"%PDF-1.7")
    bare.write_bytes(changed(plain().data, lambda root, writer: root.pop("/StructTreeRoot")))
    out = tmp_path / "tap.pdf"
    done = congkhai("merge-notices", files[0], broken, files[1], bare, "--out", out)
    assert done.exit_code == 1
    assert f"{broken}: tệp hỏng" in done.output
    assert f"{bare}: tệp không có cấu trúc" in done.output
    assert not out.exists()
    english = congkhai("--lang", "en", "merge-notices", broken, "--out", out)
    assert "damaged or no PDF file" in english.output


def test_no_files_is_a_mistake_in_the_command(tmp_path: Path):
    assert congkhai("merge-notices", "--out", tmp_path / "tap.pdf").exit_code == 2
