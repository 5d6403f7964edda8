"""The pictures of the guide to templates: one of every kind, from the office's own data, made once."""

from __future__ import annotations

import struct
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.publish import gallery as gallery_module
from congkhai.publish.gallery import gallery
from congkhai.publish.output import Output
from congkhai.publish.printing import slip_of
from congkhai.publish.store import Store
from congkhai.render.notices.kinds import KINDS
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.templates import Templates as NoticeTemplates
from congkhai.render.notices.wall import Drawn, draw
from congkhai.render.site.gallery import PLACE, Specimen, fill_gallery
from congkhai.render.site.templates import Templates
from tests.notices.samples import ROOT

OWN = ROOT / "site_config/notices"


@pytest.fixture(scope="module")
def found(sample: Office) -> Drawn:
    return draw(sample)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def made(found: Drawn, store: Store) -> tuple[tuple[Specimen, ...], dict[str, bytes]]:
    specimens, outputs = _gallery(found.notices, store)
    return specimens, {output.path: output.data for output in outputs}


def _gallery(notices: tuple[Notice, ...], store: Store) -> tuple[tuple[Specimen, ...], tuple[Output, ...]]:
    templates = NoticeTemplates.read(OWN)
    by_slip = {slip_of(one, "", one.key(templates)): one for one in notices}
    with ThreadPoolExecutor(2) as executor:
        return gallery(list(by_slip), by_slip.__getitem__, lambda: templates, store, executor)


def test_every_kind_has_its_picture(made: tuple[tuple[Specimen, ...], dict[str, bytes]]):
    specimens, files = made
    assert [one.kind for one in specimens] == [kind.name for kind in KINDS]
    assert {one.picture for one in specimens} == set(files)
    for one in specimens:
        data = files[one.picture]
        assert data.startswith(b"\x89PNG")
        assert struct.unpack(">II", data[16:24]) == (one.width, one.height)
        assert 600 < one.width < 1100
        assert one.file.startswith("in/")


def test_pictures_are_made_once_and_again_only_when_something_changed(
    found: Drawn, store: Store, made: tuple[tuple[Specimen, ...], dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
):
    drawn: list[str] = []
    draw_one = gallery_module._draw
    monkeypatch.setattr(
        gallery_module, "_draw", lambda notice, t: drawn.append(notice.name.kind) or draw_one(notice, t)
    )
    again = _gallery(found.notices, store)
    assert drawn == []
    assert {output.path: output.data for output in again[1]} == made[1]
    changed = tuple(
        replace(n, facts={**n.facts, "hotline": "0299 9"}) if n.name.kind == "settlers" else n for n in found.notices
    )
    _gallery(changed, store)
    assert drawn == ["settlers"]


def test_a_kind_that_the_office_does_not_print_is_said_to_be_missing(found: Drawn, store: Store):
    without = tuple(n for n in found.notices if n.name.kind != "minutes")
    specimens, outputs = _gallery(without, store)
    missing = next(one for one in specimens if one.kind == "minutes")
    assert (missing.picture, missing.file) == ("", "")
    assert "hinh/mau-in/minutes.png" not in {output.path for output in outputs}
    page = fill_gallery("huong-dan/mau-in/index.html", b"<main>" + PLACE + b"</main>", specimens, Templates(Path("/x")))
    html = page.decode()
    assert html.count("<figure") == len(KINDS)
    assert html.count("<img") == len(KINDS) - 1
    assert "Cơ quan chưa có bản in loại này." in html
    assert 'src="../../hinh/mau-in/card.png"' in html


def test_the_guide_leaves_a_place_and_other_pages_stay_as_they_are():
    guide = (ROOT / "docs/huong-dan/mau-in.md").read_bytes()
    assert guide.count(PLACE) == 1
    assert fill_gallery("a/index.html", b"<p>Xin</p>", (), Templates(Path("/x"))) == b"<p>Xin</p>"
    assert not list((ROOT / "docs/hinh").glob("mau-in*"))
