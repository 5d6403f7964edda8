"""Of the notices only those are gathered again that a change can touch, and the files of the others are left alone."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.bench.records import code
from tests.offices import TODAY
from tests.publish.many import lay_out_many

from congkhai.derive.office import Office
from congkhai.publish import printing
from congkhai.publish.build import build
from congkhai.publish.request import Request, Result
from congkhai.publish.store import Store
from congkhai.render.notices.facts import volumes
from congkhai.render.site.makers import copies

_CODES = tuple(code(number) for number in range(3))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with three procedures, its site and what was kept."""
    root = tmp_path_factory.mktemp("again") / "office"
    lay_out_many(root, len(_CODES))
    assert _build(root).committed
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "office"))


def _request(root: Path) -> Request:
    return Request(root, root / "site", root / ".congkhai", TODAY, with_search=False)


def _build(root: Path, *, with_notices: bool = True) -> Result:
    return build(replace(_request(root), with_notices=with_notices))


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _rename(root: Path, code: str, word: str) -> None:
    path = root / f"content/procedures/{code}.yml"
    lines = path.read_text("utf-8").split("\n")
    place = next(number for number, line in enumerate(lines) if line.startswith("name: "))
    lines[place] += f" {word}"
    path.write_text("\n".join(lines), "utf-8")


def _as_fresh(root: Path) -> None:
    fresh = replace(_request(root), site=root.parent / "fresh", state=root.parent / "state")
    build(fresh)
    assert _files(root / "site") == _files(fresh.site)


@pytest.fixture
def gathered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds and subjects that are gathered from now on."""
    found: list[str] = []
    once = printing.notices_of

    def noted(office: Office, kind: str, subject: str, *, parts: bool) -> object:
        found.append(f"{kind} {subject}")
        return once(office, kind, subject, parts=parts)

    monkeypatch.setattr(printing, "notices_of", noted)
    return found


def test_one_line_gathers_the_notices_that_show_it(root: Path, gathered: list[str]) -> None:
    _rename(root, _CODES[1], "sửa")
    kept = {path: path.stat().st_mtime_ns for path in (root / "site/in").rglob("*.pdf")}
    _build(root)
    mine = [one for one in gathered if "content/procedures/" in one]
    assert mine
    assert {one.partition(" ")[2] for one in mine} == {f"content/procedures/{_CODES[1]}.yml"}
    assert not [one for one in gathered if one.startswith(("reception", "contacts", "plan", "fees"))]
    written = {path.name for path, time in kept.items() if path.exists() and path.stat().st_mtime_ns != time}
    assert f"{_CODES[1]}.pdf" in written
    assert not written & {f"{_CODES[0]}.pdf", f"{_CODES[2]}.pdf"}
    _as_fresh(root)


def test_a_remark_in_one_procedure_leaves_every_booklet_alone(root: Path, gathered: list[str]) -> None:
    path = root / f"content/procedures/{_CODES[0]}.yml"
    path.write_text("# đã rà soát\n" + path.read_text("utf-8"), "utf-8")
    _build(root)
    assert f"procedure content/procedures/{_CODES[0]}.yml" in gathered
    assert not [one for one in gathered if one.startswith("booklet")]
    _as_fresh(root)


def test_what_changed_while_no_notices_were_made_is_gathered_later(root: Path) -> None:
    _build(root, with_notices=False)
    _rename(root, _CODES[0], "sửa")
    _build(root, with_notices=False)
    _build(root)
    _as_fresh(root)


def test_a_file_that_was_lost_comes_back_from_the_store_or_is_printed_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = root / f"site/in/thu-tuc/{_CODES[0]}.pdf"
    data = sheet.read_bytes()
    sheet.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(printing, "printed", None)
        _build(root)
    assert sheet.read_bytes() == data
    sheet.write_bytes(b"%PDF")
    monkeypatch.setattr(Store, "get", lambda store, key: None)
    _build(root)
    assert sheet.read_bytes() == data


def test_a_new_version_makes_the_pages_of_its_own_codes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    page = copies._page
    monkeypatch.setattr(copies, "_page", lambda context, code: made.append(code) or page(context, code))
    _page = copies._page
    _page.__module__, _page.__qualname__ = page.__module__, page.__qualname__
    before = {path.parent.name for path in (root / "site/in").glob("*-*/index.html")}
    _rename(root, _CODES[0], "sửa")
    _build(root)
    after = {path.parent.name for path in (root / "site/in").glob("*-*/index.html")}
    assert set(made) == after - before
    assert after - before


@pytest.fixture
def thin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Volumes hold two procedures."""
    monkeypatch.setattr(volumes, "MOST", 2)


def test_a_thick_booklet_is_parted_and_one_line_prints_one_volume(tmp_path: Path, thin: None) -> None:
    root = tmp_path / "office"
    lay_out_many(root, 7)
    assert _build(root).committed
    whole = ["thu-tuc/so-tay.pdf", "thu-tuc/so-tay-2.pdf", "thu-tuc/so-tay-3.pdf", "thu-tuc/so-tay-4.pdf"]
    fields = [path.replace("thu-tuc", "linh-vuc/ho-tich") for path in whole]
    made = {path: (root / "site/in" / path).stat().st_mtime_ns for path in (*whole, *fields)}
    for page, links in (("thu-tuc", whole), ("linh-vuc/ho-tich", fields)):
        html = (root / "site" / page / "index.html").read_text("utf-8")
        for number, link in enumerate(links, 1):
            assert f"in/{link}" in html
            assert f"tập {number}/4" in html
    _rename(root, code(4), "sửa")
    _build(root)
    assert {path for path, time in made.items() if (root / "site/in" / path).stat().st_mtime_ns != time} == {
        whole[2], fields[2],
    }  # fmt: skip
    _as_fresh(root)


def test_a_booklet_that_becomes_thin_again_is_one_file(tmp_path: Path, thin: None) -> None:
    root = tmp_path / "office"
    lay_out_many(root, 4)
    _build(root)
    assert (root / "site/in/thu-tuc/so-tay-2.pdf").exists()
    for number in range(1, 4):
        (root / f"content/procedures/{code(number)}.yml").unlink()
    _build(root)
    assert not (root / "site/in/thu-tuc/so-tay-2.pdf").exists()
    _as_fresh(root)
