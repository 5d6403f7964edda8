"""The sample office's notices, printed once for each worker that tests them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.render.notices.templates import Templates
from congkhai.source.forms import read_forms
from congkhai.source.load import load
from tests.notices.samples import DAY, ROOT, Sheet

#: Kinds of which there is a sheet for each procedure.
_MANY = frozenset({"procedure", "card"})


@pytest.fixture(scope="session")
def templates() -> Templates:
    return Templates.read(ROOT / "site_config/notices")


@pytest.fixture(scope="session")
def press(templates: Templates) -> Iterator[Press]:
    with Press(templates) as press:
        yield press


@pytest.fixture(scope="session")
def sample() -> Office:
    repository = load(ROOT).repository
    return Office(repository, DAY, forms=read_forms(ROOT, repository))


@pytest.fixture(scope="session")
def everything(sample: Office) -> tuple[Notice, ...]:
    """Every notice that the sample office calls for."""
    return tuple(n for n in notices(sample) if isinstance(n, Notice))


@pytest.fixture(scope="session")
def drawn(everything: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """All but the booklets, whose pages are those of sheets; of the papers of postings one of each shape."""
    papers = (n for n in everything if n.name.kind != "booklet")
    return tuple({_shape(notice): notice for notice in papers}.values())


def _shape(notice: Notice) -> object:
    """Papers of postings that say the same sort of things look alike; any other notice is like no other."""
    if not notice.name.kind.startswith("posting_") or not isinstance(notice.facts, dict):
        return notice.address
    places = notice.facts["places"]
    told = tuple(name for name, value in notice.facts.items() if value)
    return notice.name.kind, told, len(places) if isinstance(places, list) else 0


@pytest.fixture(scope="session")
def booklets(
    press: Press, everything: tuple[Notice, ...], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Sheet, ...]:
    """The printed booklets, that of the whole office last."""
    folder = tmp_path_factory.mktemp("so-tay")
    return tuple(_sheet(press, notice, folder) for notice in everything if notice.name.kind == "booklet")


@pytest.fixture(scope="session")
def one_of_each(drawn: tuple[Notice, ...]) -> Mapping[str, Notice]:
    """One notice of every kind and paper, the longest of its kind."""
    ordered = sorted(drawn, key=lambda n: len(str(n.facts)))
    return {f"{n.name.kind}-{n.name.paper.value}": n for n in ordered}


@pytest.fixture(scope="session")
def sheets(press: Press, drawn: tuple[Notice, ...], tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, ...]:
    """The printed files of all of them."""
    folder = tmp_path_factory.mktemp("in")
    return tuple(_sheet(press, notice, folder) for notice in drawn)


@pytest.fixture(scope="session")
def looked_at(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Those whose every letter is looked at: all kinds, but of the many alike a third, and all with `CONGKHAI_SOAK`."""
    alike = [sheet for sheet in sheets if sheet.notice.name.kind in _MANY]
    if "CONGKHAI_SOAK" in os.environ:
        return sheets
    return (*(sheet for sheet in sheets if sheet.notice.name.kind not in _MANY), *alike[::3])


@pytest.fixture(params=range(6))
def share(looked_at: tuple[Sheet, ...], request: pytest.FixtureRequest) -> tuple[Sheet, ...]:
    """A sixth of them: what looks at every letter is cut up, so that workers can share it."""
    return looked_at[request.param :: 6]


def _sheet(press: Press, notice: Notice, folder: Path) -> Sheet:
    made = press.print(notice)
    assert isinstance(made, bytes), made
    path = folder / notice.address.replace("/", "_")
    path.write_bytes(made)
    return Sheet(notice, made, path)
