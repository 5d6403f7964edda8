"""The sample office's notices, printed once for all workers that test them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

import pytest

from congkhai.derive.office import Office
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.render.notices.templates import Templates
from congkhai.source.forms import Forms
from congkhai.source.load import load
from tests.notices.samples import DAY, ROOT, Sheet, Shelf
from tests.shared import shared

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
    return Office(repository, DAY, forms=Forms(ROOT))


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
def shelf(press: Press, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    folder = shared(tmp_path_factory) / "sample-notices"
    folder.mkdir(exist_ok=True)
    return Shelf(folder, press)


@pytest.fixture(scope="session")
def booklets(shelf: Shelf, everything: tuple[Notice, ...]) -> tuple[Sheet, ...]:
    """The booklets, that of the whole office last."""
    return tuple(Sheet(notice, shelf) for notice in everything if notice.name.kind == "booklet")


@pytest.fixture(scope="session")
def one_of_each(drawn: tuple[Notice, ...]) -> Mapping[str, Notice]:
    """One notice of every kind and paper, the longest of its kind."""
    ordered = sorted(drawn, key=lambda n: len(str(n.facts)))
    return {f"{n.name.kind}-{n.name.paper.value}": n for n in ordered}


@pytest.fixture(scope="session")
def sheets(shelf: Shelf, drawn: tuple[Notice, ...]) -> tuple[Sheet, ...]:
    """The files of all of them."""
    return tuple(Sheet(notice, shelf) for notice in drawn)


@pytest.fixture(scope="session", params=range(6))
def share(shelf: Shelf, drawn: tuple[Notice, ...], request: pytest.FixtureRequest) -> tuple[Sheet, ...]:
    """A sixth of those whose every letter is looked at, so that workers can share what looks at them.

    All kinds, but of the many alike a third, and all with `CONGKHAI_SOAK`. What was read of a sixth is let go with it:
    all tests that look at it run one after the other.
    """
    alike = [notice for notice in drawn if notice.name.kind in _MANY]
    some = drawn if "CONGKHAI_SOAK" in os.environ else (*(n for n in drawn if n.name.kind not in _MANY), *alike[::3])
    return tuple(Sheet(notice, shelf) for notice in some[request.param :: 6])
